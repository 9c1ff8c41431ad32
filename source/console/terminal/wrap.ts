// Sentences as lines of a given width. Done here and not by the layout, so that a screen knows its height and no line starts with a blank.

import {cutToWidth} from './cut.ts';
import {widthOf} from './width.ts';

/** Lines of at most `columns`; a word that is longer than a line is cut. */
export function wrapToWidth(text: string, columns: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	let width = 0;
	for (const word of text.split(' ').filter((part) => part !== '')) {
		const wordWidth = widthOf(word);
		if (line !== '' && width + 1 + wordWidth <= columns) {
			line += ` ${word}`;
			width += 1 + wordWidth;
			continue;
		}
		if (line !== '') lines.push(line);
		line = cutToWidth(word, columns);
		width = Math.min(wordWidth, columns);
	}
	return line === '' ? lines : [...lines, line];
}
