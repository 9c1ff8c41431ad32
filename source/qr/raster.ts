// A QR as rows of dots, for a printer that takes pictures.
import type {QrMatrix} from './matrix.ts';

export type RasterOptions = {
	/** Dots on a side of one module, ≥ 1. With 1 a printer that scales by itself does the rest. */
	readonly dot: number;
	/** White modules on each side; paper wants 4. */
	readonly quietZone: number;
};

/**
 * The rows of dots from top to bottom, (size + 2 · quietZone) · dot of them and as wide. A set bit is black, the
 * highest bit of a byte is its leftmost dot, the last byte is filled with white. Equal rows are one array: don't write.
 */
export function rasterRows(matrix: QrMatrix, {dot, quietZone}: RasterOptions): readonly Uint8Array[] {
	const modules = matrix.size + 2 * quietZone;
	return Array.from({length: modules}, (_, line) => {
		const row = new Uint8Array(Math.ceil((modules * dot) / 8));
		for (let x = 0; x < modules * dot; x++) {
			const isDark = matrix.isDark(line - quietZone, Math.floor(x / dot) - quietZone);
			if (isDark) row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
		}
		return Array.from({length: dot}, () => row);
	}).flat();
}
