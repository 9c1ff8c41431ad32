import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	lineSumKopecks,
	plainReceipt,
	quantityThousandths,
	type ReceiptLine,
	receiptSumKopecks,
} from '../../source/core/index.ts';

const line = (priceKopecks: number, quantity: string): ReceiptLine => ({
	name: 'Кофе',
	priceKopecks,
	quantity,
	vat: 'none',
});

describe('the sum of a receipt', () => {
	test.each([
		[25_000, '2.000', 50_000],
		[25_000, '2', 50_000],
		[9_999, '0.333', 3_330],
		[1, '0.5', 1],
		[1, '0.499', 0],
		[3, '0.5', 2],
		[9_999_999_999, '999999999.999', 9_999_999_998_990_000_000],
	])(
		'given %i kopecks × %s, then the line is %i, rounded half up as the register does',
		(price, quantity, sum) => {
			expect(lineSumKopecks(line(price, quantity))).toBe(sum);
		},
	);

	test('given several lines, then each is rounded for itself', () => {
		expect(receiptSumKopecks({lines: [line(1, '0.5'), line(1, '0.5')], email: null, phone: null})).toBe(2);
	});

	test('given no lines of its own, then one line on the whole amount', () => {
		expect(receiptSumKopecks(plainReceipt(125_000))).toBe(125_000);
		expect(plainReceipt(125_000).lines).toEqual([
			{name: 'Оплата', priceKopecks: 125_000, quantity: '1.000', vat: 'none'},
		]);
	});

	test('given whole quantities, then the sum is the plain product', () => {
		fc.assert(
			fc.property(fc.nat(1_000_000), fc.integer({min: 1, max: 10_000}), (price, count) => {
				expect(lineSumKopecks(line(price, String(count)))).toBe(price * count);
			}),
		);
	});
});

test.each(['', '0', '0.000', '-1', '1.2345', '1,5', '.5', '1.', ' 1', '1e3', '1000000000'])(
	'given the quantity %j, then it is none',
	(text) => {
		expect(quantityThousandths(text)).toBeNull();
	},
);
