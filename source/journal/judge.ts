// What a payment's rows say about it, by the same fold that drives the live one: the rules have one home, and it is the core.
import {evolve, idle, isLive, isOpen, isReceiptOpen, type PaymentState} from '../core/index.ts';
import type {JournalRow} from '../engine/ports.ts';

/** The state that rows lead to. Times are wall times here: no rule that is asked below looks at them. */
const stateOf = (rows: readonly JournalRow[]): PaymentState =>
	rows.reduce<PaymentState>((state, {event, at}) => evolve(state, event, Date.parse(at)), idle);

/** Whether somebody still has to do something about a payment: it is under way, or its end left a matter open. */
export function isUnsettled(rows: readonly JournalRow[]): boolean {
	const state = stateOf(rows);
	if (state.phase === 'idle') return false;
	return isLive(state) || isOpen(state);
}

/** Whether a payment is being carried to its end. */
export function isUnderWay(rows: readonly JournalRow[]): boolean {
	const state = stateOf(rows);
	return state.phase !== 'idle' && isLive(state);
}

/** Whether a payment is over unpaid and the receipt behind it stands open for another try. */
export function hasOpenReceipt(rows: readonly JournalRow[]): boolean {
	const state = stateOf(rows);
	return state.phase === 'ended' && isReceiptOpen(state);
}

/** Whether a payment whose order was made ended unpaid: late money may still come for it. */
export function mayBePaidLate(rows: readonly JournalRow[]): boolean {
	const state = stateOf(rows);
	if (state.phase !== 'ended' || state.paid || state.isLate || isOpen(state)) return false;
	return state.outcome === 'declined' || state.outcome === 'expired' || state.outcome === 'cancelled';
}
