// What is counted by letters takes exactly what the careful measure says.
import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {widthOf} from '../../source/console/terminal/width.ts';
import {wrapToWidth} from '../../source/console/terminal/wrap.ts';

test('given any text, then its width is the careful one', () => {
	const counted = '~Az09 ЁжЯѐ«»·×–—…✔✖❯↑↓│─╭╮╰╯█▀▄░\u00a0';
	for (const sign of counted) expect(widthOf(sign), sign).toBe(stringWidth(sign));
	const letter = fc.oneof(
		fc.constantFrom(...counted),
		fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
	);
	fc.assert(
		fc.property(fc.array(letter, {maxLength: 12}), (letters) => {
			const text = letters.join('');
			expect(widthOf(text)).toBe(stringWidth(text));
		}),
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
