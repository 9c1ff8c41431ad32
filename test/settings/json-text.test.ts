// The reader of till.json agrees with JSON.parse on everything but what it refuses on purpose.
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseJson} from '../../source/settings/till-file/json-text.ts';

const accepts = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

describe('JSON as a person edits it', () => {
	test('given any value, written with any indent, then it is read as JSON.parse reads it', () => {
		fc.assert(
			fc.property(fc.jsonValue({maxDepth: 6}), fc.constantFrom(0, 2, '\t'), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				const end = parseJson(text);
				expect(end.ok && JSON.stringify(end.value)).toBe(JSON.stringify(JSON.parse(text)));
			}),
		);
	});

	test('given valid text with one character changed, removed or added, then both agree on whether it is JSON', () => {
		const sample = '{"a": [1, -2.5e3, true, null, "б\\u0041\\n"], "b": {"c": {}, "d": []}}';
		const mark = fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"',
			'\\',
			'0',
			'-',
			'.',
			'e',
			't',
			' ',
			'\n',
			'\t',
			'\u0001',
		);
		fc.assert(
			fc.property(fc.nat(sample.length - 1), fc.constantFrom(0, 1), mark, (at, cut, added) => {
				const text = sample.slice(0, at) + added + sample.slice(at + cut);
				const end = parseJson(text);
				const isTwice = !end.ok && end.fault.code === 'jsonFieldTwice';
				expect(end.ok || isTwice).toBe(accepts(text));
			}),
			{numRuns: 2000},
		);
	});

	test('given a field named __proto__, then it is a field and no prototype is touched', () => {
		const end = parseJson(
			'{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"isAdmin": true}}}',
		);
		expect(end.ok && Object.keys(end.value ?? {})).toEqual(['__proto__', 'constructor']);
		expect(({} as {isAdmin?: boolean}).isAdmin).toBeUndefined();
	});

	test.each([
		['a comma too many', '{\n  "a": 1,\n}', 3, 1],
		['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3, 3],
		['a single quote', "{'a': 1}", 1, 2],
		['an unknown word', '{"a": yes}', 1, 7],
		['a line break in a text', '{"a": "x\n"}', 1, 7],
		['an end too early', '{"a": [1, 2', 1, 12],
		['nothing at all', '  \n', 2, 1],
		['something after the end', '{} x', 1, 4],
	])('given %s, then line and column of the place are named', (_, text, line, column) => {
		const end = parseJson(text);
		expect(end.ok ? null : end.fault.place).toEqual({line, column});
	});

	test('given a text of a megabyte, then it is read', () => {
		const end = parseJson(
			JSON.stringify({a: 'ж'.repeat(500_000), b: Array.from({length: 20_000}, (_, n) => n)}),
		);
		expect(end.ok).toBe(true);
	});
});
