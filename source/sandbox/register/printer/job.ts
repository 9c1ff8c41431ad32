// What goes to the printer: text lines, pictures, feed and cut, gathered into jobs.

/** Sizes of letters: the usual one, twice as wide (font 2), and smaller. */
export type Face = 'normal' | 'wide' | 'small';

export type Align = 'left' | 'centre' | 'right';

/** One-bit picture: rows as hex, the leftmost dot in the highest bit of the first byte; a set bit is black. */
export type Bitmap = {readonly widthDots: number; readonly rows: readonly string[]};

export type PrintItem =
	| {readonly kind: 'text'; readonly text: string; readonly face: Face}
	| {
			readonly kind: 'bitmap';
			readonly bitmap: Bitmap;
			readonly scaleX: number;
			readonly scaleY: number;
			readonly align: Align;
	  }
	| {readonly kind: 'feed'; readonly lines: number}
	| {readonly kind: 'cut'; readonly isPartial: boolean};

/**
 * What one command prints. A `document` is printed whole again when paper broke inside it, its stump says that it is not valid;
 * a `report` shows submode 4 while it is printed.
 */
export type Job = {readonly kind: 'lines' | 'document' | 'report'; readonly items: readonly PrintItem[]};

export const line = (text: string, face: Face = 'normal'): PrintItem => ({kind: 'text', text, face});
