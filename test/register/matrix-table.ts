// Prints the matrix of faults: `npm run register:matrix [-- tcp serial kills]`. A cell says how the receipt ended; `!` marks what must not be.
import {type KillEnd, killAtEveryFrame} from './support/kill-frames.ts';
import {faults, type MatrixRow, receiptCommands, row, slipCommands} from './support/matrix.ts';
import {type Pair, startPair, startSerialPair} from './support/till.ts';

const nameWidth = 20;
const cellWidth = 10;

const cell = ({end, wrong}: MatrixRow): string => `${wrong === null ? '' : '!'}${end.said}`.padEnd(cellWidth);

async function table(title: string, start: () => Promise<Pair>, isSerial: boolean): Promise<number> {
	let wrongs = 0;
	for (const where of ['receipt', 'slip'] as const) {
		const commands = where === 'receipt' ? receiptCommands : slipCommands;
		console.log(`\n${title}, ${where}`);
		console.log(''.padEnd(nameWidth) + commands.map((command) => command.padEnd(cellWidth)).join(''));
		for (const fault of faults) {
			if (isSerial && fault.name.startsWith('lineBroken')) continue;
			const rows = await row(start, fault, where);
			wrongs += rows.filter(({wrong}) => wrong !== null).length;
			console.log(fault.name.padEnd(nameWidth) + rows.map(cell).join(''));
		}
	}
	return wrongs;
}

/** `pay` as a real process, killed at each frame that the register gets, and called again. */
async function kills(): Promise<number> {
	const ends: KillEnd[] = [];
	console.log('\nkill -9 at each frame of a payment, slip and receipt, and the same call again');
	const frames = await killAtEveryFrame((end) => ends.push(end));
	ends.sort((one, other) => one.frame - other.frame);
	console.log(ends.map(({code, wrong}) => `${wrong === null ? '' : '!'}${code}`).join(' '));
	const wrongs = ends.filter(({wrong}) => wrong !== null);
	for (const {frame, code, wrong} of wrongs) console.log(`! frame ${frame}, ${code}: ${wrong}`);
	console.log(`${frames} frames, ${frames - wrongs.length} times exactly one receipt`);
	return wrongs.length;
}

const parts: Readonly<Record<string, () => Promise<number>>> = {
	tcp: () => table('TCP', startPair, false),
	serial: () => table('serial (pty)', startSerialPair, true),
	kills,
};
const wanted = process.argv.slice(2);
let wrongs = 0;
for (const [name, part] of Object.entries(parts)) {
	if (wanted.length === 0 || wanted.includes(name)) wrongs += await part();
}
console.log(`\n${wrongs} cells where what was said differs from what the register did`);
process.exitCode = wrongs === 0 ? 0 : 1;
