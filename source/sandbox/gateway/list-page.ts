// One page of the list of orders: at most 200 of them, and never more than an answer may hold.
import {type Order, viewOf} from './order.ts';
import {plotOf} from './stories/stories.ts';

const maxOrders = 200;

/** An answer is at most 64 KiB; what is round the orders takes little. */
const maxBytes = 60_000;

/** What the longer field names of a dialect may add to one order. */
const reserveBytes = 120;

export type ListRange = {readonly fromMs: number; readonly toMs: number; readonly cursor: string | null};

/**
 * The orders made from `fromMs` on and before `toMs`, newest last, from the cursor on; null for a cursor that no page gave.
 * A cursor is the place of the next order: orders are only ever added behind, so pages neither skip nor repeat one.
 */
export function pageOf(
	orders: readonly Order[],
	{fromMs, toMs, cursor}: ListRange,
): {readonly orders: readonly Order[]; readonly next: string | null} | null {
	const start = cursor === null ? 0 : placeOf(cursor);
	if (start === null || start > orders.length) return null;
	const page: Order[] = [];
	let bytes = 0;
	for (const [place, order] of orders.entries()) {
		if (place < start || order.createdAtMs < fromMs || order.createdAtMs >= toMs) continue;
		bytes += bytesOf(order);
		if (page.length === maxOrders || (page.length > 0 && bytes > maxBytes))
			return {orders: page, next: cursorOf(place)};
		page.push(order);
	}
	return {orders: page, next: null};
}

function bytesOf(order: Order): number {
	const view = viewOf(order);
	return Buffer.byteLength(JSON.stringify(plotOf(order.story).dress?.(view) ?? view)) + reserveBytes;
}

const cursorOf = (place: number): string => Buffer.from(`from:${place}`).toString('base64url');

function placeOf(cursor: string): number | null {
	const match = /^from:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
	return match ? Number(match[1]) : null;
}
