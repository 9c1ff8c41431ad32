import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decimalRubles, formatRubles, maxAmountKopecks, parseRubles} from '../../source/core/index.ts';

describe('reading a sum', () => {
	test.each([
		['1250', 125_000],
		['1250.5', 125_050],
		['1250,00', 125_000],
		['1250.05', 125_005],
		['0.01', 1],
		['0,1', 10],
		['00012', 1_200],
		['99999999.99', 9_999_999_999],
	])('given %s, then it is %i kopecks', (text, amountKopecks) => {
		expect(parseRubles(text)).toEqual({ok: true, amountKopecks});
	});

	test.each([
		['', 'empty'],
		['1e3', 'form'],
		['-1', 'form'],
		['+1', 'form'],
		[' 1', 'form'],
		['1 000', 'form'],
		['1.', 'form'],
		['.5', 'form'],
		['1.2.3', 'form'],
		['1,2.3', 'form'],
		['0x10', 'form'],
		['١٢', 'form'],
		['1\n', 'form'],
		['NaN', 'form'],
		['1.234', 'decimals'],
		['1.000', 'decimals'],
		['0', 'too-small'],
		['0.00', 'too-small'],
		['100000000', 'too-large'],
		['999999999999999', 'too-large'],
		['9999999999999999', 'form'],
	])('given %j, then it is refused: %s', (text, fault) => {
		expect(parseRubles(text)).toEqual({ok: false, fault});
	});

	test('given any sum, then what is written for programs is read back as the same kopecks', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: maxAmountKopecks}), (amountKopecks) => {
				expect(parseRubles(decimalRubles(amountKopecks))).toEqual({ok: true, amountKopecks});
				expect(parseRubles(formatRubles(amountKopecks).replaceAll('\u00a0', ''))).toEqual({
					ok: true,
					amountKopecks,
				});
			}),
		);
	});
});

test.each([
	[1, '0,01', '0.01'],
	[10, '0,10', '0.10'],
	[100, '1,00', '1.00'],
	[125_000, '1\u00a0250,00', '1250.00'],
	[9_999_999_999, '99\u00a0999\u00a0999,99', '99999999.99'],
])('given %i kopecks, then people read %s and programs %s', (amountKopecks, forPeople, forPrograms) => {
	expect(formatRubles(amountKopecks)).toBe(forPeople);
	expect(decimalRubles(amountKopecks)).toBe(forPrograms);
});
