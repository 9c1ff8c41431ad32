// Link v2 over a raw line: numbers, repeats, stuffing, checks.
import {describe, expect, test} from 'vitest';
import {crc16} from '../../../source/sandbox/register/link/crc.ts';
import {frameV2} from '../../../source/sandbox/register/link/v2.ts';
import {beep, openShift, operation, shortStatus} from './requests.ts';
import {type Started, started} from './started.ts';
import {dial, type Wire} from './wire.ts';

const numbered = (number: number, payload: string): string =>
	Buffer.from(frameV2(number, Buffer.from(payload, 'hex'))).toString('hex');

/** One frame off the line, unstuffed: its number and data. */
async function frame(wire: Wire): Promise<{number: number; data: string}> {
	const bytes: number[] = [];
	const byte = async () => Number.parseInt(await wire.next(1), 16);
	while ((await byte()) !== 0x8f);
	while (bytes.length < 2 || bytes.length < (bytes[0] ?? 0) + 256 * (bytes[1] ?? 0) + 4) {
		const next = await byte();
		bytes.push(next === 0x9f ? ((await byte()) === 0x81 ? 0x8f : 0x9f) : next);
	}
	const all = Buffer.from(bytes);
	expect(crc16(all.subarray(0, -2))).toBe(all.readUInt16LE(all.length - 2));
	return {number: all.readUInt16LE(2), data: all.subarray(4, -2).toString('hex')};
}

const newModel = (): Promise<Started> => started({model: 'm-02f-v2'});

test('given the check string, then CRC is 29B1', () => {
	expect(crc16(Buffer.from('123456789'))).toBe(0x29b1);
});

describe('numbered frames', () => {
	test('given no answer yet, when the host synchronises, then an empty answer with number 0 comes', async () => {
		const {wire} = await newModel();
		wire.send('8f00000f1d');
		expect(await frame(wire)).toEqual({number: 0, data: ''});
	});

	test('given the golden exchange rf-78, then the answers are those of the fixture byte by byte', async () => {
		const {register, wire} = await newModel();
		for (let number = 1; number <= 5; number++) {
			wire.send(numbered(number, shortStatus));
			await frame(wire);
		}
		const other = await dial(register);
		await other.ask(openShift);
		other.close();
		wire.send('8f00000f1d');
		expect(await wire.next(23)).toBe('8f1200050010001e92020400009d2ec80100740200333c');
		wire.send('8f07000600101e0000005bb5');
		expect(await wire.next(23)).toBe('8f1200060010001e92020200009d2ec80100740200b5cd');
	});

	test('given a request with the same number, then the answer is repeated and nothing is carried out again', async () => {
		const {register, wire} = await newModel();
		for (let time = 0; time < 3; time++) {
			wire.send(numbered(1, openShift));
			expect(await frame(wire)).toEqual({number: 1, data: 'e0001e'});
		}
		expect(register.commands()).toHaveLength(1);
	});

	test('given a number that is not the next, then the last answer comes with its own number', async () => {
		const {register, wire} = await newModel();
		wire.send(numbered(1, beep));
		await frame(wire);
		wire.send(numbered(7, openShift));
		expect(await frame(wire)).toEqual({number: 1, data: '13001e'});
		expect(register.commands()).toHaveLength(1);
	});

	test('given number 008F, then it goes stuffed both ways (rf-79)', async () => {
		const {wire} = await newModel();
		for (let number = 1; number < 143; number++) {
			wire.send(numbered(number, beep));
			await frame(wire);
		}
		wire.send('8f07009f8100101e0000006e35');
		expect(await wire.next(4)).toBe('8f12009f');
	});

	test('given a wrong check, then silence; the right frame is answered', async () => {
		const {register, wire} = await newModel();
		wire.send(Buffer.from(frameV2(1, Buffer.from(openShift, 'hex'), 'wrong')).toString('hex'));
		wire.send(numbered(1, openShift));
		expect(await frame(wire)).toEqual({number: 1, data: 'e0001e'});
		expect(register.commands()).toHaveLength(1);
		expect(wire.waiting).toBe('');
	});

	test('given a bare 8F or a wrong pair inside a frame, then the frame is dropped and the next one counts', async () => {
		const {register, wire} = await newModel();
		wire.send('8f0700 8f');
		wire.send('8f07009f82');
		wire.send(numbered(1, beep));
		expect(await frame(wire)).toEqual({number: 1, data: '13001e'});
		expect(register.commands()).toHaveLength(1);
	});

	test.each(['badLrc', 'noiseBefore', 'doubleAnswer', 'ackWithoutAnswer'] as const)(
		'given the fault %s, when the host repeats its request, then it gets the answer and the command ran once',
		async (fault) => {
			const {register, wire} = await newModel();
			register.control.inject({fault, command: 'E0'});
			wire.send(numbered(1, openShift));
			wire.send(numbered(1, openShift));
			wire.send(numbered(2, shortStatus));
			let answer = await frameOrNext(wire);
			while (answer.number !== 2) answer = await frameOrNext(wire);
			expect(answer.data).toMatch(/^10001e920202/);
			expect(register.commands().filter(({code}) => code === 'E0')).toHaveLength(1);
			expect(register.state().isShiftOpen).toBe(true);
		},
	);
});

/** A frame whose check may be wrong. */
async function frameOrNext(wire: Wire): Promise<{number: number; data: string}> {
	try {
		return await frame(wire);
	} catch {
		return {number: 0, data: ''};
	}
}

describe('the choice of the link', () => {
	test('given v2 as the first byte, then v1 is deaf until the choice is made anew', async () => {
		const {register, wire} = await newModel();
		wire.send(numbered(1, beep));
		await frame(wire);
		wire.send('05');
		wire.send(numbered(2, beep));
		expect(await wire.next(1)).toBe('8f');
		expect(await wire.next(9)).toMatch(/^05000200/);
		register.control.resetLink();
		wire.send('05');
		expect(await wire.next(1)).toBe('15');
	});

	test('given 14h over v2, then the next exchange may be v1', async () => {
		const {wire} = await newModel();
		wire.send(numbered(1, '141e000000000664'));
		expect(await frame(wire)).toEqual({number: 1, data: '1400'});
		wire.send('05');
		expect(await wire.next(1)).toBe('15');
	});

	test('given a model without v2, then its frames are noise', async () => {
		const {wire} = await started();
		wire.send('8f');
		expect(await wire.next(1)).toBe('15');
	});

	test('given a frame too short to be a command, then the register refuses it', async () => {
		const {wire} = await newModel();
		wire.send(numbered(1, operation().slice(0, 20)));
		expect(await frame(wire)).toEqual({number: 1, data: 'ff467e'});
	});
});
