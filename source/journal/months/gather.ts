// A few payments with all their rows, wherever in the months they lie. Only rows that the chain vouches for.
import {chainStart} from '../chain.ts';
import {faultOf} from '../fault.ts';
import type {StoredRow} from '../stored-row.ts';
import {walk} from '../walk.ts';
import type {Part} from './parts.ts';

/** The rows of the payments in these files (in their order), each payment's oldest first; none for one that is not there. */
export function gather(
	parts: readonly Part[],
	orderIds: ReadonlySet<string>,
): ReadonlyMap<string, readonly StoredRow[]> {
	const all = new Map<string, readonly StoredRow[]>();
	for (const {db} of parts) {
		if (!db) continue;
		for (const [orderId, rows] of rowsIn(db, orderIds)) {
			// What begins with its beginning is whole: a payment that a month's file took over from the one before.
			const isWhole = rows[0]?.type === 'payment.started';
			all.set(orderId, isWhole ? rows : [...(all.get(orderId) ?? []), ...rows]);
		}
	}
	return all;
}

function rowsIn(
	db: NonNullable<Part['db']>,
	orderIds: ReadonlySet<string>,
): ReadonlyMap<string, readonly StoredRow[]> {
	const found = new Map<string, StoredRow[]>();
	try {
		walk(db, chainStart, (seq, at, orderId, type, body) => {
			if (orderId === null || !orderIds.has(orderId)) return;
			const rows = found.get(orderId) ?? [];
			if (rows.length === 0) found.set(orderId, rows);
			rows.push({seq, at, orderId, type, body});
		});
	} catch (error) {
		// A disk that fails in the middle: what was read is true.
		faultOf(error);
	}
	return found;
}
