// What a run of histories was made of: a run in which nothing happened would prove nothing.
import type {History} from './history.ts';

export type Tally = {
	histories: number;
	orders: number;
	requests: number;
	crashes: number;
	receipts: number;
	late: number;
	unresolved: number;
	quarantined: number;
	refunds: number;
	/** Payments whose rows were in memory only when the process died: nobody can know of them. */
	forgotten: number;
};

export const emptyTally = (): Tally => ({
	histories: 0,
	orders: 0,
	requests: 0,
	crashes: 0,
	receipts: 0,
	late: 0,
	unresolved: 0,
	quarantined: 0,
	refunds: 0,
	forgotten: 0,
});

/** Adds one history to the tally. */
export function count(tally: Tally, history: History): void {
	const rows = (type: string): number => history.rows.filter(({event}) => event.type === type).length;
	tally.histories += 1;
	tally.orders += history.orders.size;
	tally.requests += history.requests.length;
	tally.crashes += history.boots.length - 1;
	tally.receipts += history.documents.length;
	tally.late += rows('payment.late');
	tally.unresolved += rows('payment.unresolved');
	tally.quarantined += rows('payment.quarantined');
	tally.refunds += rows('refund.done');
	tally.forgotten += history.forgotten.size;
}

/** Two tallies as one. */
export const added = (a: Tally, b: Tally): Tally => {
	const sum = emptyTally();
	for (const name of Object.keys(sum) as (keyof Tally)[]) sum[name] = a[name] + b[name];
	return sum;
};
