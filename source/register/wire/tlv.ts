// The storage's tags: two bytes number, two bytes length, value; text inside is CP866 (register-protocol §3, five sources to one).

import {joinBytes, littleEndian} from './bytes.ts';
import {codePage} from './code-page.ts';

const page = codePage('ibm866');

/** Tags of a receipt that a cashier's program sends (FF0Ch). */
export const tags = {customerContact: 1008, cashier: 1021, cashierInn: 1203} as const;

/** A text tag, its value cut to `maxBytes` after encoding. */
export function textTag(tag: number, text: string, maxBytes = 64): Uint8Array {
	const value = page.encode(text).subarray(0, maxBytes);
	return joinBytes(littleEndian(tag, 2), littleEndian(value.length, 2), value);
}
