// Sentences in lines of at most 80 columns, whatever letters people write in.
import stringWidth from 'string-width';

const columns = 80;

/** The sentence broken at blanks, each line indented; a word wider than a line is broken where it must be. */
export function wrapped(sentence: string, indent = ''): readonly string[] {
	const room = columns - indent.length;
	const lines: string[] = [];
	let line = '';
	for (const word of sentence.split(' ').flatMap((whole) => pieces(whole, room))) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (stringWidth(longer) <= room) line = longer;
		else {
			lines.push(indent + line);
			line = word;
		}
	}
	return line === '' ? lines : [...lines, indent + line];
}

function pieces(word: string, room: number): readonly string[] {
	if (stringWidth(word) <= room) return [word];
	const parts = [''];
	for (const character of word) {
		const longer = `${parts.at(-1)}${character}`;
		if (stringWidth(longer) <= room) parts[parts.length - 1] = longer;
		else parts.push(character);
	}
	return parts;
}
