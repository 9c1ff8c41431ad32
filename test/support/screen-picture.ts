// A screen as a grey picture, the way a terminal would paint it, also a poor one.
import {cellsOfScreen, type ScreenCell} from './screen-cells.ts';
import type {Screen} from './terminal.ts';
import {luma, type Theme, themes} from './theme.ts';

export type Picture = {
	readonly width: number;
	readonly height: number;
	/** One byte a pixel, 0 black … 255 white, row by row. */
	readonly grey: Uint8Array;
};

export type PaintOptions = {
	readonly theme?: Theme;
	/** Pixels of a cell. */
	readonly cellWidth?: number;
	readonly cellHeight?: number;
	/** Pixel rows at the bottom of a cell that the font's block glyphs leave uncovered. */
	readonly glyphGap?: number;
	/** Pixel rows of the terminal's own background below each row of cells. */
	readonly lineSpacing?: number;
};

/** Paints the screen; text near a QR becomes bars, so that it disturbs as letters would. */
export function paintScreen(screen: Screen, options: PaintOptions = {}): Picture {
	const {theme = themes.dark, cellWidth = 8, cellHeight = 16, glyphGap = 0, lineSpacing = 0} = options;
	const width = screen.cols * cellWidth;
	const pitch = cellHeight + lineSpacing;
	const height = screen.rows * pitch;
	const grey = new Uint8Array(width * height).fill(luma(theme.background));
	for (const [row, cells] of cellsOfScreen(screen, theme).entries()) {
		for (const [column, cell] of cells.entries()) {
			for (let y = 0; y < cellHeight; y++) {
				const isInk = y < cellHeight - glyphGap && isInkAt(cell, y / cellHeight);
				const start = (row * pitch + y) * width + column * cellWidth;
				grey.fill(luma(isInk ? cell.ink : cell.ground), start, start + cellWidth);
			}
		}
	}
	return {width, height, grey};
}

/** `height` 0 … 1 from the cell's top. */
function isInkAt({text}: ScreenCell, height: number): boolean {
	if (text === '' || text === ' ' || text === '\u00a0') return false;
	if (text === '▀') return height < 0.5;
	if (text === '▄') return height >= 0.5;
	if (text === '█') return true;
	return height >= 0.25 && height < 0.75;
}

/** A picture of dots where a set bit is black, the highest bit of a byte leftmost: a printer's view. */
export function pictureOfRaster(rows: readonly Uint8Array[], widthDots: number, scale = 1): Picture {
	const width = widthDots * scale;
	const height = rows.length * scale;
	const grey = new Uint8Array(width * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const dot = Math.floor(x / scale);
			const byte = rows[Math.floor(y / scale)]?.[dot >> 3] ?? 0;
			grey[y * width + x] = byte & (0x80 >> (dot & 7)) ? 0 : 255;
		}
	}
	return {width, height, grey};
}
