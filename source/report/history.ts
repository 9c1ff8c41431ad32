// The journal's rows as payments: each folded to where it stands now, with the moments that a day's report asks for.
import {evolve, idle, type PaidFacts, type PaymentState} from '../core/index.ts';
import type {JournalRow} from '../engine/index.ts';

export type History = {
	readonly orderId: string;
	readonly state: Exclude<PaymentState, {phase: 'idle'}>;
	/** ISO. */
	readonly startedAt: string;
	readonly startedAtMs: number;
	/** When the gateway first said that there is money. */
	readonly moneyAtMs: number | null;
	readonly refundedAtMs: number | null;
	readonly decidedAtMs: number | null;
};

/** `incomplete`: orders whose rows do not begin at their beginning. */
export type Histories = {readonly payments: readonly History[]; readonly incomplete: readonly string[]};

/** All payments among the rows, in the order of their beginning. */
export function historiesOf(rows: readonly JournalRow[]): Histories {
	const byOrder = new Map<string, JournalRow[]>();
	for (const row of rows) {
		if (row.orderId === null) continue;
		const own = byOrder.get(row.orderId);
		if (own) own.push(row);
		else byOrder.set(row.orderId, [row]);
	}
	const payments: History[] = [];
	const incomplete: string[] = [];
	for (const [orderId, own] of byOrder) {
		const history = historyOf(orderId, own);
		if (history) payments.push(history);
		else incomplete.push(orderId);
	}
	return {payments, incomplete};
}

function historyOf(orderId: string, rows: readonly JournalRow[]): History | null {
	const [first] = rows;
	const state = rows.reduce<PaymentState>((soFar, {event, at}) => evolve(soFar, event, Date.parse(at)), idle);
	if (first?.event.type !== 'payment.started' || state.phase === 'idle') return null;
	const momentOf = (isIt: (row: JournalRow) => boolean): number | null => {
		const row = rows.find(isIt);
		return row ? Date.parse(row.at) : null;
	};
	return {
		orderId,
		state: standing(state),
		startedAt: first.at,
		startedAtMs: Date.parse(first.at),
		moneyAtMs: momentOf(({event}) => event.type === 'payment.paid' || event.type === 'payment.late'),
		refundedAtMs: momentOf(({event}) => event.type === 'refund.done'),
		decidedAtMs: momentOf(({event}) => event.type === 'resolved' && event.by === 'person'),
	};
}

/** While the receipt of a refund is made the sale itself is over, and counts as what it is; the receipt is owed so far. */
const standing = (state: History['state']): History['state'] =>
	state.phase === 'fiscalising' ? (state.refundOf ?? state) : state;

/** The money that the gateway's word says is here, or null. */
export function moneyOf({state}: History): PaidFacts | null {
	if (state.phase === 'fiscalising') return state.paid;
	return state.phase === 'ended' ? state.paid : null;
}
