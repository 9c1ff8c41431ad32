// Rows of packed dots across the paper.
import {type Dots, dotsOf} from './dots.ts';
import type {PrintItem} from './job.ts';

export const blankRows = (widthDots: number, count: number): readonly Uint8Array[] =>
	Array.from({length: count}, () => new Uint8Array(Math.ceil(widthDots / 8)));

/** Blackens one dot of a row. */
export function ink(row: Uint8Array, x: number): void {
	const index = x >> 3;
	if (index < row.length) row[index] = (row[index] ?? 0) | (0x80 >> (x & 7));
}

/** A picture, scaled, at its place across the paper. */
export function bitmapRows(
	{bitmap, scaleX, scaleY, align}: Extract<PrintItem, {kind: 'bitmap'}>,
	widthDots: number,
): readonly Uint8Array[] {
	const room = Math.max(0, widthDots - bitmap.widthDots * scaleX);
	const left = align === 'left' ? 0 : align === 'right' ? room : Math.floor(room / 2);
	return scaledRows(dotsOf(bitmap), {scaleX, scaleY, left, widthDots});
}

function scaledRows(
	dots: Dots,
	{scaleX, scaleY, left, widthDots}: {scaleX: number; scaleY: number; left: number; widthDots: number},
): readonly Uint8Array[] {
	return dots.flatMap((row) => {
		const [packed = new Uint8Array()] = blankRows(widthDots, 1);
		for (const [x, dot] of row.entries()) {
			if (!dot) continue;
			for (let step = 0; step < scaleX; step++) ink(packed, left + x * scaleX + step);
		}
		return new Array<Uint8Array>(scaleY).fill(packed);
	});
}
