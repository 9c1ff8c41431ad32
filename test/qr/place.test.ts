// Where on a screen the QR stands: beside the text, below it, alone, or nowhere.
import {describe, expect, test} from 'vitest';
import {fitFullscreen, placeQr, type QrPlace, type QrRendering} from '../../source/qr/index.ts';
import {goodPayloads, payloadNamed} from './payloads.ts';

const halfBlocks = {type: 'cells', kind: 'half-blocks', colours: '256'} as const;
const spaces = {type: 'cells', kind: 'spaces', colours: '8'} as const;
const link = payloadNamed('sbp-dynamic');
const longLink = payloadNamed('wechat-old-mode1');

const place = (columns: number, rows: number, text = link, rendering: QrRendering = halfBlocks): QrPlace =>
	placeQr({columns, rows, text, rendering});

function told(found: QrPlace): string {
	if (found.at === 'nowhere') return `nowhere: ${found.because}`;
	const {level, quietZone, columns, rows} = found.fit;
	return `${found.at} ${level}${quietZone} ${columns}×${rows}`;
}

describe('on 80×24', () => {
	test.each([
		['sbp-dynamic', 'beside L3 43×22'],
		['sbp-dynamic-max-v5', 'beside L3 43×22'],
		['sbp-dynamic-100k', 'beside L3 43×22'],
		['sbp-extra-parameter', 'beside L3 43×22'],
		['sbp-static-no-sum', 'beside M3 43×22'],
		['sbp-bare-id', 'beside M4 37×19'],
		['wechat-native', 'beside M4 37×19'],
		['alipay-precreate', 'beside Q4 41×21'],
	])('given %s it is %s', (name, wanted) => {
		expect(told(place(80, 24, payloadNamed(name)))).toBe(wanted);
	});

	test('given a pane of 38 columns there is still room for the link at quiet zone 2', () => {
		expect(told(placeQr({columns: 80, rows: 24, text: link, rendering: halfBlocks, paneColumns: 38}))).toBe(
			'beside L2 41×21',
		);
		expect(placeQr({columns: 80, rows: 24, text: link, rendering: halfBlocks, paneColumns: 39}).at).toBe(
			'fullscreen-only',
		);
	});

	test('given all good payloads, none is placed larger than the screen leaves free', () => {
		for (const {payload} of goodPayloads) {
			for (const [columns, rows] of [
				[80, 24],
				[80, 25],
				[100, 30],
				[60, 20],
				[132, 43],
			] as const) {
				const found = place(columns, rows, payload);
				if (found.at === 'nowhere') continue;
				const free = {
					beside: [columns - 35, rows - 2],
					below: [columns, rows - 4],
					'fullscreen-only':
						found.at === 'fullscreen-only' && found.words === 'beside'
							? [columns - 18, rows]
							: [columns, rows - 1],
				}[found.at];
				expect(found.fit.columns).toBeLessThanOrEqual(free[0] ?? 0);
				expect(found.fit.rows).toBeLessThanOrEqual(free[1] ?? 0);
			}
		}
	});

	test('alone on the screen the link has level M', () => {
		expect(fitFullscreen({columns: 80, rows: 24}, link, 'half-blocks')).toMatchObject({
			level: 'M',
			columns: 45,
			rows: 23,
		});
	});
});

describe('on other screens', () => {
	test.each([
		[76, 24, 'beside L2 41×21'],
		[75, 24, 'fullscreen-only M2 45×23'],
		[75, 25, 'below L2 41×21'],
		[41, 25, 'below L2 41×21'],
		[41, 24, 'fullscreen-only L2 41×21'],
		[41, 22, 'fullscreen-only L2 41×21'],
		[40, 60, 'nowhere: too-small'],
		[41, 21, 'nowhere: too-small'],
		[60, 20, 'fullscreen-only L1 39×20'],
		[56, 20, 'nowhere: too-small'],
		[100, 30, 'beside M4 49×25'],
	])('given %i×%i it is %s', (columns, rows, wanted) => {
		expect(told(place(columns, rows))).toBe(wanted);
	});

	test('given a screen too small, it says which would do, and such a screen does', () => {
		const found = place(37, 20);
		expect(found).toEqual({
			at: 'nowhere',
			because: 'too-small',
			needed: {columns: 41, rows: 22},
			screen: {columns: 37, rows: 20},
		});
		expect(place(41, 22).at).toBe('fullscreen-only');
	});

	test('given coloured spaces, a link needs 82×42', () => {
		expect(told(place(82, 42, link, spaces))).toBe('fullscreen-only L2 82×41');
		expect(place(81, 42, link, spaces)).toMatchObject({at: 'nowhere', needed: {columns: 82, rows: 42}});
		expect(place(80, 25, link, spaces)).toMatchObject({at: 'nowhere', because: 'too-small'});
		expect(told(place(132, 50, link, spaces))).toBe('beside M3 94×47');
	});

	test('given a title without a row of its own, the QR has that row', () => {
		const screen = {columns: 100, rows: 24, text: link, rendering: halfBlocks};
		expect(told(placeQr({...screen, keptRows: 2}))).toBe('beside L3 43×22');
		expect(told(placeQr({...screen, keptRows: 1}))).toBe('beside M2 45×23');
	});

	test('given 156 bytes on 80×24, only the screen alone has room', () => {
		expect(place(80, 24, longLink).at).toBe('fullscreen-only');
	});

	test('given a terminal that cannot draw, its size does not matter', () => {
		expect(place(200, 100, link, {type: 'none', because: 'no-colours'})).toEqual({
			at: 'nowhere',
			because: 'no-colours',
		});
		expect(place(200, 100, link, {type: 'none', because: 'setting'})).toEqual({
			at: 'nowhere',
			because: 'setting',
		});
	});
});
