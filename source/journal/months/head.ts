// The head of a month's file: what it goes on from, and the payments of the months before that still matter, row by row.

import type {ChainPoint} from '../chain.ts';
import {partsOf} from '../entry.ts';
import type {StoredRow} from '../stored-row.ts';
import type {NewRow} from '../writer.ts';
import {type Continued, continuedType} from './continued.ts';

/** @param payments each with all its rows, in the order in which they began */
export function headOf(
	before: {readonly file: string; readonly last: ChainPoint},
	payments: readonly (readonly StoredRow[])[],
	at: string,
): readonly NewRow[] {
	const carried = payments.flat().map(({at: happenedAt, orderId, type, body}) => ({
		at: happenedAt,
		orderId,
		type,
		body,
	}));
	const continued: Continued = {file: before.file, ...before.last, carried: carried.length};
	return [{at, orderId: null, ...partsOf({type: continuedType, ...continued})}, ...carried];
}
