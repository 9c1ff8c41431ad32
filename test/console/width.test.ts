// What is counted by letters takes exactly what the careful measure says.
import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {widthOf} from '../../source/console/terminal/width.ts';
import {wrapToWidth} from '../../source/console/terminal/wrap.ts';

test('given any sign, then its width is the careful one', () => {
	for (let code = 0x20; code < 0x3000; code++) {
		const sign = String.fromCodePoint(code);
		expect(widthOf(sign), `U+${code.toString(16)}`).toBe(stringWidth(sign));
	}
});

test('given any text in any colours, then its width is the careful one', () => {
	const letter = fc.oneof(
		fc.integer({min: 0x20, max: 0x2fff}).map((code) => String.fromCodePoint(code)),
		fc.constantFrom('\u001b[1;36m', '\u001b[39m', '\u001b[48;5;231m', '\u001b[m', '\u001b[2K', '\u001b'),
		fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
	);
	fc.assert(
		fc.property(fc.array(letter, {maxLength: 12}), (letters) => {
			const text = letters.join('');
			expect(widthOf(text)).toBe(stringWidth(text));
			for (const options of [{ambiguousIsNarrow: false}, {countAnsiEscapeCodes: true}])
				expect(widthOf(text, options)).toBe(stringWidth(text, options));
		}),
		{numRuns: 2000},
	);
});

test('given any sentence and width, then no line is wider and no word that fits is lost', () => {
	fc.assert(
		fc.property(fc.lorem({maxCount: 20}), fc.integer({min: 4, max: 40}), (text, columns) => {
			const lines = wrapToWidth(text, columns);
			for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
			const words = text.split(' ').filter((word) => word.length <= columns);
			const kept = lines.join(' ').split(' ');
			for (const word of words) expect(kept).toContain(word);
		}),
	);
});
