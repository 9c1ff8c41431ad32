import {describe, expect, test} from 'vitest';
import {
	exitCodeOf,
	exitCodes,
	isOrderId,
	isPaymentSystem,
	outcomes,
	paymentSystems,
} from '../../source/core/index.ts';

describe('order ids', () => {
	test.each(['A', 'A-1', 'a.b_c-9', '0', 'x'.repeat(64)])('%j is one', (text) => {
		expect(isOrderId(text)).toBe(true);
	});

	test.each(['', 'x'.repeat(65), 'a b', 'a/b', 'Ы', 'a\n', '\n', 'a\u0000', 'a%20', 'é'])(
		'%j is none',
		(text) => {
			expect(isOrderId(text)).toBe(false);
		},
	);
});

test('the payment systems are the four of the contract, in small letters', () => {
	expect(paymentSystems).toEqual(['sbp', 'webmoney', 'wechat', 'alipay']);
	for (const word of ['SBP', 'toString', '__proto__', '']) expect(isPaymentSystem(word)).toBe(false);
	expect(isPaymentSystem('sbp')).toBe(true);
});

describe('exit codes', () => {
	test('they are those of the contract and no two are the same', () => {
		expect(exitCodes).toEqual({
			paid: 0,
			fault: 1,
			arguments: 2,
			settings: 3,
			declined: 4,
			expired: 5,
			cancelled: 6,
			unresolved: 7,
			receiptNotClosed: 8,
			quarantined: 9,
			rejected: 10,
			held: 11,
		});
	});

	test.each([
		['closed', 0],
		['off', 0],
		['none', 0],
		['failed', 8],
		['unknown', 8],
	] as const)('given paid and the receipt %s, then the code is %i', (receipt, code) => {
		expect(exitCodeOf('paid', receipt)).toBe(code);
	});

	test('given any other outcome, then its own code, whatever the receipt', () => {
		for (const outcome of outcomes) {
			if (outcome !== 'paid') expect(exitCodeOf(outcome, 'none')).toBe(exitCodes[outcome]);
		}
	});
});
