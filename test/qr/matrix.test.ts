// Text to modules: sizes by the standard's table, and every mode read back by somebody else's decoder.
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {modulesOfVersion, type QrLevel, qrMatrix, rasterRows, versionInBytes} from '../../source/qr/index.ts';
import {pictureOfRaster} from '../support/screen-picture.ts';
import {decodeHere, decodePicture} from '../support/terminal-qr.ts';
import {goodPayloads, payloadNamed} from './payloads.ts';

const levels = ['L', 'M', 'Q', 'H'] as const;

function pictureOf(text: string, level: QrLevel) {
	const matrix = qrMatrix(text, level);
	return pictureOfRaster(rasterRows(matrix, {dot: 3, quietZone: 4}), (matrix.size + 8) * 3);
}

/** Small letters only: no mode but bytes can hold them. */
const plain = (bytes: number): string => 'qr'.repeat(bytes).slice(0, bytes);

const capacities = {
	L: [17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858],
	M: [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666],
	Q: [11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258, 292],
	H: [7, 14, 24, 34, 44, 58, 64, 84, 98, 119, 137, 155, 177, 194],
};

describe('sizes', () => {
	test.each(levels)(
		'given text in bytes at %s, the version is the first that the standard allows',
		(level) => {
			for (const [at, capacity] of capacities[level].entries()) {
				expect(versionInBytes(capacity, level)).toBe(at + 1);
				expect(qrMatrix(plain(capacity), level)).toMatchObject({
					version: at + 1,
					level,
					size: modulesOfVersion(at + 1),
				});
				expect(versionInBytes(capacity + 1, level)).toBeGreaterThan(at + 1);
			}
		},
	);

	test('given more than any QR holds, a version is refused and not guessed', () => {
		expect(versionInBytes(2953, 'L')).toBe(40);
		expect(versionInBytes(2954, 'L')).toBeNull();
		expect(() => qrMatrix(plain(2954), 'L')).toThrow(RangeError);
	});

	test('given a sum from 100 000 roubles on, mixed modes keep the link at version 5 up to 112 bytes', () => {
		for (const name of ['sbp-dynamic-100k', 'sbp-extra-parameter', 'sbp-test-host']) {
			const text = payloadNamed(name);
			expect(versionInBytes(text.length, 'L')).toBe(6);
			expect(qrMatrix(text, 'L').version).toBe(5);
		}
		const staticLink = payloadNamed('sbp-static-no-sum');
		expect([qrMatrix(staticLink, 'L').version, qrMatrix(staticLink, 'M').version]).toEqual([4, 5]);
	});

	test('given any good payload, mixing modes never makes it larger than plain bytes', () => {
		for (const {payload, bytes} of goodPayloads) {
			for (const level of levels) {
				expect(qrMatrix(payload, level).version).toBeLessThanOrEqual(versionInBytes(bytes, level) ?? 0);
			}
		}
	});

	test('outside of the code every module is light', () => {
		const matrix = qrMatrix('qr', 'L');
		expect(matrix.isDark(0, 0)).toBe(true);
		for (const [row, column] of [
			[-1, 0],
			[0, -1],
			[matrix.size, 0],
			[0, matrix.size],
		] as const) {
			expect(matrix.isDark(row, column)).toBe(false);
		}
	});
});

describe('reading back', () => {
	test('given any good payload at any level, two decoders read exactly it', () => {
		for (const {payload} of goodPayloads) {
			for (const level of levels) expect(decodePicture(pictureOf(payload, level))).toBe(payload);
		}
	});

	test('given each version up to 20, the code is read back', () => {
		for (const capacity of capacities.L) {
			expect(decodeHere(pictureOf(plain(capacity), 'L'))).toBe(plain(capacity));
		}
	});

	test('given Cyrillic text, it is read back as UTF-8', () => {
		expect(decodePicture(pictureOf('Касса 1: 1250,00 ₽', 'M'))).toBe('Касса 1: 1250,00 ₽');
	});

	test('given texts that change between modes at random, each is read back', () => {
		const run = fc.oneof(
			fc.string({unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 40}),
			fc.string({unit: fc.constantFrom(...'ABCDEF$%*+-./: 019'), minLength: 1, maxLength: 40}),
			fc.string({unit: fc.constantFrom(...'abcxyz?&=#'), minLength: 1, maxLength: 20}),
		);
		const text = fc.array(run, {minLength: 1, maxLength: 14}).map((runs) => runs.join(''));
		fc.assert(
			fc.property(text, fc.constantFrom(...levels), (wanted, level) => {
				expect(decodeHere(pictureOf(wanted, level))).toBe(wanted);
			}),
			{numRuns: 60},
		);
	});
});
