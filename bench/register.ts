// What the register's line carries: bytes of a printed code by each way, commands of a receipt and of a check.
import {createRegister, type RegisterMemory, type TraceLine} from '../source/register/index.ts';
import {startVirtualRegister, type VirtualRegister} from '../source/sandbox/register/index.ts';
import {type Pair, receiptOf, startPair} from '../test/register/support/till.ts';
import {linkOf, type Way, ways, wireBytes} from '../test/register/support/wire.ts';
import {printTable} from './measure.ts';

const linkBytes = [100, 200, 300];

/** Throws where a figure is above the project's own limit for it. */
export async function benchRegister(): Promise<void> {
	const rows = [];
	for (const way of ways) {
		const sizes = [];
		for (const bytes of linkBytes) sizes.push(await codeBytes(way, linkOf(bytes)));
		for (const [index, size] of sizes.entries()) within(size, way.limits[index] ?? Number.POSITIVE_INFINITY);
		rows.push({what: `${way.codes.join(' + ')} on ${way.model}`, figure: sizes.join(' / ')});
	}
	printTable(`bytes to the register for a code of ${linkBytes.join(' / ')} bytes`, rows);
	const [one, two, many] = [await receiptCommands(1), await receiptCommands(2), await receiptCommands(200)];
	within(one, 7);
	within(many, one + 199 * (two - one));
	const [first, again] = await checkCommands();
	printTable('commands to the register', [
		{what: 'from «paid» to «closed», a receipt of 1 line', figure: String(one)},
		{what: 'each line more', figure: String(two - one)},
		{what: 'a receipt of 200 lines', figure: String(many)},
		{what: 'the check before an order, shift open, device not known yet', figure: String(first)},
		{what: 'the same, device remembered', figure: String(again)},
	]);
}

function within(figure: number, most: number): void {
	if (figure > most) throw new Error(`${figure} where at most ${most} was meant`);
}

async function withPair<End>(pair: Pair, work: (pair: Pair) => Promise<End>): Promise<End> {
	try {
		return await work(pair);
	} finally {
		await pair.end();
	}
}

const codeBytes = async ({model, codes}: Way, text: string): Promise<number> =>
	withPair(await startPair({model}), async ({driver}) => {
		const lines: TraceLine[] = [];
		driver.onTrace((line) => lines.push(line));
		const end = await driver.printQr(text);
		if (end.type === 'failed') throw new Error(end.fault.text);
		return wireBytes(lines, codes);
	});

const receiptCommands = async (lines: number): Promise<number> =>
	withPair(await startPair(), async ({device, driver}) => {
		await driver.preflight();
		const before = device.commands().length;
		const prepared = await driver.prepareReceipt();
		if (prepared.type === 'failed') throw new Error(prepared.fault.text);
		const order = receiptOf(1000 * lines);
		const receipt = {
			...order.receipt,
			lines: Array.from({length: lines}, () => receiptOf(1000).receipt.lines).flat(),
		};
		const end = await driver.printReceipt({...order, receipt}, prepared.before);
		if (end.type !== 'closed') throw new Error(end.fault.text);
		const codes = device.commands().map(({code}) => code);
		return codes.indexOf('FF45') + 1 - before;
	});

async function checkCommands(): Promise<readonly [number, number]> {
	const device = await startVirtualRegister({state: {isShiftOpen: true, shiftOpenedAtMs: Date.now()}});
	try {
		let kept: unknown = null;
		const memory: RegisterMemory = {
			read: () => kept,
			write: (facts) => {
				kept = JSON.parse(JSON.stringify(facts));
			},
		};
		return [await oneCheck(device, memory), await oneCheck(device, memory)];
	} finally {
		await device.stop();
	}
}

async function oneCheck(device: VirtualRegister, memory: RegisterMemory): Promise<number> {
	const before = device.commands().length;
	const slots = [{slot: 2, name: 'СБП'}];
	const driver = createRegister({link: 'tcp', address: `${device.host}:${device.port}`, memory, slots});
	await driver.preflight();
	await driver.close();
	return device.commands().length - before;
}
