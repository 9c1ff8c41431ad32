// Reads an admin's JSON map member by member and gathers everything that is wrong with it, with line and mend.
import {cleanText, type MapExpectation, type MapProblem} from '../../../core/index.ts';
import {isJsonObject, type Json, JsonNumber, type JsonObject, memberOf} from '../../answer/json.ts';
import {type JsonLines, jsonLines} from './json-lines.ts';

/** Members by name from the root down; one text with dots where no name holds a dot itself. */
export type Path = string | readonly string[];

export type MapReader = {
	readonly problems: readonly MapProblem[];
	/** Notes a problem; one for each path is enough. */
	problem(path: Path, code: MapProblem['code'], expected: MapExpectation, seen?: string): void;
	/** The object at a path; empty, with a problem, where there is none. With `isOptional` a missing one is just empty. */
	object(path: Path, isOptional?: boolean): JsonObject;
	/** Names of an object that its reader doesn't know; those that begin with `//` are comments. */
	refuseUnknown(path: Path, known: readonly string[]): void;
	/** A text that fits `form`; null where it is null or left out, with a problem if it `isNeeded`. */
	text(path: Path, form: RegExp, isNeeded: boolean): string | null;
	/** One of the words; `otherwise` where it is left out, with a problem if there is no `otherwise`. */
	word<T extends string>(path: Path, words: readonly [T, ...T[]], otherwise?: T): T;
	/** A list of texts and numbers as texts; empty where it is left out. */
	texts(path: Path): readonly string[];
};

/** What an object's member may be told by: a printable name without blanks at its ends. */
export const nameForm = /^[^\s\p{C}](?:[^\p{C}]{0,62}[^\s\p{C}])?$/u;

export function mapReader(root: Json, text: string, file: string): MapReader {
	const lines: JsonLines = jsonLines(text);
	const problems: MapProblem[] = [];
	const problem: MapReader['problem'] = (place, code, expected, seen = '') => {
		const path = namesIn(place).join('.');
		if (problems.some((known) => known.path === path)) return;
		problems.push({file, line: lines.lineOf(path), path, code, expected, seen: cleanText(seen, 60)});
	};
	for (const {path, line} of lines.repeated) {
		problems.push({file, line, path, code: 'REPEATED', expected: {type: 'once'}, seen: ''});
	}

	function at(path: Path): Json | undefined {
		let value: Json | undefined = root;
		for (const name of namesIn(path)) {
			value = isJsonObject(value) ? memberOf(value, name) : undefined;
		}
		return value;
	}

	return {
		problems,
		problem,
		object(path, isOptional = false) {
			const value = at(path);
			if (isJsonObject(value)) return value;
			if (value !== undefined) problem(path, 'TYPE', {type: 'object'}, shown(value));
			else if (!isOptional) problem(path, 'MISSING', {type: 'object'});
			return {};
		},
		refuseUnknown(path, known) {
			const object = at(path);
			for (const name of isJsonObject(object) ? Object.keys(object) : []) {
				if (known.includes(name) || name.startsWith('//')) continue;
				problem([...namesIn(path), name], 'UNKNOWN', {type: 'words', words: known}, name);
			}
		},
		text(path, form, isNeeded) {
			const value = at(path);
			const expected = {type: isNeeded ? 'text' : 'textOrNull'} as const;
			if (value === undefined || value === null) {
				if (isNeeded) problem(path, 'MISSING', expected);
				return null;
			}
			if (typeof value === 'string' && form.test(value)) return value;
			problem(path, 'TYPE', expected, shown(value));
			return null;
		},
		word(path, words, otherwise) {
			const value = at(path);
			const found = words.find((word) => word === value);
			if (found !== undefined) return found;
			if (value === undefined && otherwise !== undefined) return otherwise;
			problem(path, value === undefined ? 'MISSING' : 'WORD', {type: 'words', words}, shown(value));
			return words[0];
		},
		texts(path) {
			const value = at(path);
			if (value === undefined) return [];
			const texts = Array.isArray(value) ? value.map(textOf) : [];
			if (Array.isArray(value) && texts.every((item) => item !== null)) return texts;
			problem(path, 'TYPE', {type: 'list'}, shown(value));
			return [];
		},
	};
}

function namesIn(path: Path): readonly string[] {
	if (typeof path !== 'string') return path;
	return path === '' ? [] : path.split('.');
}

/** A text as it stands, a number by its digits; anything else is null. */
export function textOf(value: Json | undefined): string | null {
	if (typeof value === 'string') return value;
	return value instanceof JsonNumber ? value.text : null;
}

const shown = (value: Json | undefined): string =>
	value === undefined
		? ''
		: (textOf(value) ?? (Array.isArray(value) ? '[…]' : isJsonObject(value) ? '{…}' : String(value)));
