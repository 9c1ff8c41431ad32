// Reads the fields of a JSON body by rules, and says of the first wrong one what it should have been.
import {isPaymentSystem, type PaymentSystem} from '../../core/index.ts';

/** `read` answers undefined for what is not allowed. */
export type Rule<Value> = {
	readonly expected: string;
	readonly read: (value: unknown) => Value | undefined;
};

type ValuesOf<Rules> = {
	readonly [Name in keyof Rules]: Rules[Name] extends Rule<infer Value> ? Value : never;
};

export type Fields<Values> =
	| {readonly ok: true; readonly values: Values}
	| {readonly ok: false; readonly complaint: string};

/** All fields by their rules. Fields without a rule are let pass; a missing one reaches its rule as undefined. */
export function readFields<Rules extends Readonly<Record<string, Rule<unknown>>>>(
	body: unknown,
	rules: Rules,
): Fields<ValuesOf<Rules>> {
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		return {ok: false, complaint: 'the body has to be a JSON object'};
	const values: Record<string, unknown> = {};
	for (const [name, rule] of Object.entries(rules)) {
		const given: unknown = Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined;
		const value = rule.read(given);
		if (value === undefined) return {ok: false, complaint: `${name}: ${rule.expected}`};
		values[name] = value;
	}
	return {ok: true, values: values as ValuesOf<Rules>};
}

/** A text of a given form. */
export const text = (pattern: RegExp, expected: string): Rule<string> => ({
	expected,
	read: (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined),
});

export const wholeNumber = (min: number, max: number): Rule<number> => ({
	expected: `a whole number from ${min} to ${max}`,
	read: (value) =>
		typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : undefined,
});

/** May be left out or null. */
export const optional = <Value>(rule: Rule<Value>): Rule<Value | null> => ({
	expected: `${rule.expected}, or nothing`,
	read: (value) => (value === undefined || value === null ? null : rule.read(value)),
});

/** Must be there, and may be null. */
export const nullable = <Value>(rule: Rule<Value>): Rule<Value | null> => ({
	expected: `${rule.expected}, or null`,
	read: (value) => (value === null ? null : rule.read(value)),
});

export const id = text(/^[A-Za-z0-9._-]{1,64}$/, '1–64 of A–Z a–z 0–9 . _ -');
export const number32 = text(/^\d{1,32}$/, 'a string of 1–32 digits');
export const wmid = text(/^(?:0|\d{12})$/, 'a string, "0" or 12 digits');
export const anyText = text(/^/, 'a string');

export const system: Rule<PaymentSystem> = {
	expected: 'sbp, webmoney, wechat or alipay',
	read: (value) => (typeof value === 'string' && isPaymentSystem(value) ? value : undefined),
};

/** An ISO time with a zone, as unix ms. */
export const isoTime: Rule<number> = {
	expected: 'an ISO time with a zone',
	read: (value) => {
		if (typeof value !== 'string' || !isoForm.test(value)) return undefined;
		const ms = Date.parse(value);
		return Number.isNaN(ms) ? undefined : ms;
	},
};

const isoForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;
