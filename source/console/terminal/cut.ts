// Text in terminal columns: cut by what it takes on the screen, not by how many characters it has.
import {widthOf} from './width.ts';

const segmenter = new Intl.Segmenter();

/** At most `columns` wide; what does not fit ends in an ellipsis. */
export function cutToWidth(text: string, columns: number): string {
	if (widthOf(text) <= columns) return text;
	let line = '';
	let width = 0;
	for (const {segment} of segmenter.segment(text)) {
		const more = widthOf(segment);
		if (width + more > columns - 1) break;
		line += segment;
		width += more;
	}
	return columns > 0 ? `${line}…` : '';
}

/** Filled with blanks up to `columns`. */
export const padToWidth = (text: string, columns: number): string =>
	text + ' '.repeat(Math.max(0, columns - widthOf(text)));
