// Letters as dots, in the cell of the model's font 1; wide letters take two cells.
import {bytes1251} from '../bytes/text.ts';
import type {Model} from '../model.ts';
import {glyphs, letterHeight, letterWidth} from './glyphs.ts';
import type {Face} from './job.ts';
import {blankRows, ink} from './rows.ts';

const glyphBytes = (letterWidth * letterHeight) / 8;
const firstByte = 0x20;

let decoded: Buffer | null = null;

/** Whether a dot of a letter is black; `letter` is its byte in Windows-1251. */
function isInked(letter: number, x: number, y: number): boolean {
	decoded ??= Buffer.from(glyphs, 'base64');
	const bit = y * letterWidth + x;
	const byte = decoded[(letter - firstByte) * glyphBytes + (bit >> 3)] ?? 0;
	return (byte & (0x80 >> (bit & 7))) !== 0;
}

/** One line of text across the paper; what goes past the edge is cut. */
export function drawText(text: string, face: Face, model: Model): readonly Uint8Array[] {
	const [cellWidth, cellHeight] = model.letterDots;
	const scale = face === 'wide' ? 2 : 1;
	const rows = blankRows(model.widthDots, cellHeight);
	const top = Math.floor((cellHeight - letterHeight) / 2);
	const left = Math.floor((cellWidth - letterWidth) / 2);
	for (const [place, letter] of bytes1251(text).entries()) {
		for (let y = 0; y < letterHeight; y++) {
			const row = rows[top + y];
			for (let x = 0; row && x < letterWidth; x++) {
				if (!isInked(letter, x, y)) continue;
				const start = (place * cellWidth + left + x) * scale;
				for (let step = 0; step < scale; step++) ink(row, start + step);
			}
		}
	}
	return rows;
}
