// Whatever comes over the line, the register carries out nothing but whole frames, and ENQ always brings it back to its senses.
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {startVirtualRegister} from '../../../source/sandbox/register/index.ts';
import {beep, openShift} from './requests.ts';
import {framed, plug} from './wire.ts';

const hexBytes = (min: number, max: number) =>
	fc.uint8Array({minLength: min, maxLength: max}).map((bytes) => Buffer.from(bytes).toString('hex'));

/** Reads what is due until the register is ready, and then proves it by a command. */
async function recovers(noise: readonly string[]): Promise<readonly string[]> {
	const register = await startVirtualRegister({byteTimeoutMs: 4});
	const wire = plug(register);
	try {
		for (const part of noise) wire.send(part);
		for (;;) {
			wire.send('05');
			if ((await wire.quiet(12)).endsWith('15')) break;
			wire.send('06');
		}
		expect(await wire.ask(beep)).toBe('13001e');
		return register.commands().map(({requestHex}) => requestHex);
	} finally {
		wire.close();
		await register.stop();
	}
}

test('given any noise, then ENQ ends with NAK and nothing of the noise was carried out', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(hexBytes(1, 30), {maxLength: 4}), async (noise) => {
			expect(await recovers(noise)).toEqual([beep]);
		}),
		{numRuns: 40},
	);
});

test('given a frame with any one byte changed, then it is carried out never, or once and as it was', async () => {
	const frame = Buffer.from(framed(openShift), 'hex');
	await fc.assert(
		fc.asyncProperty(fc.nat(frame.length - 1), fc.integer({min: 1, max: 255}), async (at, change) => {
			const spoilt = frame.with(at, (frame[at] ?? 0) ^ change);
			expect(await recovers([Buffer.from(spoilt).toString('hex')])).toEqual([beep]);
		}),
		{numRuns: 40},
	);
});
