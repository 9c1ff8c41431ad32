// The code as a picture of ours, by three generations of graphics commands (register-protocol §13.2). A set bit is black.
import {type QrLevel, type QrMatrix, qrMatrix, rasterRows, versionInBytes} from '../../../qr/index.ts';
import {
	graphicsLineBytes,
	loadGraphics512,
	loadLines,
	loadOldLine,
	printGraphics512,
	printLines,
	printOldLines,
} from '../../commands/graphics.ts';
import {fitBytes, joinBytes} from '../../wire/bytes.ts';
import type {Capabilities} from '../capabilities.ts';
import {dotFor, quietZone, smallestDot} from './size.ts';
import {loadAndPrint, type QrWay} from './way.ts';

/** Lines 1 and 2 may hold a logo's beginning (JP starts behind its logos). */
const firstLine = 3;
const oldLines = 200;
const extendedLines = 1200;
/** Of graphics in one 4Eh frame. */
const frameBytes = 244;
/** 4Dh multiplies each dot by 1…6. */
const largestScale = 6;
/** Lines of 40 bytes in one C4h frame where F7h bit 35 allows several. */
const linesAFrame = 6;
const lineDots = graphicsLineBytes * 8;

/**
 * The bytes as this model wants them. The lowest bit is the leftmost dot, as the maker's Java driver loads its codes; where
 * F7h bit 26 is set the highest is. Ours come with the highest first.
 */
const turned = (able: Capabilities, row: Uint8Array): Uint8Array =>
	able.has('mirroredGraphics') ? row : row.map(mirror);

function mirror(byte: number): number {
	let mirrored = 0;
	for (let bit = 0; bit < 8; bit += 1) mirrored |= ((byte >> bit) & 1) << (7 - bit);
	return mirrored;
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
	return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
		items.slice(index * size, (index + 1) * size),
	);
}

/** Whether any code holds the text at all. */
const isHeld = (text: string, level: QrLevel): boolean =>
	versionInBytes(new TextEncoder().encode(text).length, level) !== null;

/** M, or L where M leaves too small a dot. `dots` is the room for code and quiet zone. */
function fitting(text: string, dots: number): {readonly matrix: QrMatrix; readonly dot: number} | null {
	for (const level of ['M', 'L'] as const) {
		if (!isHeld(text, level)) continue;
		const matrix = qrMatrix(text, level);
		const dot = dotFor(matrix.size, dots);
		if (dot > smallestDot || (level === 'L' && dot === smallestDot)) return {matrix, dot};
	}
	return null;
}

/** The rows of the code without the white ones above and below, which feeding paper makes cheaper. */
const codeRows = (matrix: QrMatrix, dot: number, white = quietZone): readonly Uint8Array[] =>
	rasterRows(matrix, {dot, quietZone: white}).slice(white * dot, (white + matrix.size) * dot);

/** On the left of an unscaled row: the edge of the paper, 4 mm that no head reaches, makes the fourth module of the quiet zone. */
const whiteOnTheLeft = 3;

/** 4Eh, 4Dh: unscaled rows, the printer enlarges. White on the right is the paper's, so it isn't sent. */
export const byGraphics512: QrWay = async (bench, able, text) => {
	const fit = fitting(text, able.paperDots);
	if (!able.has('graphics512') || bench.lacks.has('4E') || fit === null) return {type: 'next'};
	const {password} = bench.device;
	const rowBytes = Math.ceil((whiteOnTheLeft + fit.matrix.size) / 8);
	const rows = codeRows(fit.matrix, 1, whiteOnTheLeft).map((row) => turned(able, fitBytes(row, rowBytes)));
	const perFrame = Math.floor(frameBytes / rowBytes);
	const loads = chunks(rows, perFrame).map((some, index) =>
		loadGraphics512(password, firstLine + index * perFrame, some),
	);
	const print = printGraphics512(
		password,
		firstLine,
		firstLine + rows.length - 1,
		Math.min(fit.dot, largestScale),
	);
	return loadAndPrint(bench, '4E', loads, print);
};

/** Rows of 40 bytes, scaled by us, the code in their middle. */
function scaledRows(able: Capabilities, matrix: QrMatrix, dot: number): readonly Uint8Array[] {
	const before = Math.max(0, Math.floor((graphicsLineBytes - Math.ceil(((matrix.size + 8) * dot) / 8)) / 2));
	return codeRows(matrix, dot).map((row) =>
		turned(able, fitBytes(joinBytes(new Uint8Array(before), row), graphicsLineBytes)),
	);
}

/** C4h, C3h: up to 1200 lines. */
export const byExtendedGraphics: QrWay = async (bench, able, text) => {
	const fit = fitting(text, Math.min(lineDots, able.paperDots));
	if (bench.lacks.has('C4') || fit === null) return {type: 'next'};
	const rows = scaledRows(able, fit.matrix, fit.dot);
	if (firstLine + rows.length - 1 > extendedLines) return {type: 'next'};
	const {password} = bench.device;
	const perFrame = able.has('blockGraphics') ? linesAFrame : 1;
	const loads = chunks(rows, perFrame).map((some, index) =>
		loadLines(password, firstLine + index * perFrame, joinBytes(...some)),
	);
	const last = firstLine + rows.length - 1;
	return loadAndPrint(bench, 'C4', loads, printLines(password, firstLine, last, able.has('graphicsFlags')));
};

/** C0h, C1h: 200 lines, which is what bounds the dot. */
export const byOldGraphics: QrWay = async (bench, able, text) => {
	if (!isHeld(text, 'L')) return {type: 'next'};
	const matrix = qrMatrix(text, 'L');
	const room = oldLines - firstLine + 1;
	const dot = Math.min(
		dotFor(matrix.size, Math.min(lineDots, able.paperDots)),
		Math.floor(room / matrix.size),
	);
	if (bench.lacks.has('C0') || dot < smallestDot) return {type: 'next'};
	const {password} = bench.device;
	const rows = scaledRows(able, matrix, dot);
	const loads = rows.map((row, index) => loadOldLine(password, firstLine + index, row));
	return loadAndPrint(bench, 'C0', loads, printOldLines(password, firstLine, firstLine + rows.length - 1));
};
