// Every fault at every command of a payment: what the driver says afterwards, and what the register has really done.
import {setTimeout as pause} from 'node:timers/promises';
import type {SettledReceipt} from '../../../source/core/index.ts';
import type {Fault} from '../../../source/sandbox/register/index.ts';
import {type Pair, receiptOf} from './till.ts';

export const receiptCommands = ['10', 'FF01', 'FF40', '8D', 'FF0C', 'FF46', '89', 'FF45'] as const;
export const slipCommands = ['FC', 'F7', '26', '17', '12', 'DD', 'DE', '29', '25'] as const;

export type MatrixFault = {readonly name: string; readonly make: (command: string) => Fault};

const plain = (
	fault: Exclude<Fault['fault'], 'answerLate' | 'refuse' | 'lineBroken' | 'powerLostInsideClose'>,
) => ({
	name: fault,
	make: (command: string): Fault => ({fault, command}),
});

export const faults: readonly MatrixFault[] = [
	plain('noAnswer'),
	plain('nak'),
	plain('badLrc'),
	plain('noiseBefore'),
	plain('doubleAnswer'),
	plain('ackWithoutAnswer'),
	plain('loseClose'),
	plain('paperOutBefore'),
	plain('paperOutInside'),
	plain('paperOutAfter'),
	plain('busy'),
	plain('wrongMode'),
	plain('storageFull'),
	plain('shiftOver24h'),
	plain('foreignReceipt'),
	{name: 'answerLate', make: (command) => ({fault: 'answerLate', ms: 1500, command})},
	{name: 'refuse 2F', make: (command) => ({fault: 'refuse', error: 0x2f, command})},
	{name: 'lineBroken done', make: (command) => ({fault: 'lineBroken', end: 'done', command})},
	{name: 'lineBroken notDone', make: (command) => ({fault: 'lineBroken', end: 'notDone', command})},
	{
		name: 'power closed',
		make: (command) => ({fault: 'powerLostInsideClose', end: 'closed', offMs: 60, command}),
	},
	{
		name: 'power kept',
		make: (command) => ({
			fault: 'powerLostInsideClose',
			end: 'notClosed',
			receipt: 'kept',
			offMs: 60,
			command,
		}),
	},
	{
		name: 'power cancelled',
		make: (command) => ({
			fault: 'powerLostInsideClose',
			end: 'notClosed',
			receipt: 'cancelled',
			offMs: 60,
			command,
		}),
	},
];

/** What no cure of a person is needed for: a receipt must be closed in spite of it. */
export const harmless: ReadonlySet<string> = new Set([
	'noAnswer',
	'nak',
	'badLrc',
	'noiseBefore',
	'doubleAnswer',
	'ackWithoutAnswer',
	'loseClose',
	'paperOutBefore',
	'paperOutInside',
	'paperOutAfter',
	'answerLate',
	'lineBroken done',
	'lineBroken notDone',
]);

export type MatrixEnd = {
	/** What the journal would say: `closed`, `failed`, `unknown` or a problem before. */
	readonly said: string;
	/** The code of the last fault, or ''. */
	readonly code: string;
	readonly closedReceipts: number;
	readonly isReceiptOpen: boolean;
	readonly slip: string;
};

export type MatrixRow = {readonly command: string; readonly end: MatrixEnd; readonly wrong: string | null};

/** All commands of a receipt or a slip with one fault, each on a register of its own. */
export async function row(
	start: () => Promise<Pair>,
	fault: MatrixFault,
	where: 'receipt' | 'slip',
	commands: readonly string[] = where === 'receipt' ? receiptCommands : slipCommands,
): Promise<readonly MatrixRow[]> {
	return Promise.all(
		commands.map(async (command) => {
			const pair = await start();
			try {
				const end = await pay(pair, fault.make(command), where);
				return {command, end, wrong: wrongOf(end, fault.name, where)};
			} finally {
				await pair.end();
			}
		}),
	);
}

/** Null where what is said is what the register did; else a word for what differs. */
function wrongOf(end: MatrixEnd, fault: string, where: 'receipt' | 'slip'): string | null {
	if (end.closedReceipts > 1) return 'closed twice';
	if (end.said === 'unknown') return 'never settled';
	if (end.closedReceipts !== (end.said === 'closed' ? 1 : 0)) return 'said what is not so';
	if (end.isReceiptOpen && fault !== 'foreignReceipt') return 'left a receipt open';
	if (where === 'receipt' && harmless.has(fault) && end.said !== 'closed') return 'gave up';
	return null;
}

/** One payment as the engine carries it: slip, documents, receipt, settling, and once anew when surely not closed. */
export async function pay(
	{device, driver}: Pair,
	fault: Fault,
	where: 'receipt' | 'slip',
): Promise<MatrixEnd> {
	driver.onNotice((notice) => {
		if (notice?.code === 'PAPER') device.control.loadPaper();
	});
	if (where === 'slip') device.control.inject(fault);
	await driver.preflight();
	const slip = await driver.printSlip({
		shopName: 'Магазин',
		systemName: 'СБП',
		amountKopecks: 5000,
		orderId: 'A-1',
		qr: 'https://qr.nspk.ru/AD10006M8KH234K782OQM0L13JI31LQD?type=02&bank=100000000007&sum=5000&cur=RUB&crc=C63A',
		validUntil: '12:30',
		isRepeat: false,
	});
	if (where === 'receipt') device.control.inject(fault);
	const end = await receipt({driver});
	device.control.loadPaper();
	const isReceiptOpen = device.state().receipt !== null;
	return {
		said: end.type,
		code: 'fault' in end ? end.fault.code : '',
		closedReceipts: device.closedReceipts(),
		isReceiptOpen,
		slip: slip.type === 'printed' ? 'printed' : slip.fault.code,
	};
}

async function receipt(pair: Pick<Pair, 'driver'>): Promise<SettledReceipt> {
	for (let tries = 0; ; tries += 1) {
		const end = await once(pair);
		if (end.type !== 'notClosed' || tries > 0) return end;
	}
}

async function once({driver}: Pick<Pair, 'driver'>): Promise<SettledReceipt> {
	const order = receiptOf(5000);
	const withContact = {...order, receipt: {...order.receipt, email: 'buyer@example.com'}};
	const prepared = await driver.prepareReceipt();
	if (prepared.type === 'failed') return {type: 'failed', fault: prepared.fault};
	let end: SettledReceipt = await driver.printReceipt(withContact, prepared.before);
	// The power may still be off: it is asked again until the register speaks, as the till does.
	for (let tries = 0; end.type === 'unknown' && tries < 100; tries += 1) {
		await pause(20);
		end = await driver.settleReceipt(withContact, prepared.before);
	}
	return end;
}
