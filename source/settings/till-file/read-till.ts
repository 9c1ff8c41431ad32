// Reads till.json: strict UTF-8, strict JSON, every field against its rule. A broken file is a problem, never a default.
import type {SettingsProblem} from '../../core/index.ts';
import {nearest} from '../../core/index.ts';
import {decodeUtf8} from '../module-files/encoding.ts';
import {problem} from '../problem.ts';
import {type JsonPath, type JsonValue, parseJson, type TextPlace} from './json-text.ts';
import {isFields, type Violation, violations} from './rule.ts';
import {tillFileName, tillSchema, tillVersion} from './till-schema.ts';

export type TillDocument = {
	/** The fields as they stand in the file, unknown ones among them. */
	readonly fields: {readonly [field: string]: JsonValue};
	/** The line of a field, or of the nearest field round it that is there. */
	readonly lineOf: (path: JsonPath) => number | null;
	readonly problems: readonly SettingsProblem[];
	readonly warnings: readonly SettingsProblem[];
};

export type TillReading =
	| {readonly type: 'read'; readonly document: TillDocument}
	/** Not a JSON object: nothing in it can be relied on. */
	| {readonly type: 'broken'; readonly problem: SettingsProblem};

export const dotted = (path: JsonPath): string => path.join('.');

/** Reads the bytes of a till.json. */
export function readTill(bytes: Uint8Array): TillReading {
	const text = decodeUtf8(bytes);
	if (text === null) return {type: 'broken', problem: problem('notUtf8', tillFileName)};
	const parsed = parseJson(text.startsWith('\ufeff') ? text.slice(1) : text);
	if (!parsed.ok) {
		const {code, place, path, firstLine} = parsed.fault;
		const key = path.length > 0 ? dotted(path) : null;
		const params = firstLine === null ? {} : {firstLine};
		return {type: 'broken', problem: problem(code, tillFileName, {...place, key, params})};
	}
	const {value, placeOf} = parsed;
	if (!isFields(value)) return {type: 'broken', problem: problem('jsonNotObject', tillFileName, {line: 1})};
	return {type: 'read', document: checkedDocument(value, placeOf)};
}

/** The fields against the rules alone; what two fields mean for each other is looked at elsewhere. */
export function checkedDocument(
	fields: TillDocument['fields'],
	placeOf: (path: JsonPath) => TextPlace | null = () => null,
): TillDocument {
	const lineOf = (path: JsonPath): number | null =>
		placeOf(path)?.line ?? (path.length > 0 ? lineOf(path.slice(0, -1)) : null);
	const found = violations(tillSchema, fields).map((violation) => problemOf(violation, lineOf));
	return {
		fields,
		lineOf,
		problems: found.filter(({code}) => code !== 'unknownField'),
		// An unknown field is kept without a word, unless it looks like a known one.
		warnings: found.filter(({code, params}) => code === 'unknownField' && 'nearest' in params),
	};
}

function problemOf(violation: Violation, lineOf: (path: JsonPath) => number | null): SettingsProblem {
	const {path} = violation;
	const place = {line: lineOf(path), key: dotted(path)};
	switch (violation.type) {
		case 'missing':
			return problem('fieldMissing', tillFileName, place);
		case 'unknown': {
			const near = nearest(String(path.at(-1)), violation.known);
			return problem('unknownField', tillFileName, {...place, params: near === null ? {} : {nearest: near}});
		}
		case 'wrong': {
			const {value} = violation;
			const isNewer = dotted(path) === 'version' && Number.isInteger(value) && Number(value) > tillVersion;
			return problem(isNewer ? 'versionNewer' : 'fieldForm', tillFileName, {
				...place,
				value: jsonText(value),
			});
		}
	}
}

/** A value as it would stand in the file; a large one is cut later, so its head is enough. */
export const jsonText = (value: JsonValue): string => JSON.stringify(value).slice(0, 1000);
