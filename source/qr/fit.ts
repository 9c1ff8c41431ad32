// Which QR goes into a given space of terminal cells. A cut QR is never an answer.
import {type QrMatrix, qrMatrix} from './matrix.ts';
import {modulesOfVersion, planQr, type QrLevel} from './version.ts';

/** How modules become cells: two a cell, one above the other; or one in two coloured spaces, which need no glyph. */
export type QrKind = 'half-blocks' | 'spaces';

/** A number of terminal cells. */
export type CellSize = {readonly columns: number; readonly rows: number};

/** A QR that fits, with the cells that it takes, quiet zone included. */
export type FittingQr = CellSize & {
	readonly type: 'fits';
	readonly kind: QrKind;
	readonly matrix: QrMatrix;
	readonly level: QrLevel;
	/** White modules around the code, on each side. */
	readonly quietZone: number;
};

/** `needed`: the cells that the smallest picture of this text would take. */
export type QrFit = FittingQr | {readonly type: 'doesNotFit'; readonly needed: CellSize};

export type QrSpace = {
	readonly text: string;
	readonly columnsFree: number;
	readonly rowsFree: number;
	readonly kind: QrKind;
	/** 2, unless a small screen leaves no other way: at 1 a phone must be held steady. */
	readonly leastQuietZone?: 1 | 2;
};

/** From best to smallest. A quiet zone of 1 is read less surely than 2, 0 never. */
const preferences = [
	{level: 'M', quietZone: 4},
	{level: 'M', quietZone: 3},
	{level: 'M', quietZone: 2},
	{level: 'L', quietZone: 4},
	{level: 'L', quietZone: 3},
	{level: 'L', quietZone: 2},
	{level: 'L', quietZone: 1},
] as const satisfies ReadonlyArray<{level: QrLevel; quietZone: number}>;

/** The best QR for the space that is free: level M before L, a wide quiet zone before a narrow one. */
export function fitQr({text, columnsFree, rowsFree, kind, leastQuietZone = 2}: QrSpace): QrFit {
	const versions = {M: planQr(text, 'M').version, L: planQr(text, 'L').version};
	for (const {level, quietZone} of preferences) {
		if (quietZone < leastQuietZone) continue;
		const size = cellsOf(versions[level], quietZone, kind);
		if (size.columns > columnsFree || size.rows > rowsFree) continue;
		const matrix = qrMatrix(text, freeUpgrade(text, versions[level], level));
		return {type: 'fits', kind, matrix, level: matrix.level, quietZone, ...size};
	}
	return {type: 'doesNotFit', needed: cellsOf(versions.L, 2, kind)};
}

/** Cells of a QR by its version: an odd number of module rows leaves half a row of light at the bottom. */
export function cellsOf(version: number, quietZone: number, kind: QrKind): CellSize {
	const modules = modulesOfVersion(version) + 2 * quietZone;
	return kind === 'half-blocks'
		? {columns: modules, rows: Math.ceil(modules / 2)}
		: {columns: modules * 2, rows: modules};
}

/** More correction at the same size costs nothing. */
const freeUpgrade = (text: string, version: number, level: QrLevel): QrLevel =>
	(['H', 'Q', 'M'] as const).find((higher) => planQr(text, higher).version === version) ?? level;
