// JSON as a person edits it: the value, the place of every field, and of the first fault line and column.
// Depth is limited, a field that stands twice is a fault, and no field name can reach a prototype.

export type JsonValue =
	| null
	| boolean
	| number
	| string
	| readonly JsonValue[]
	| {readonly [field: string]: JsonValue};

export type TextPlace = {readonly line: number; readonly column: number};

/** Fields and indexes from the root on. */
export type JsonPath = readonly (string | number)[];

export type JsonFault = {
	readonly code: 'jsonSyntax' | 'jsonTooDeep' | 'jsonFieldTwice';
	readonly place: TextPlace;
	/** The field that stands twice. */
	readonly path: JsonPath;
	/** Where it stood first. */
	readonly firstLine: number | null;
};

export type JsonEnd =
	| {readonly ok: true; readonly value: JsonValue; readonly placeOf: (path: JsonPath) => TextPlace | null}
	| {readonly ok: false; readonly fault: JsonFault};

/** Far more than a till's settings need, far less than the stack holds. */
const maxDepth = 32;

const token =
	/[\t\n\r ]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y;

class JsonBreak extends Error {
	readonly fault: Omit<JsonFault, 'place'> & {readonly offset: number};

	constructor(code: JsonFault['code'], offset: number, path: JsonPath = [], firstLine: number | null = null) {
		super(code);
		this.fault = {code, offset, path, firstLine};
	}
}

/** Reads JSON text. Never throws. */
export function parseJson(text: string): JsonEnd {
	const reader = createReader(text);
	try {
		const value = reader.value([]);
		reader.end();
		return {
			ok: true,
			value,
			placeOf: (path) => {
				const offset = reader.offsets.get(keyOf(path));
				return offset === undefined ? null : placeAt(text, offset);
			},
		};
	} catch (error) {
		if (!(error instanceof JsonBreak)) throw error;
		const {offset, ...fault} = error.fault;
		return {ok: false, fault: {...fault, place: placeAt(text, offset)}};
	}
}

const keyOf = (path: JsonPath): string => JSON.stringify(path);

function placeAt(text: string, offset: number): TextPlace {
	const before = text.slice(0, offset);
	const start = before.lastIndexOf('\n') + 1;
	return {line: before.split('\n').length, column: offset - start + 1};
}

function createReader(text: string) {
	const offsets = new Map<string, number>();
	let position = 0;
	let start = 0;

	/** The next token without its blanks; '' at the end of the text. */
	const next = (): string => {
		token.lastIndex = position;
		const match = token.exec(text);
		if (!match) {
			const blanks = /[\t\n\r ]*/y;
			blanks.lastIndex = position;
			blanks.exec(text);
			start = blanks.lastIndex;
			if (start < text.length) throw new JsonBreak('jsonSyntax', start);
			return '';
		}
		const found = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
		position = token.lastIndex;
		start = position - found.length;
		return found;
	};

	const fail = (): never => {
		throw new JsonBreak('jsonSyntax', start);
	};

	const value = (path: JsonPath): JsonValue => taken(next(), path);

	const taken = (word: string, path: JsonPath): JsonValue => {
		offsets.set(keyOf(path), start);
		if (path.length > maxDepth) throw new JsonBreak('jsonTooDeep', start);
		if (word === '{') return fields(path);
		if (word === '[') return items(path);
		if (word === 'true' || word === 'false' || word === 'null' || word.startsWith('"') || /^[-\d]/.test(word))
			return JSON.parse(word) as JsonValue;
		return fail();
	};

	const fields = (path: JsonPath): JsonValue => {
		// Without a prototype `__proto__` is a field like any other.
		const object: Record<string, JsonValue> = Object.create(null);
		let word = next();
		while (word !== '}') {
			if (!word.startsWith('"')) return fail();
			const field = JSON.parse(word) as string;
			const at = [...path, field];
			const first = offsets.get(keyOf(at));
			if (first !== undefined) throw new JsonBreak('jsonFieldTwice', start, at, placeAt(text, first).line);
			if (next() !== ':') return fail();
			object[field] = value(at);
			const mark = next();
			if (mark === '}') break;
			if (mark !== ',') return fail();
			word = next();
			if (word === '}') return fail();
		}
		return object;
	};

	const items = (path: JsonPath): JsonValue => {
		const list: JsonValue[] = [];
		let word = next();
		while (word !== ']') {
			list.push(taken(word, [...path, list.length]));
			const mark = next();
			if (mark === ']') break;
			if (mark !== ',') return fail();
			word = next();
			if (word === ']') return fail();
		}
		return list;
	};

	return {
		offsets,
		value,
		end: (): void => {
			if (next() !== '') fail();
		},
	};
}
