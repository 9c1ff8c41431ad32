// A QR as rows of terminal cells with explicit colours, one prebuilt string a row: drawn once, then left alone.
// The lower module is the cell's ground and the upper one `▀`: a full block as ink would depend on the font.
import type {FittingQr} from './fit.ts';

/** How many colours the terminal is known to have. */
export type QrColours = '256' | '16' | '8';

type Shade = 'dark' | 'light';

type Inks = Record<Shade, {readonly ink: string; readonly ground: string}>;

/** Parameters of SGR. Only colours 16 … 255 stay black and white in every theme; of the first 16 a theme may make anything. */
const inksOf: Record<QrColours, Inks> = {
	256: {dark: {ink: '38;5;16', ground: '48;5;16'}, light: {ink: '38;5;231', ground: '48;5;231'}},
	16: {dark: {ink: '30', ground: '40'}, light: {ink: '97', ground: '107'}},
	8: {dark: {ink: '30', ground: '40'}, light: {ink: '37', ground: '47'}},
};

/** `ink` null: the cell is all ground. */
type Cell = {readonly text: string; readonly ground: Shade; readonly ink: Shade | null};

/**
 * The rows of a QR from top to bottom, each as wide as `fit.columns` and ending with SGR reset. Its colours are part of
 * the code and not decoration: they are set under NO_COLOR too, since without them no phone reads it.
 */
export function qrRows(fit: FittingQr, colours: QrColours): readonly string[] {
	const inks = inksOf[colours];
	return Array.from({length: fit.rows}, (_, row) => paintedRow(cellsInRow(fit, row), inks));
}

function cellsInRow({matrix, quietZone, kind}: FittingQr, row: number): readonly Cell[] {
	const shade = (line: number, column: number): Shade =>
		matrix.isDark(line - quietZone, column - quietZone) ? 'dark' : 'light';
	return Array.from({length: matrix.size + 2 * quietZone}, (_, column) => {
		if (kind === 'spaces') return {text: '  ', ground: shade(row, column), ink: null};
		const upper = shade(row * 2, column);
		const lower = shade(row * 2 + 1, column);
		return upper === lower ? {text: ' ', ground: lower, ink: null} : {text: '▀', ground: lower, ink: upper};
	});
}

// A colour is named only when it changes, and the ink only where it is seen: every byte counts on a slow line.
function paintedRow(cells: readonly Cell[], inks: Inks): string {
	let row = '';
	let ground: Shade | null = null;
	let ink: Shade | null = null;
	for (const cell of cells) {
		const changes: string[] = [];
		if (cell.ink !== null && cell.ink !== ink) changes.push(inks[cell.ink].ink);
		if (cell.ground !== ground) changes.push(inks[cell.ground].ground);
		row += changes.length === 0 ? cell.text : `\u001b[${changes.join(';')}m${cell.text}`;
		ground = cell.ground;
		ink = cell.ink ?? ink;
	}
	return `${row}\u001b[0m`;
}
