// The past months as the till's writer asks for them: was this payment ever begun, and what became of it.

import {journalFileName} from '../names.ts';
import type {StoredRow} from '../stored-row.ts';
import {gather} from './gather.ts';
import {type OrdersOf, ordersOf} from './orders.ts';
import {closeParts, monthFilesIn, openParts} from './parts.ts';

export type Past = {
	/** Whether there is any past month at all. */
	readonly isThere: boolean;
	/** Whether a past month has rows of a payment; rarely true by mistake, never false. */
	has(orderId: string): boolean;
	/** Its rows there, oldest first. Empty, though `has` says otherwise: its month is damaged. */
	rowsOf(orderId: string): readonly StoredRow[];
};

/** Nothing is read before it is asked for; the months do not change while the till is open. */
export function createPast(folder: string): Past {
	const names = monthFilesIn(folder);
	const orders = new Map<string, OrdersOf>();
	const rows = new Map<string, readonly StoredRow[]>();

	const isIn = (name: string, orderId: string): boolean => {
		const known = orders.get(name) ?? ordersOf(folder, name, true);
		orders.set(name, known);
		return known.has(orderId);
	};

	const read = (orderId: string): readonly StoredRow[] => {
		const parts = openParts(folder);
		try {
			const wanted = parts.filter(({name}) => name !== journalFileName && isIn(name, orderId));
			return gather(wanted, new Set([orderId])).get(orderId) ?? [];
		} finally {
			closeParts(parts);
		}
	};

	const has = (orderId: string): boolean => names.some((name) => isIn(name, orderId));

	return {
		isThere: names.length > 0,
		has,
		rowsOf(orderId) {
			const known = rows.get(orderId) ?? (has(orderId) ? read(orderId) : []);
			if (known.length > 0) rows.set(orderId, known);
			return known;
		},
	};
}
