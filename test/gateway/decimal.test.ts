// Amounts between kopecks and a vendor's decimals, digit by digit.
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {decimalRubles, maxAmountKopecks} from '../../source/core/index.ts';
import {parseJson} from '../../source/gateway/answer/json.ts';
import {integer} from '../../source/gateway/answer/kinds.ts';
import {decimalToUnits} from '../../source/gateway/decimal.ts';

test('given any amount, when it is written as rubles and read again, then it is the same', () => {
	fc.assert(
		fc.property(fc.integer({min: 0, max: maxAmountKopecks}), (kopecks) => {
			expect(decimalToUnits(decimalRubles(kopecks), 2)).toBe(kopecks);
		}),
	);
});

test('given any digits, when the point and an exponent move through them, then the value is that of exact arithmetic', () => {
	fc.assert(
		fc.property(
			fc.bigInt({min: 0n, max: 10n ** 15n}),
			fc.integer({min: 0, max: 8}),
			fc.integer({min: -6, max: 6}),
			(digits, decimals, exponent) => {
				const text = digits.toString().padStart(decimals + 1, '0');
				const at = text.length - decimals;
				const written = `${text.slice(0, at)}${decimals > 0 ? `.${text.slice(at)}` : ''}e${exponent}`;
				// digits · 10^(exponent − decimals + 2), where it is whole and safe.
				const shift = exponent - decimals + 2;
				const power = 10n ** BigInt(Math.abs(shift));
				const exact = shift >= 0 ? digits * power : digits % power === 0n ? digits / power : null;
				const isSafe = exact !== null && exact <= BigInt(Number.MAX_SAFE_INTEGER);
				expect(decimalToUnits(written, 2)).toBe(isSafe ? Number(exact) : null);
			},
		),
	);
});

test.each([
	['1250', 125_000],
	['1250.5', 125_050],
	['1250.10', 125_010],
	['0.07', 7],
	['1.15', 115],
	['1250.100', 125_010],
	['1.25E3', 125_000],
	['-0', 0],
	['-1.5', -150],
	['4503599627370.49', 450_359_962_737_049],
])('given %s rubles, then it is %i kopecks', (text, kopecks) => {
	expect(decimalToUnits(text, 2)).toBe(kopecks);
});

test.each([
	'',
	'.5',
	'5.',
	'1,5',
	'+1',
	' 1',
	'1e',
	'1e999',
	'0x10',
	'NaN',
	'Infinity',
	'1.005',
	'1_000',
	'90071992547409.93',
])('given %j, then it is no amount', (text) => {
	expect(decimalToUnits(text, 2)).toBeNull();
});

test('given a number that a float would round, when it is read from JSON, then its digits are kept or it is refused', () => {
	const whole = (text: string): number | undefined => {
		const json = parseJson(text);
		return json === undefined ? undefined : integer.from(json);
	};
	expect(whole('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
	expect(whole('9007199254740993')).toBeUndefined();
	expect(whole('125000.0')).toBe(125_000);
	expect(whole('125000.00000000000000001')).toBeUndefined();
	expect(whole('"125000"')).toBeUndefined();
});
