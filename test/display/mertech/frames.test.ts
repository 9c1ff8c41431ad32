// The bytes of the MERTECH QR-PAY as its open clients agree on them.
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {mertechFrames} from '../../../source/display/mertech/frames.ts';
import {link} from '../till.ts';
import {FakeDisplay} from './fake-display.ts';

const hex = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex');

describe('the frames', () => {
	test('given the reference’s vectors, are the same byte for byte', () => {
		expect(hex(mertechFrames.qr('TEST'))).toBe('02f20200045445535402f203');
		expect(hex(mertechFrames.clear)).toBe('02f003434c5303');
		expect(hex(mertechFrames.success)).toBe('02f003636f727265637403');
		expect(hex(mertechFrames.failure)).toBe('02f0036d697374616b6503');
	});

	test.each([
		[1, '0001'],
		[104, '0068'],
		[255, '00ff'],
		[256, '0100'],
		[300, '012c'],
		[512, '0200'],
	])('given a text of %i bytes, the length is two bytes, high byte first', (length, bytes) => {
		const frame = mertechFrames.qr('x'.repeat(length));
		expect(frame).toHaveLength(length + 8);
		expect(hex(frame).slice(6, 10)).toBe(bytes);
	});

	test.each(['', 'x'.repeat(513), 'Оплата', 'https://a\u001b[2J', 'two\nlines'])(
		'given %j, there is no frame: such a text never passed the QR check',
		(text) => {
			expect(mertechFrames.qr(text)).toBeNull();
		},
	);

	test('given any split of the bytes, the display shows the same', () => {
		const pieces = fc.array(fc.integer({min: 1, max: 9}), {minLength: 1, maxLength: 60});
		fc.assert(
			fc.property(pieces, (sizes) => {
				const display = new FakeDisplay();
				let rest = [...mertechFrames.clear, ...(mertechFrames.qr(link) ?? [])];
				for (const size of sizes) {
					display.take(rest.slice(0, size));
					rest = rest.slice(size);
				}
				display.take(rest);
				expect(display.history).toEqual([{type: 'empty'}, {type: 'qr', text: link}]);
				expect(display.rubbish).toBe(0);
			}),
		);
	});
});
