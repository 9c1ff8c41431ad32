import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cleanText} from '../../source/core/index.ts';

describe('text from outside', () => {
	test.each([
		['a terminal colour', '\u001b[31mКрасный\u001b[0m', '[31mКрасный [0m'],
		['a window title', '\u001b]0;взлом\u0007да', ']0;взлом да'],
		['an 8-bit control', 'a\u009b31mb', 'a 31mb'],
		['a cursor jump', 'a\r\nb\u0008c', 'a b c'],
		['a right-to-left override', 'счёт\u202e00,001', 'счёт 00,001'],
		['an isolate', '\u2066abc\u2069', 'abc'],
		['an Arabic mark', 'a\u061cb', 'a b'],
		['invisible letters', 'п\u200bа\u200dр\ufeffо\u00adль', 'п а р о ль'],
		['tag characters', 'a\u{e0041}\u{e007f}b', 'a b'],
		['a lone half of a pair', 'a\ud800b', 'a\ufffdb'],
		['line separators', 'a\u2028b\u2029c', 'a b c'],
		['many blanks', '  a \t  b  ', 'a b'],
		['a null', 'a\u0000b', 'a b'],
	])('given %s, then it is gone', (_what, text, clean) => {
		expect(cleanText(text)).toBe(clean);
	});

	test('given more than is shown, then it is cut, and the cut is seen', () => {
		expect(cleanText('ы'.repeat(500), 10)).toBe(`${'ы'.repeat(9)}…`);
		expect([...cleanText('😀'.repeat(300), 5)]).toEqual(['😀', '😀', '😀', '😀', '…']);
		expect(cleanText('a'.repeat(200))).toHaveLength(200);
	});

	test('given a megabyte, then it costs no more than its head', () => {
		const startedMs = performance.now();
		cleanText('\u001b[31m '.repeat(1_000_000));
		expect(performance.now() - startedMs).toBeLessThan(50);
	});

	test('given any text, then nothing is left that drives a terminal, reorders or hides, and clean text stays as it is', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
				const clean = cleanText(text);
				expect(clean).not.toMatch(
					/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u,
				);
				expect([...clean].length).toBeLessThanOrEqual(200);
				expect(cleanText(clean)).toBe(clean);
			}),
			{numRuns: 500},
		);
	});
});
