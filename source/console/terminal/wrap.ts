// Sentences as lines of a given width. Done here and not by the layout, so that a screen knows its height and no line starts with a blank.
import stringWidth from 'string-width';
import {cutToWidth} from './cut.ts';

/** Lines of at most `columns`; a word that is longer than a line is cut. */
export function wrapToWidth(text: string, columns: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').filter((part) => part !== '')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (stringWidth(longer) <= columns) {
			line = longer;
			continue;
		}
		if (line !== '') lines.push(line);
		line = cutToWidth(word, columns);
	}
	return line === '' ? lines : [...lines, line];
}
