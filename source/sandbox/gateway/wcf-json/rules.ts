// The forms of values that wcf-json has and qpg1 has not.
import {isPaymentSystem, type PaymentSystem, parseRubles} from '../../../core/index.ts';
import type {Rule} from '../fields.ts';
import {NumberLiteral} from './json.ts';
import {systemWords} from './map.ts';

/** Decimal rubles as a number, read digit by digit into kopecks. */
export const rubles: Rule<number> = {
	expected: 'rubles as a number, at most two decimals, 0.01–99999999.99',
	read: (value) => {
		if (!(value instanceof NumberLiteral)) return undefined;
		const parsed = parseRubles(value.text);
		return parsed.ok ? parsed.amountKopecks : undefined;
	},
};

export const seconds: Rule<number> = {
	expected: 'a whole number from 10 to 3600',
	read: (value) => {
		if (!(value instanceof NumberLiteral) || !/^\d{2,4}$/.test(value.text)) return undefined;
		const number = Number(value.text);
		return number >= 10 && number <= 3600 ? number : undefined;
	},
};

export const systemWord: Rule<PaymentSystem> = {
	expected: Object.values(systemWords).join(', '),
	read: (value) =>
		Object.keys(systemWords)
			.filter(isPaymentSystem)
			.find((system) => systemWords[system] === value),
};

// A unix time in milliseconds has more digits than one in seconds until the year 5138.
const mostSeconds = 99_999_999_999;

/**
 * A time as unix ms: `/Date(ms+0300)/` as WCF writes it, ISO, or seconds or milliseconds, as a number or as its digits:
 * a map may say any of them.
 */
export const anyTime: Rule<number> = {
	expected: '/Date(ms)/, an ISO time, or unix seconds or milliseconds',
	read: (value) => {
		const text = value instanceof NumberLiteral ? value.text : value;
		if (typeof text !== 'string') return undefined;
		if (/^\d{1,15}$/.test(text)) return Number(text) > mostSeconds ? Number(text) : Number(text) * 1000;
		// The zone is for readers: the number counts from 1970 in UTC either way.
		const wcf = /^\/Date\((\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(text);
		const ms = wcf ? Number(wcf[1]) : Date.parse(text);
		return Number.isNaN(ms) ? undefined : ms;
	},
};
