// Each fault at each kind of command: what was done, what the host gets to see, and what it finds when it asks again.
import {describe, expect, test} from 'vitest';
import type {Fault} from '../../../source/sandbox/register/index.ts';
import {
	close,
	findDocument,
	line,
	openReceipt,
	operation,
	shiftParameters,
	shortStatus,
	storageStatus,
	subtotal,
} from './requests.ts';
import {started, withReceipt, withShift} from './started.ts';
import {dial, framed, type Wire} from './wire.ts';

const paid = close({2: 10_000});
const closed = {fd: 3, answer: 'ff4500000000000003000000035ed0b2'};

const modeByte = async (wire: Wire): Promise<string> => (await wire.ask(shortStatus)).slice(10, 12);

describe('faults of the line, at the close', () => {
	test('given noAnswer, then silence, nothing was done, and ENQ says so', async () => {
		const {register, wire} = await withReceipt({faults: [{fault: 'noAnswer', command: 'FF45'}]});
		wire.send(framed(paid));
		wire.send('05');
		expect(await wire.next(1)).toBe('15');
		expect(register.closedReceipts()).toBe(0);
		expect(await wire.ask(paid)).toBe(closed.answer);
	});

	test('given nak, then the frame was not taken', async () => {
		const {register, wire} = await withReceipt({faults: [{fault: 'nak', command: 'ff45', times: 2}]});
		for (let time = 0; time < 2; time++) {
			wire.send(framed(paid));
			expect(await wire.next(1)).toBe('15');
		}
		expect(register.closedReceipts()).toBe(0);
		expect(await wire.ask(paid)).toBe(closed.answer);
	});

	test('given badLrc, then the answer is right the second time, and the receipt was closed once', async () => {
		const {register, wire} = await withReceipt({faults: [{fault: 'badLrc', command: 'FF45'}]});
		wire.send(framed(paid));
		expect(await wire.next(1)).toBe('06');
		const spoilt = await wire.next(19);
		expect(spoilt.slice(4, -2)).toBe(closed.answer);
		expect(spoilt).not.toBe(framed(closed.answer));
		wire.send('1505');
		expect(await wire.next(1)).toBe('06');
		expect(await wire.frame()).toBe(closed.answer);
		expect(register.closedReceipts()).toBe(1);
	});

	test('given noiseBefore, then the answer stands behind noise that opens no frame', async () => {
		const {wire} = await withReceipt({faults: [{fault: 'noiseBefore', command: 'FF45'}]});
		expect(await wire.ask(paid)).toBe(closed.answer);
	});

	test('given doubleAnswer, then the answer comes twice', async () => {
		const {register, wire} = await withReceipt({faults: [{fault: 'doubleAnswer', command: 'FF45'}]});
		wire.send(framed(paid));
		expect(await wire.next(1)).toBe('06');
		expect(await wire.frame()).toBe(closed.answer);
		expect(await wire.frame()).toBe(closed.answer);
		expect(register.closedReceipts()).toBe(1);
	});

	test('given answerLate, then it is done before the answer goes out', async () => {
		const {register, wire} = await withReceipt({faults: [{fault: 'answerLate', ms: 40, command: 'FF45'}]});
		wire.send(framed(paid));
		expect(await wire.next(1)).toBe('06');
		expect(register.closedReceipts()).toBe(1);
		expect(wire.waiting).toBe('');
		expect(await wire.frame()).toBe(closed.answer);
	});

	test('given ackWithoutAnswer, then ENQ fetches the answer', async () => {
		const {register, wire} = await withReceipt({faults: [{fault: 'ackWithoutAnswer', command: 'FF45'}]});
		wire.send(framed(paid));
		expect(await wire.next(1)).toBe('06');
		expect(await wire.enquire()).toBe('06');
		expect(await wire.frame()).toBe(closed.answer);
		expect(register.closedReceipts()).toBe(1);
	});

	test('given loseClose without a command, then it waits for the close: done, and ENQ gets NAK', async () => {
		const {register, wire} = await withReceipt({faults: [{fault: 'loseClose'}]});
		wire.send(framed(paid));
		expect(await wire.next(1)).toBe('06');
		wire.send('05');
		expect(await wire.next(1)).toBe('15');
		expect(register.closedReceipts()).toBe(1);
		expect((await wire.ask(storageStatus)).slice(-8)).toBe('03000000');
		expect(await wire.ask(findDocument(closed.fd))).toMatch(/^ff0a0003.{12}03000000035ed0b2011027000000$/);
	});

	test.each([
		['done', 1],
		['notDone', 0],
	] as const)('given lineBroken, %s, then the line ends after ACK', async (end, receipts) => {
		const {register} = await withReceipt({faults: [{fault: 'lineBroken', end, command: 'FF45'}]});
		const first = await dial(register);
		first.send(framed(paid));
		expect(await first.next(1)).toBe('06');
		await first.closed();
		expect(register.closedReceipts()).toBe(receipts);
		const second = await dial(register);
		if (end === 'notDone') second.send('05');
		expect(end === 'done' ? await second.enquire() : await second.next(1)).toBe(end === 'done' ? '06' : '15');
		if (end === 'done') expect(await second.frame()).toBe(closed.answer);
		second.close();
	});
});

describe('power lost inside the close', () => {
	test.each([
		['closed', undefined, 1, '02'],
		['notClosed', 'kept', 0, '08'],
		['notClosed', 'cancelled', 0, '02'],
	] as const)(
		'given %s, receipt %s, then the state says so after power is back',
		async (end, receipt, receipts, mode) => {
			const fault: Fault = {fault: 'powerLostInsideClose', end, ...(receipt && {receipt})};
			const {register} = await withReceipt({faults: [fault]});
			const line = await dial(register);
			line.send(framed(paid));
			expect(await line.next(1)).toBe('06');
			await line.closed();
			const refused = await dial(register);
			refused.send('05');
			expect(await refused.next(1)).toBe('');
			register.control.setPower(true);
			const again = await dial(register);
			again.send('05');
			expect(await again.next(1)).toBe('15');
			expect(await modeByte(again)).toBe(mode);
			expect(register.closedReceipts()).toBe(receipts);
			again.close();
		},
	);

	test('given offMs, then power comes back by itself', async () => {
		const fault: Fault = {fault: 'powerLostInsideClose', end: 'closed', offMs: 10};
		const {register} = await withReceipt({faults: [fault]});
		const first = await dial(register);
		first.send(framed(paid));
		expect(await first.next(1)).toBe('06');
		await first.closed();
		let line = await dial(register);
		line.send('05');
		while ((await line.next(1)) !== '15') {
			line = await dial(register);
			line.send('05');
		}
		expect(await modeByte(line)).toBe('02');
		line.close();
	});

	test('given a line that is no TCP, then it stays and nobody speaks until power is back', async () => {
		const {register, wire} = await withReceipt({faults: [{fault: 'powerLostInsideClose', end: 'closed'}]});
		wire.send(framed(paid));
		expect(await wire.next(1)).toBe('06');
		wire.send('05');
		setImmediate(() => register.control.setPower(true));
		expect(await wire.enquire()).toBe('15');
		expect(await modeByte(wire)).toBe('02');
	});
});

test('given a register that is off and ignores, then a line opens and nobody speaks until power is back', async () => {
	const {register} = await started({whenOff: 'ignore'});
	register.control.setPower(false);
	const line = await dial(register);
	line.send('05');
	register.control.setPower(true);
	line.send('05');
	expect(await line.enquire()).toBe('15');
	line.close();
});

describe('faults in the answer', () => {
	test.each([
		[{fault: 'busy', command: '8D', times: 2}, '50'],
		[{fault: 'wrongMode', command: '8D', times: 2}, '73'],
		[{fault: 'storageFull', command: '8D', times: 2}, '14'],
		[{fault: 'refuse', error: 0x2f, command: '8D', times: 2}, '2f'],
	] as const)(
		'given %j, then the code comes twice, nothing is done, and the third goes through',
		async (fault, code) => {
			const {register, wire} = await withShift({faults: [fault]});
			expect(await wire.ask(openReceipt())).toBe(`8d${code}`);
			expect(await wire.ask(openReceipt())).toBe(`8d${code}`);
			expect(register.state().receipt).toBeNull();
			expect(await wire.ask(openReceipt())).toBe('8d001e');
		},
	);

	test('given shiftOver24h at the close, then the close is refused and the receipt can be cancelled', async () => {
		const {wire} = await withReceipt({faults: [{fault: 'shiftOver24h', command: 'FF45'}]});
		expect(await wire.ask(paid)).toBe('ff454e');
		expect(await modeByte(wire)).toBe('08');
		expect(await wire.ask('881e000000')).toBe('88001e');
		expect(await modeByte(wire)).toBe('03');
		expect(await wire.ask(openReceipt())).toBe('8d4e');
	});

	test('given a model that closes overdue receipts, then it does', async () => {
		const {wire} = await withReceipt({
			capabilities: {closesOverdueReceipt: true},
			faults: [{fault: 'shiftOver24h', command: 'FF45'}],
		});
		expect(await wire.ask(paid)).toBe(closed.answer);
	});

	test('given foreignReceipt at 8D, then 4Ah, and the receipt is another operator’s', async () => {
		const {register, wire} = await withShift({faults: [{fault: 'foreignReceipt', command: '8D'}]});
		expect(await wire.ask(openReceipt())).toBe('8d4a');
		expect(await wire.ask(subtotal)).toBe('89001e842f010000');
		expect(register.state().receipt?.operator).toBe(1);
		expect(await wire.ask(`ff46${'02000000'}${operation().slice(12)}`)).toBe('ff4659');
	});
});

describe('which command a fault strikes', () => {
	test('given nth, then the earlier ones go through', async () => {
		const {wire} = await withShift({faults: [{fault: 'busy', command: '17', nth: 3}]});
		const answers = [];
		for (let time = 0; time < 4; time++) answers.push(await wire.ask(line('x')));
		expect(answers).toEqual(['17001e', '17001e', '1750', '17001e']);
	});

	test('given no command, then any; given clearFaults, then none', async () => {
		const {register, wire} = await started({faults: [{fault: 'busy'}, {fault: 'busy'}]});
		expect(await wire.ask(shortStatus)).toBe('1050');
		expect(register.control.pendingFaults()).toHaveLength(1);
		register.control.clearFaults();
		expect(await wire.ask(shortStatus)).toMatch(/^1000/);
	});

	test('given a fault that struck, then the log names it', async () => {
		const {register, wire} = await withReceipt({faults: [{fault: 'loseClose'}]});
		wire.send(framed(paid));
		await wire.next(1);
		expect(register.commands().at(-1)).toMatchObject({
			code: 'FF45',
			name: 'close receipt',
			error: 0,
			fault: 'loseClose',
			requestHex: paid,
		});
	});
});

test('given another program that sells between our commands, then document and receipt numbers grow and ours stays open', async () => {
	const {register, wire} = await withReceipt();
	expect(register.control.sellForeign(5000)).toMatchObject({fd: 3, isForeign: true, totalKopecks: 5000});
	expect(await modeByte(wire)).toBe('08');
	expect(await wire.ask(shiftParameters)).toBe('ff40000101000100');
	expect(await wire.ask(paid)).toMatch(/^ff4500000000000004000000/);
});
