// A module file as lines that can be put together again byte for byte.

export type LineEnd = '' | '\n' | '\r\n';

/** `name=value`; `valueStart` and `valueEnd` bound the value without its outer blanks in `text`. */
export type EntryLine = {
	readonly type: 'entry';
	readonly number: number;
	readonly text: string;
	readonly end: LineEnd;
	readonly name: string;
	readonly valueStart: number;
	readonly valueEnd: number;
};

/** `rest`: neither comment nor empty, and without `=`. */
export type OtherLine = {
	readonly type: 'comment' | 'empty' | 'rest';
	readonly number: number;
	readonly text: string;
	readonly end: LineEnd;
};

export type Line = EntryLine | OtherLine;

/** Splits a text so that all `text + end` together are the text again. */
export function splitLines(text: string): readonly Line[] {
	const lines: Line[] = [];
	let start = 0;
	while (start < text.length) {
		const feed = text.indexOf('\n', start);
		const stop = feed === -1 ? text.length : feed;
		const hasReturn = feed !== -1 && stop > start && text.charAt(stop - 1) === '\r';
		const end = feed === -1 ? '' : hasReturn ? '\r\n' : '\n';
		lines.push(lineOf(lines.length + 1, text.slice(start, hasReturn ? stop - 1 : stop), end));
		start = feed === -1 ? text.length : feed + 1;
	}
	return lines;
}

export const joinLines = (lines: readonly Line[]): string =>
	lines.map((line) => line.text + line.end).join('');

/** The value of an entry, outer blanks cut. */
export const entryValue = (line: EntryLine): string => line.text.slice(line.valueStart, line.valueEnd);

/** The same line with another value; blanks round it stay. */
export function withValue(line: EntryLine, value: string): EntryLine {
	const text = line.text.slice(0, line.valueStart) + value + line.text.slice(line.valueEnd);
	return {...line, text, valueEnd: line.valueStart + value.length};
}

/** The line end that a file uses most; the module's own, CRLF, where it has none. */
export function lineEndOf(lines: readonly Line[]): Exclude<LineEnd, ''> {
	const feeds = lines.filter((line) => line.end === '\n').length;
	const both = lines.filter((line) => line.end === '\r\n').length;
	return feeds > both ? '\n' : '\r\n';
}

/** The text without outer blanks; only spaces and tabs are blanks, whatever else there is belongs to the value. */
export function cutBlanks(text: string): string {
	// By hand: a pattern anchored at the end takes quadratic time on a long run of blanks inside.
	let start = 0;
	let end = text.length;
	while (start < end && isBlank(text, start)) start++;
	while (end > start && isBlank(text, end - 1)) end--;
	return text.slice(start, end);
}

const isBlank = (text: string, index: number): boolean => text[index] === ' ' || text[index] === '\t';

function lineOf(number: number, text: string, end: LineEnd): Line {
	const content = cutBlanks(text);
	if (content === '') return {type: 'empty', number, text, end};
	if (content.startsWith(';') || content.startsWith('#')) return {type: 'comment', number, text, end};
	const equals = text.indexOf('=');
	if (equals === -1) return {type: 'rest', number, text, end};
	const after = text.slice(equals + 1);
	const value = cutBlanks(after);
	const valueStart = equals + 1 + (value === '' ? after.length : after.indexOf(value));
	return {
		type: 'entry',
		number,
		text,
		end,
		name: cutBlanks(text.slice(0, equals)),
		valueStart,
		valueEnd: valueStart + value.length,
	};
}
