// Sentences as lines of a given width.

/** Lines that fit behind `indent` columns; a longer word stands alone. Null columns: one line. */
export function wrap(text: string, columns: number | null, indent: number): readonly string[] {
	if (columns === null) return [text];
	// Two columns are kept for the deeper indent of what follows.
	const width = Math.max(20, columns - indent - 2);
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if ([...longer].length <= width) {
			line = longer;
			continue;
		}
		if (line !== '') lines.push(line);
		line = word;
	}
	return [...lines, line];
}
