// The sum in digits of three rows, to be read from across the counter. Half blocks; falls back to plain text.

/** 3×5 pixels a digit, a row a word of bits; the comma hangs one below the line. */
const pixels: Readonly<Record<string, readonly string[]>> = {
	'0': ['111', '101', '101', '101', '111'],
	'1': ['010', '110', '010', '010', '111'],
	'2': ['111', '001', '111', '100', '111'],
	'3': ['111', '001', '111', '001', '111'],
	'4': ['101', '101', '111', '001', '001'],
	'5': ['111', '100', '111', '001', '111'],
	'6': ['111', '100', '111', '101', '111'],
	'7': ['111', '001', '001', '001', '001'],
	'8': ['111', '101', '111', '101', '111'],
	'9': ['111', '101', '111', '001', '111'],
	',': ['00', '00', '00', '00', '01', '10'],
	':': ['0', '1', '0', '1', '0'],
	' ': ['0', '0', '0', '0', '0'],
};

/** By upper and lower pixel. */
const glyphs: Readonly<Record<string, string>> = {'00': ' ', '10': '▀', '01': '▄', '11': '█'};

/**
 * The text as three rows of equal width, or null where it doesn't fit `columns` or holds more than digits, comma,
 * colon and blanks: then it is written as it is.
 */
export function bigText(text: string, columns: number): readonly string[] | null {
	const letters = [...text].map((character) => pixels[character === '\u00a0' ? ' ' : character]);
	const lines = Array.from({length: 6}, (_, line) =>
		letters.map((letter) => letter?.[line] ?? '0'.repeat(letter?.[0]?.length ?? 0)).join('0'),
	);
	const width = lines[0]?.length ?? 0;
	if (letters.includes(undefined) || width === 0 || width > columns) return null;
	return [0, 2, 4].map((line) =>
		Array.from(
			{length: width},
			(_, column) => glyphs[`${lines[line]?.[column]}${lines[line + 1]?.[column]}`] ?? ' ',
		).join(''),
	);
}
