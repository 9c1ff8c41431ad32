// What a field of an answer may be, and what we make of it. Everything that people will see is cleaned and cut here.
import {cleanText, orderStatuses} from '../../core/index.ts';
import {decimalToUnits} from '../decimal.ts';
import {type Json, JsonNumber} from './json.ts';

/** A kind of field: `from` gives the value or undefined for an ill-typed one; `blank` stands in until the fault is told. */
export type Kind<T> = {readonly blank: T; from(value: Json): T | undefined};

/**
 * Text that is compared with ours (order id, currency). What is harmful goes, but leaves a mark: cleaning must never make
 * another order's id equal to ours.
 */
export const identity: Kind<string> = {
	blank: '',
	from(value) {
		if (typeof value !== 'string') return undefined;
		const clean = cleanText(value, 64);
		return clean === value ? value : `${clean}\ufffd`;
	},
};

/** A short text for people and records, not empty once cleaned. */
export const words: Kind<string> = {
	blank: '',
	from: (value) => (typeof value === 'string' && cleanText(value, 128)) || undefined,
};

/** A text that is passed on as it came, since it has a check of its own (the QR, a cursor). Never shown. */
export const opaque: Kind<string> = {
	blank: '',
	from: (value) => (typeof value === 'string' ? value : undefined),
};

/** A whole number of the safe range, however it is written (`125000`, `125000.0`). */
export const integer: Kind<number> = {
	blank: 0,
	from: (value) => (value instanceof JsonNumber ? (decimalToUnits(value.text, 0) ?? undefined) : undefined),
};

/** A moment: ISO 8601 with a zone. Kept as it was written. */
export const moment: Kind<string> = {
	blank: '',
	from(value) {
		if (typeof value !== 'string') return undefined;
		const isIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(value);
		return isIso && !Number.isNaN(Date.parse(value)) ? value : undefined;
	},
};

export const list: Kind<readonly Json[]> = {
	blank: [],
	from: (value) => (Array.isArray(value) ? value : undefined),
};

/** Null or the kind. */
export const orNull = <T>(kind: Kind<T>): Kind<T | null> => ({
	blank: null,
	from: (value) => (value === null ? null : kind.from(value)),
});

/** A reason in words: null or text, and a text that is empty once cleaned is no reason. */
export const reason: Kind<string | null> = {
	blank: null,
	from(value) {
		if (value === null) return null;
		return typeof value === 'string' ? cleanText(value) || null : undefined;
	},
};

/** One of the allowed words. */
export const oneOf = <T extends string>(allowed: readonly [T, ...T[]]): Kind<T> => ({
	blank: allowed[0],
	from: (value) => allowed.find((word) => word === value),
});

export const orderStatus = oneOf(orderStatuses);
export const refundStatus = oneOf(['done', 'pending', 'declined']);
