// Link v1 over a raw line: the register's state machine and what follows from it.
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {beep, openReceipt, openShift, operation, shortStatus, subtotal} from './requests.ts';
import {started, withReceipt, withShift} from './started.ts';
import {dial, framed} from './wire.ts';

const frame = framed(shortStatus);

describe('an exchange', () => {
	test('given an idle register, when ENQ comes, then NAK says that it is ready', async () => {
		const {wire} = await started();
		wire.send('05');
		expect(await wire.next(1)).toBe('15');
	});

	test('given no ENQ before it, when a frame comes, then it is taken all the same', async () => {
		const {wire} = await started();
		wire.send(frame);
		expect(await wire.next(1)).toBe('06');
		expect(await wire.frame()).toMatch(/^1000/);
	});

	test('given a frame that comes byte by byte, then it is taken as one', async () => {
		const {wire} = await started();
		wire.send('05');
		await wire.next(1);
		for (const byte of frame.match(/../g) ?? []) wire.send(byte);
		expect(await wire.next(1)).toBe('06');
	});

	test('given control bytes inside a frame, then they are data there', async () => {
		const {wire, register} = await started();
		await wire.ask(`17 1e000000 02 ${'05060215'.repeat(10)}`);
		expect(register.commands().at(-1)?.error).toBe(0);
	});

	test('given TCP, when the host confirms, then a byte FF follows; on another line it does not', async () => {
		const {register, wire} = await started();
		const overTcp = await dial(register);
		for (const each of [overTcp, wire]) {
			await each.ask(beep);
			each.send('05');
		}
		expect(await overTcp.next(2)).toBe('ff15');
		expect(await wire.next(1)).toBe('15');
		overTcp.close();
	});
});

describe('spoilt frames', () => {
	test('given a wrong check, then NAK, and nothing was carried out; the same frame right is taken', async () => {
		const {wire, register} = await started();
		wire.send(`${frame.slice(0, -2)}00`);
		expect(await wire.next(1)).toBe('15');
		expect(register.commands()).toHaveLength(0);
		wire.send(frame);
		expect(await wire.next(1)).toBe('06');
	});

	test('given length zero, then NAK at once', async () => {
		const {wire} = await started();
		wire.send('0200');
		expect(await wire.next(1)).toBe('15');
	});

	test('given a frame that lost a byte, then NAK comes after the byte time-out', async () => {
		const {wire, register} = await started({byteTimeoutMs: 20});
		wire.send(frame.slice(0, -2));
		expect(await wire.next(1)).toBe('15');
		expect(register.commands()).toHaveLength(0);
	});

	test('given a byte too many, then NAK for the frame and NAK for what is left over', async () => {
		const {wire} = await started();
		wire.send(`${frame.slice(0, 6)}${frame.slice(4)}`);
		expect(await wire.next(2)).toBe('1515');
	});

	test('given noise in the idle state, then each byte costs one NAK', async () => {
		const {wire} = await started();
		wire.send('00ff7e');
		expect(await wire.next(3)).toBe('151515');
	});
});

describe('the kept answer', () => {
	test('given no ACK from the host, when ENQ comes twice, the first is swallowed and the second brings the answer again', async () => {
		const {wire, register} = await started();
		wire.send(frame);
		await wire.next(1);
		const answer = await wire.frame();
		wire.send('0505');
		expect(await wire.next(1)).toBe('06');
		expect(await wire.frame()).toBe(answer);
		wire.send('06');
		wire.send('05');
		expect(await wire.next(1)).toBe('15');
		expect(register.commands()).toHaveLength(1);
	});

	test('given NAK from the host, then nothing comes by itself and ENQ brings the answer, any number of times', async () => {
		const {wire, register} = await started();
		wire.send(frame);
		await wire.next(1);
		const answer = await wire.frame();
		for (let time = 0; time < 3; time++) {
			wire.send('1505');
			expect(await wire.next(1)).toBe('06');
			expect(await wire.frame()).toBe(answer);
		}
		expect(wire.waiting).toBe('');
		expect(register.commands()).toHaveLength(1);
	});

	test('given silence longer than the byte time-out, then one ENQ is enough', async () => {
		const {wire} = await started({byteTimeoutMs: 15});
		wire.send(frame);
		await wire.next(1);
		await wire.frame();
		expect(await wire.enquire()).toBe('06');
	});

	test('given noise that equals ACK, then the answer is lost: ENQ gets NAK', async () => {
		const {wire} = await started();
		wire.send(frame);
		await wire.next(1);
		await wire.frame();
		wire.send('06');
		wire.send('05');
		expect(await wire.next(1)).toBe('15');
	});

	test('given a kept answer, when frames and noise come, then the register says nothing and carries nothing out', async () => {
		const {wire, register} = await withReceipt();
		wire.send(framed(subtotal));
		await wire.next(1);
		await wire.frame();
		wire.send('15');
		wire.send(`${framed(operation())}00ff06`);
		wire.send('05');
		expect(await wire.next(1)).toBe('06');
		expect(await wire.frame()).toBe('89001e1027000000');
		expect(register.commands().at(-1)?.code).toBe('89');
	});

	test('given a broken TCP line, when the host comes again, then the answer is still kept', async () => {
		const {register} = await started();
		const first = await dial(register);
		first.send(framed(beep));
		await first.next(1);
		await first.frame();
		first.close();
		const second = await dial(register);
		expect(await second.enquire()).toBe('06');
		expect(await second.frame()).toBe('13001e');
		second.close();
	});

	test('given two lines at once, then each has an answer of its own', async () => {
		const {register} = await started();
		const [first, second] = [await dial(register), await dial(register)];
		first.send(framed(beep));
		await first.next(1);
		await first.frame();
		second.send('05');
		expect(await second.next(1)).toBe('15');
		first.close();
		second.close();
	});

	test('given power that was lost, then the answer is forgotten', async () => {
		const {register, wire} = await started();
		wire.send(framed(beep));
		await wire.next(1);
		await wire.frame();
		register.control.setPower(false);
		register.control.setPower(true);
		wire.send('05');
		expect(await wire.next(1)).toBe('15');
	});
});

describe('a register at work', () => {
	test('given an ENQ while it works, then its answer comes, the ENQ counts as a bad confirmation, and the next brings it again', async () => {
		const {wire} = await withShift({faults: [{fault: 'answerLate', ms: 30, command: '10'}]});
		wire.send(frame);
		expect(await wire.next(1)).toBe('06');
		wire.send('05');
		const answer = await wire.frame();
		wire.send('06');
		wire.send('05');
		expect(await wire.next(1)).toBe('06');
		expect(await wire.frame()).toBe(answer);
	});
});

type Step = {readonly from: 'host' | 'device'; readonly hex: string};
type Exchange = {readonly id: string; readonly name: string; readonly exchange?: readonly Step[]};
const {frames} = JSON.parse(readFileSync('test/golden/register-frames.json', 'utf8')) as {
	readonly frames: readonly Exchange[];
};
const exchanges = frames.filter(({id}) => ['rf-72', 'rf-73', 'rf-75', 'rf-77'].includes(id));

test.each(exchanges)(
	'given the golden exchange $id ($name), the register says its part byte by byte',
	async ({id, exchange = []}) => {
		const {register, wire} = await withShift();
		if (id === 'rf-73') register.control.inject({fault: 'badLrc', command: '10'});
		const line = id === 'rf-77' ? await dial(register) : wire;
		let host = '';
		for (const {from, hex} of exchange) {
			if (from === 'host') {
				host = hex;
				line.send(hex);
				continue;
			}
			expect(await line.next(hex.length / 2), `after ${host}`).toBe(hex);
		}
		if (line !== wire) line.close();
	},
);

test('given the golden exchange rf-74, when the answer was lost, then ENQ brings it and the command was carried out once', async () => {
	const {register, wire} = await withShift({faults: [{fault: 'ackWithoutAnswer', command: '8D'}]});
	wire.send(framed(openReceipt()));
	expect(await wire.next(1)).toBe('06');
	expect(await wire.enquire()).toBe('06');
	expect(await wire.frame()).toBe('8d001e');
	expect(register.commands().filter(({code}) => code === '8D')).toHaveLength(1);
});

test('given the golden exchange rf-76, when an old answer waits, then it is read, confirmed, and the next command goes', async () => {
	const {wire} = await started({byteTimeoutMs: 15});
	wire.send(framed(beep));
	await wire.next(1);
	await wire.frame();
	expect(await wire.enquire()).toBe('06');
	expect(await wire.frame()).toBe('13001e');
	wire.send('06');
	expect(await wire.ask(openShift)).toBe('e0001e');
});
