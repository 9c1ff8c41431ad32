// Prints the matrix of faults: `npm run register:matrix`. A cell says how the receipt ended; `!` marks what must not be.
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

const wrongs = (await table('TCP', startPair, false)) + (await table('serial (pty)', startSerialPair, true));
console.log(`\n${wrongs} cells where what was said differs from what the register did`);
process.exitCode = wrongs === 0 ? 0 : 1;
