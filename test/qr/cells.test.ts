// Drawn rows on a terminal: read back in every theme, with every number of colours, and no byte more than needed.
import {describe, expect, test} from 'vitest';
import {type FittingQr, fitQr, type QrColours, type QrKind, qrRows} from '../../source/qr/index.ts';
import {cellsOfScreen} from '../support/screen-cells.ts';
import {newScreen, renderToGrid, screenText, writeTo} from '../support/terminal.ts';
import {decodeQrFromScreen, decodeQrFromTerminal} from '../support/terminal-qr.ts';
import {themes} from '../support/theme.ts';
import {goodPayloads, payloadNamed} from './payloads.ts';

const link = payloadNamed('sbp-dynamic');

function fitting(
	text: string,
	columnsFree: number,
	rowsFree: number,
	kind: QrKind = 'half-blocks',
): FittingQr {
	const fit = fitQr({text, columnsFree, rowsFree, kind});
	if (fit.type !== 'fits') throw new Error(`Needs ${fit.needed.columns}×${fit.needed.rows}`);
	return fit;
}

const atL = fitting(link, 41, 21);
const atM = fitting(link, 45, 23);
const inSpaces = fitting(link, 82, 41, 'spaces');

/** Rows put where they belong on the screen, as a program that knows its place writes them. */
const placed = (rows: readonly string[], top = 1, left = 1): string =>
	rows.map((row, at) => `\u001b[${top + at};${left}H${row}`).join('');

const escapes = (text: string): number => text.split('\u001b').length - 1;

describe('reading back', () => {
	test('given every good payload, its QR at L and at M is read off the screen', async () => {
		for (const {payload, halfBlocks} of goodPayloads) {
			for (const [columns = 0, rows = 0] of [halfBlocks.L, halfBlocks.M].map((size) =>
				size.split('x').map(Number),
			)) {
				const bytes = placed(qrRows(fitting(payload, columns, rows), '256'));
				expect(await decodeQrFromTerminal(bytes, {columns: columns + 1, rows: rows + 1})).toBe(payload);
			}
		}
	});

	test.each(Object.entries(themes))(
		'given the theme «%s», 256 colours decode at L and at M',
		async (_, theme) => {
			for (const fit of [atL, atM]) {
				const bytes = placed(qrRows(fit, '256'));
				expect(await decodeQrFromTerminal(bytes, {columns: 80, rows: 24, theme})).toBe(link);
			}
		},
	);

	test.each(['16', '8'] as const)(
		'given %s colours, every theme with black black and white white decodes',
		async (colours) => {
			const {'black and white swapped': _, ...sane} = themes;
			for (const theme of Object.values(sane)) {
				const bytes = placed(qrRows(atL, colours));
				expect(await decodeQrFromTerminal(bytes, {columns: 80, rows: 24, theme})).toBe(link);
			}
		},
	);

	test.each(['256', '16', '8'] as const)(
		'given coloured spaces in %s colours, no glyph is needed',
		async (colours) => {
			const rows = qrRows(inSpaces, colours);
			expect(rows.join('')).toMatch(/^[\u001b\x20-\x7e]+$/);
			expect(
				await decodeQrFromTerminal(placed(rows), {columns: 100, rows: 45, theme: themes['linux console']}),
			).toBe(link);
		},
	);

	test('given a font whose glyphs leave a gap, or cells of another shape, it is read all the same', async () => {
		const screen = await renderToGrid(placed(qrRows(atL, '256')), {columns: 80, rows: 24});
		for (const paint of [
			{glyphGap: 1},
			{glyphGap: 2},
			{cellWidth: 6, cellHeight: 13},
			{cellWidth: 12, cellHeight: 24},
		]) {
			expect(decodeQrFromScreen(screen, paint)).toBe(link);
		}
	});

	test('given text, frames and a bold inverse title around it, it is read off the middle of the screen', async () => {
		const pane = Array.from(
			{length: 24},
			(_, row) => `\u001b[${row + 1};1H│ Сумма 1 250,00 ₽ █ ждём оплату │`,
		).join('');
		const title = '\u001b[1;1H\u001b[1;7m Касса 1 \u001b[0m';
		const bytes = `${pane}${title}${placed(qrRows(atL, '256'), 2, 38)}`;
		expect(await decodeQrFromTerminal(bytes, {columns: 80, rows: 24})).toBe(link);
	});

	test('given two payloads one after the other, nothing of the first is left', async () => {
		const second = payloadNamed('sbp-other-order');
		const screen = newScreen();
		for (const text of [link, second]) {
			await writeTo(screen, placed(qrRows(fitting(text, 41, 21), '256')));
			expect(decodeQrFromScreen(screen)).toBe(text);
		}
		const alone = await renderToGrid(placed(qrRows(fitting(second, 41, 21), '256')), {columns: 80, rows: 24});
		expect(cellsOfScreen(screen, themes.dark)).toEqual(cellsOfScreen(alone, themes.dark));
	});

	test('given a terminal one column too narrow, what a program would cut off is not readable, so it is not drawn', async () => {
		expect(fitQr({text: link, columnsFree: 40, rowsFree: 21, kind: 'half-blocks'}).type).toBe('doesNotFit');
		expect(await decodeQrFromTerminal(qrRows(atL, '256').join('\r\n'), {columns: 36, rows: 24})).toBeNull();
	});
});

describe('what is written', () => {
	test.each([atL, inSpaces])(
		'in $kind each row is as wide as the fit says, and there are as many',
		async (fit) => {
			const rows = qrRows(fit, '8');
			expect(rows).toHaveLength(fit.rows);
			const screen = await renderToGrid(placed(rows.map((row) => `${row}|`)), {columns: 100, rows: 50});
			for (const line of screenText(screen).split('\n').slice(0, fit.rows)) {
				expect(line.indexOf('|')).toBe(fit.columns);
			}
		},
	);

	test('every cell names its own colours, and after each row the terminal has its own again', async () => {
		for (const colours of ['256', '16', '8'] as const) {
			for (const row of qrRows(atL, colours)) {
				expect(row.startsWith('\u001b[')).toBe(true);
				expect(row.endsWith('\u001b[0m')).toBe(true);
			}
		}
		const screen = await renderToGrid(placed(qrRows(atL, '256').map((row) => `${row}x`)), {
			columns: 80,
			rows: 24,
		});
		const cell = screen.buffer.active.getLine(0)?.getCell(atL.columns);
		expect([cell?.isFgDefault(), cell?.isBgDefault()]).toEqual([true, true]);
	});

	test('only the colours that the terminal has are used', () => {
		const codes = (colours: QrColours): string[] => [
			...new Set(
				qrRows(atL, colours)
					.join('')
					.match(/(?<=[[;])(?:[34]8;5;)?\d+/g),
			),
		];
		expect(codes('256').sort()).toEqual(['0', '38;5;16', '38;5;231', '48;5;16', '48;5;231']);
		expect(codes('16').sort()).toEqual(['0', '107', '30', '40', '97']);
		expect(codes('8').sort()).toEqual(['0', '30', '37', '40', '47']);
	});

	test('colours are named once a run: never more often than they change', async () => {
		const screen = await renderToGrid(placed(qrRows(atL, '256')), {columns: 80, rows: 24});
		for (const [row, cells] of cellsOfScreen(screen, themes.dark).slice(0, atL.rows).entries()) {
			let runs = 1;
			for (const [at, cell] of cells.slice(1, atL.columns).entries()) {
				const before = cells[at];
				if (before?.ground !== cell.ground || before.ink !== cell.ink) runs++;
			}
			expect(escapes(qrRows(atL, '256')[row] ?? '')).toBeLessThanOrEqual(runs + 1);
		}
	});

	test.each([
		['256', 8_686],
		['16', 4_885],
		['8', 4_693],
	] as const)('in %s colours a link costs less than %i bytes', (colours, most) => {
		expect(Buffer.byteLength(qrRows(atL, colours).join('\n'))).toBeLessThan(most);
	});
});
