// Lines of graphics as they came and as they are kept: the leftmost dot in the highest bit.
import type {Model} from '../model.ts';
import type {Bitmap} from './job.ts';

/** A line as the host sends it: the lowest bit is the left dot, unless the model mirrors its bytes (F7h bit 26). */
export const storedLine = (line: Uint8Array, model: Model): Uint8Array =>
	model.isGraphicsMirrored ? line : line.map(reversed);

function reversed(byte: number): number {
	let result = 0;
	for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) result |= 0x80 >> bit;
	return result;
}

/** The kept lines from `first` to `last`; one that was never loaded is white. */
export function storedPicture(lines: Readonly<Record<string, string>>, first: number, last: number): Bitmap {
	const rows = Array.from({length: last - first + 1}, (_, index) => lines[first + index] ?? '');
	return {widthDots: Math.max(...rows.map((row) => row.length)) * 4, rows};
}
