// Where on the console's screen a QR goes. Asked anew on every resize and before an order is made; never a cut QR.
import {type CellSize, type FittingQr, fitQr, type QrKind} from './fit.ts';
import type {QrRendering} from './rendering.ts';

/** Where the QR stands, and the picture that stands there. */
export type QrPlace =
	/** Left of the text pane. */
	| {readonly at: 'beside'; readonly fit: FittingQr}
	/** Under the text, which is cut to three rows. */
	| {readonly at: 'below'; readonly fit: FittingQr}
	/** Only alone, on a key; `fit` is the picture for the whole screen, `words` where sum and keys then stand. */
	| {readonly at: 'fullscreen-only'; readonly fit: FittingQr; readonly words: 'below' | 'beside'}
	/** `needed` is the smallest screen that would show it, alone and with one line for sum and keys. */
	| {
			readonly at: 'nowhere';
			readonly because: 'too-small';
			readonly needed: CellSize;
			readonly screen: CellSize;
	  }
	/** Not on this terminal, however large. */
	| {readonly at: 'nowhere'; readonly because: 'setting' | 'no-colours'};

export type QrScreen = CellSize & {
	readonly text: string;
	readonly rendering: QrRendering;
	/** Width of the text pane beside the QR; one column is left between. */
	readonly paneColumns?: number;
	/** Rows that the console keeps for itself: the key line, and a title with a row of its own. */
	readonly keptRows?: number;
};

/** Rows of text above a QR that stands below, and the key line. */
const rowsAroundBelow = 4;

/** Finds the QR's place: beside the text, else below it, else full screen, else nowhere. Sizes are the whole screen's. */
export function placeQr(screen: QrScreen): QrPlace {
	const {columns, rows, text, rendering, paneColumns = 34, keptRows = 2} = screen;
	if (rendering.type === 'none') return {at: 'nowhere', because: rendering.because};
	const {kind} = rendering;
	const beside = fitQr({text, kind, columnsFree: columns - paneColumns - 1, rowsFree: rows - keptRows});
	if (beside.type === 'fits') return {at: 'beside', fit: beside};
	const below = fitQr({text, kind, columnsFree: columns, rowsFree: rows - rowsAroundBelow});
	if (below.type === 'fits') return {at: 'below', fit: below};
	const alone = fitFullscreen({columns, rows}, text, kind);
	if (alone.type === 'fits') return {at: 'fullscreen-only', fit: alone, words: wordsOf(alone, rows)};
	return {
		at: 'nowhere',
		because: 'too-small',
		needed: {columns: alone.needed.columns, rows: alone.needed.rows + 1},
		screen: {columns, rows},
	};
}

/** Columns that a few words need beside a QR which takes every row of a small screen. */
const sideColumns = 18;

/**
 * The QR for the whole screen: all but its last row, where sum and keys stand. A screen too low for that gives the QR
 * every row and the words a narrow column beside it; there a quiet zone of 1 is the last resort.
 */
export function fitFullscreen(
	{columns, rows}: CellSize,
	text: string,
	kind: QrKind,
): ReturnType<typeof fitQr> {
	const above = fitQr({text, kind, columnsFree: columns, rowsFree: rows - 1});
	if (above.type === 'fits') return above;
	const tight = {text, kind, columnsFree: columns - sideColumns, rowsFree: rows, leastQuietZone: 1} as const;
	const beside = fitQr(tight);
	return beside.type === 'fits' ? beside : above;
}

/** Where the words stand beside or below a full-screen QR. */
export const wordsOf = (fit: FittingQr, rows: number): 'below' | 'beside' =>
	fit.rows < rows ? 'below' : 'beside';
