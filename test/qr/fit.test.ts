// Which QR goes into which space: the geometry of half blocks and coloured spaces, and the order of preference.
import {describe, expect, test} from 'vitest';
import {fitQr, type QrKind} from '../../source/qr/index.ts';
import {goodPayloads, payloadNamed} from './payloads.ts';

const plain = (bytes: number): string => 'qr'.repeat(bytes).slice(0, bytes);

function fitInto(text: string, columnsFree: number, rowsFree: number, kind: QrKind = 'half-blocks') {
	return fitQr({text, columnsFree, rowsFree, kind});
}

/** Bytes, and columns × rows at L and at M with quiet zone 2. */
const geometry = [
	[38, [33, 17], [33, 17]],
	[46, [33, 17], [37, 19]],
	[51, [33, 17], [37, 19]],
	[81, [41, 21], [41, 21]],
	[86, [41, 21], [45, 23]],
	[100, [41, 21], [45, 23]],
	[105, [41, 21], [45, 23]],
	[106, [41, 21], [45, 23]],
	[107, [45, 23], [49, 25]],
	[150, [49, 25], [53, 27]],
	[200, [57, 29], [61, 31]],
	[300, [65, 33], [73, 37]],
	[512, [81, 41], [93, 47]],
] as const;

describe('geometry', () => {
	test.each(geometry)('given %i bytes in half blocks, L takes %o cells and M %o', (bytes, atL, atM) => {
		const text = plain(bytes);
		expect(fitInto(text, 0, 0)).toEqual({type: 'doesNotFit', needed: {columns: atL[0], rows: atL[1]}});
		const forM = fitInto(text, atM[0], atM[1]);
		expect(forM).toMatchObject({type: 'fits', columns: atM[0], rows: atM[1], quietZone: 2});
		expect(forM).not.toMatchObject({level: 'L'});
	});

	test.each(geometry)('given %i bytes in coloured spaces, both sides are doubled', (bytes, atL) => {
		const needed = {columns: atL[0] * 2, rows: atL[1] * 2 - 1};
		expect(fitInto(plain(bytes), 0, 0, 'spaces')).toEqual({type: 'doesNotFit', needed});
		expect(fitInto(plain(bytes), needed.columns, needed.rows, 'spaces')).toMatchObject({
			type: 'fits',
			kind: 'spaces',
			...needed,
		});
	});

	test('given the golden payloads, none needs more cells than plain bytes would', () => {
		for (const {payload, halfBlocks} of goodPayloads) {
			const [columns = 0, rows = 0] = halfBlocks.L.split('x').map(Number);
			expect(fitInto(payload, columns, rows)).toMatchObject({type: 'fits'});
		}
	});
});

describe('preference', () => {
	const link = payloadNamed('sbp-dynamic');

	test('given room that shrinks, level M gives way to L only after its quiet zone has, and 2 is the least', () => {
		const seen = [];
		for (let columns = 51; columns >= 40; columns--) {
			const fit = fitInto(link, columns, 40);
			seen.push(fit.type === 'fits' ? `${fit.level}${fit.quietZone}` : 'none');
		}
		expect(seen).toEqual(['M4', 'M4', 'M4', 'M3', 'M3', 'M2', 'M2', 'L3', 'L3', 'L2', 'L2', 'none']);
	});

	test('given one row or one column too few, nothing is drawn', () => {
		expect(fitInto(link, 41, 21).type).toBe('fits');
		expect(fitInto(link, 40, 21).type).toBe('doesNotFit');
		expect(fitInto(link, 41, 20).type).toBe('doesNotFit');
	});

	test('given a version with room to spare, the higher level is taken for free', () => {
		expect(fitInto(plain(40), 80, 40)).toMatchObject({level: 'M', matrix: {version: 3, level: 'M'}});
		expect(fitInto(plain(46), 80, 40)).toMatchObject({level: 'Q', matrix: {version: 4, level: 'Q'}});
		expect(fitInto(plain(7), 80, 40)).toMatchObject({level: 'H', matrix: {version: 1, level: 'H'}});
		expect(fitInto(plain(24), 80, 40)).toMatchObject({level: 'M', matrix: {version: 2, level: 'M'}});
	});
});
