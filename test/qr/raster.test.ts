// Dots for a printer: sizes, bit order, and read back off the paper.
import {describe, expect, test} from 'vitest';
import {qrMatrix, rasterRows} from '../../source/qr/index.ts';
import {pictureOfRaster} from '../support/screen-picture.ts';
import {decodePicture} from '../support/terminal-qr.ts';
import {goodPayloads, payloadNamed} from './payloads.ts';

describe('raster', () => {
	test('given every good payload at M, unscaled rows are as many as modules and are read back', () => {
		for (const {payload} of goodPayloads) {
			const matrix = qrMatrix(payload, 'M');
			const rows = rasterRows(matrix, {dot: 1, quietZone: 4});
			expect(rows).toHaveLength(matrix.size + 8);
			expect(rows.every((row) => row.length === Math.ceil((matrix.size + 8) / 8))).toBe(true);
			expect(decodePicture(pictureOfRaster(rows, matrix.size + 8, 4))).toBe(payload);
		}
	});

	test.each([3, 4, 5, 6, 8])('given dots of %i, every module is a square of them', (dot) => {
		const text = payloadNamed('sbp-dynamic');
		const matrix = qrMatrix(text, 'M');
		const rows = rasterRows(matrix, {dot, quietZone: 4});
		expect(rows).toHaveLength((matrix.size + 8) * dot);
		expect(decodePicture(pictureOfRaster(rows, (matrix.size + 8) * dot))).toBe(text);
	});

	test('the highest bit is the leftmost dot, a set bit is black, and the last byte is filled with white', () => {
		const matrix = qrMatrix('qr', 'L');
		const rows = rasterRows(matrix, {dot: 1, quietZone: 0});
		// The finder pattern's first row: seven black modules, then a white one.
		expect(rows[0]?.[0]).toBe(0b1111_1110);
		expect(rows[1]?.[0]).toBe(0b1000_0010);
		expect(rows.every((row) => ((row[2] ?? 0) & 0b0000_0111) === 0)).toBe(true);
		const quiet = rasterRows(matrix, {dot: 2, quietZone: 4});
		for (const row of [...quiet.slice(0, 8), ...quiet.slice(-8)])
			expect(row.every((byte) => byte === 0)).toBe(true);
		expect(quiet[8]?.slice(0, 3)).toEqual(Uint8Array.of(0, 0b1111_1111, 0b1111_1100));
	});
});
