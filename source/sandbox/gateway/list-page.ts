// One page of the list of orders: at most 200 of them, and never more than an answer may hold.
import type {OrderView} from './order.ts';

const maxOrders = 200;

/** An answer is at most 64 KiB; what stands round the orders takes little. */
const maxBytes = 65_000;

export type ListRange = {
	readonly fromMs: number;
	readonly toMs: number;
	readonly cursor: string | null;
	/** How long one order is in the answer of this dialect. */
	readonly bytesOf: (order: OrderView) => number;
};

export type Listed = {readonly createdAtMs: number; readonly order: OrderView};

/**
 * The orders made from `fromMs` on and before `toMs`, newest last, from the cursor on; null for a cursor that no page gave.
 * A cursor is the place of the next order: orders are only ever added behind, so pages neither skip nor repeat one.
 */
export function pageOf(
	listed: readonly Listed[],
	{fromMs, toMs, cursor, bytesOf}: ListRange,
): {readonly orders: readonly OrderView[]; readonly next: string | null} | null {
	const start = cursor === null ? 0 : placeOf(cursor);
	if (start === null || start > listed.length) return null;
	const orders: OrderView[] = [];
	let bytes = 0;
	for (const [place, {createdAtMs, order}] of listed.entries()) {
		if (place < start || createdAtMs < fromMs || createdAtMs >= toMs) continue;
		// The comma is a byte as well.
		bytes += bytesOf(order) + 1;
		if (orders.length === maxOrders || (orders.length > 0 && bytes > maxBytes))
			return {orders, next: cursorOf(place)};
		orders.push(order);
	}
	return {orders, next: null};
}

const cursorOf = (place: number): string => Buffer.from(`from:${place}`).toString('base64url');

function placeOf(cursor: string): number | null {
	const match = /^from:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
	return match ? Number(match[1]) : null;
}
