// Finds the line of every member of a JSON text, so that a mistake in a map can be shown where it stands.

export type JsonLines = {
	/** The line (from 1) of the member at a path (`answer.qr`), or of the nearest object round it. */
	lineOf(path: string): number;
	/** Paths that stand twice in the text, each with its second line. */
	readonly repeated: readonly {readonly path: string; readonly line: number}[];
};

/** Takes a text that `JSON.parse` has accepted: it reads tokens and checks nothing. Lists are not gone into. */
export function jsonLines(text: string): JsonLines {
	const lines = new Map<string, number>([['', 1]]);
	const repeated: {path: string; line: number}[] = [];
	const path: string[] = [];
	let line = 1;
	let listDepth = 0;
	let name: string | null = null;
	for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]\n]/g)) {
		if (token === '{' && listDepth === 0) path.push(name ?? '');
		else if (token === '}' && listDepth === 0) path.pop();
		else if (token === '[') listDepth += 1;
		else if (token === ']') listDepth -= 1;
		else if (token.endsWith(':') && listDepth === 0) {
			name = JSON.parse(token.replace(/\s*:$/, '')) as string;
			const full = [...path.slice(1), name].join('.');
			if (lines.has(full)) repeated.push({path: full, line});
			else lines.set(full, line);
		}
		line += token.split('\n').length - 1;
	}
	return {
		repeated,
		lineOf(wanted) {
			for (let at = wanted; ; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
				const found = lines.get(at);
				if (found !== undefined) return found;
			}
		},
	};
}
