// Questions that screens, `pay` and reports ask of a payment's state. Derived here, kept nowhere.
import {exitCodeOf, type Outcome, type ReceiptState} from '../outcome.ts';
import type {EndedState, LiveState, PaymentState, ReceiptView} from './state.ts';

/** A payment that is under way: money may move, the till takes no other. */
export const isLive = (state: PaymentState): state is LiveState =>
	state.phase !== 'idle' && state.phase !== 'ended';

/** Whole seconds that the customer still has, never below zero. */
export const remainingS = (state: LiveState, nowMs: number): number =>
	Math.max(0, Math.ceil((state.facts.deadlineMs - nowMs) / 1000));

export type OpenMatter = 'unresolved' | 'quarantined' | 'receipt' | 'late' | 'refund';

/** What about an ended payment still waits for the gateway, the register or a person; null when all is settled. */
export function openMatter(state: EndedState): OpenMatter | null {
	const {refund, resolved} = state;
	if (resolved?.by === 'person') return null;
	if (refund && (refund.state === 'requested' || refund.state === 'pending')) return 'refund';
	if (isUnclosed(state.refundReceipt)) return 'receipt';
	if (isReturned(state)) return null;
	if (state.outcome === 'unresolved') return 'unresolved';
	if (state.outcome === 'quarantined') return 'quarantined';
	if (state.isLate) return 'late';
	return state.outcome === 'paid' && isUnclosed(state.receipt) ? 'receipt' : null;
}

/** A receipt that is owed: surely not closed, or perhaps not. */
export const isUnclosed = ({state}: ReceiptView): boolean => state === 'failed' || state === 'unknown';

/** Whether all the money went back to the customer; a part of it settles nothing by itself. */
export const isReturned = ({refund, paid}: EndedState): boolean =>
	refund?.state === 'done' && refund.amountKopecks >= (paid?.amountKopecks ?? 0);

export const isOpen = (state: EndedState): boolean => openMatter(state) !== null;

/** Whether the receipt behind this payment still stands open for another try. */
export const isReceiptOpen = (state: EndedState): boolean =>
	state.outcome !== 'paid' && !state.isLate && !state.isDropped && !state.paid;

export type PaymentResult = {
	readonly outcome: Outcome;
	readonly reason: string | null;
	readonly receipt: {
		readonly state: ReceiptState;
		readonly number: number | null;
		readonly fiscalDocument: number | null;
	};
	readonly exitCode: number;
};

/**
 * The end as other software reads it. Late money counts as paid with its receipt not closed; money that went back
 * before a receipt was closed counts as not paid, so that nobody hands goods over for it.
 */
export function resultOf(state: EndedState): PaymentResult {
	const {receipt} = state;
	const isClosed = receipt.state === 'closed';
	if (isReturned(state) && !isClosed) return result('cancelled', 'refunded', 'none');
	if (state.isLate && state.resolved === null) return result('paid', 'late', 'failed');
	if (isUnclosed(state.refundReceipt) && state.resolved?.by !== 'person') {
		return result('paid', 'refunded', state.refundReceipt.state);
	}
	const end = result(state.outcome, state.reason, receipt.state);
	if (receipt.state === 'closed') {
		const {state: closed, number, fiscalDocument} = receipt;
		return {...end, receipt: {state: closed, number, fiscalDocument}};
	}
	return state.resolved?.by === 'person' ? {...end, exitCode: exitCodeOf(state.outcome, 'none')} : end;
}

const result = (outcome: Outcome, reason: string | null, receipt: ReceiptState): PaymentResult => ({
	outcome,
	reason,
	receipt: {state: receipt, number: null, fiscalDocument: null},
	exitCode: exitCodeOf(outcome, receipt),
});
