// Lines of the tape: two columns, centred words, rules, dates. Widths are the model's letters a line.

/** `left … right` across the line; a left part that is too long goes over several lines. */
export function pair(left: string, right: string, columns: number): readonly string[] {
	if (left.length + right.length + 1 <= columns) return [left + right.padStart(columns - left.length)];
	const lines = wrap(left, columns);
	const last = lines.at(-1) ?? '';
	if (last.length + right.length + 1 <= columns) {
		return [...lines.slice(0, -1), last + right.padStart(columns - last.length)];
	}
	return [...lines, right.padStart(columns)];
}

export const centred = (text: string, columns: number): string =>
	text.length >= columns
		? text.slice(0, columns)
		: `${' '.repeat(Math.floor((columns - text.length) / 2))}${text}`;

export const rule = (columns: number, letter = '-'): string => letter.repeat(columns);

/** Cuts a text into lines, at spaces where it can. */
export function wrap(text: string, columns: number): readonly string[] {
	const lines: string[] = [];
	let rest = text;
	while (rest.length > columns) {
		const space = rest.lastIndexOf(' ', columns);
		const end = space > 0 ? space : columns;
		lines.push(rest.slice(0, end));
		rest = rest.slice(space > 0 ? end + 1 : end);
	}
	return [...lines, rest];
}

const two = (number: number): string => String(number).padStart(2, '0');

/** `31.01.26 09:00` by the register's clock. */
export function dateTime(atMs: number): string {
	const at = new Date(atMs);
	const day = `${two(at.getDate())}.${two(at.getMonth() + 1)}.${two(at.getFullYear() % 100)}`;
	return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `1250.00`, as this register prints sums. */
export const rubles = (kopecks: number): string =>
	`${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}`;
