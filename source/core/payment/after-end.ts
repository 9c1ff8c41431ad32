// What people may still do when a payment has ended: close an owed receipt, return money, decide, let the receipt go.
import type {RefundAnswer} from '../answers.ts';
import type {Command, RefusalCode} from './commands.ts';
import type {Effect} from './effects.ts';
import type {AnyEvent, DocumentsBefore} from './events.ts';
import {receiptInQuestion} from './evolve-ended.ts';
import {proceed} from './proceed.ts';
import type {EndedState, PaymentState, RefundView} from './state.ts';
import {act, emit, type Step, stepFrom} from './step.ts';
import {isOpen, isUnclosed} from './view.ts';

type AfterCommand = Extract<
	Command,
	{type: 'documentsSeen' | 'closeReceipt' | 'refund' | 'refundAnswered' | 'resolveByPerson' | 'dropReceipt'}
>;

/** The rule for what is wished after the end. */
export function decideAfter(state: PaymentState, command: AfterCommand, nowMs: number): Step | RefusalCode {
	if (state.phase === 'idle') return 'NO_PAYMENT';
	if (state.phase !== 'ended') return 'PAYMENT_RUNNING';
	switch (command.type) {
		case 'documentsSeen':
			return documentsSeen(state, command.before, nowMs);
		case 'closeReceipt':
			return closeReceipt(state, nowMs);
		case 'refund':
			return refund(state, command.refundId, command.amountKopecks, nowMs);
		case 'refundAnswered':
			return refundAnswered(state, command.answer, nowMs);
		case 'resolveByPerson':
			return isOpen(state) && command.as !== 'unresolved' && command.as !== 'quarantined'
				? emit(stepFrom(state), {type: 'resolved', by: 'person', as: command.as, note: command.note}, nowMs)
				: 'NOTHING_TO_RESOLVE';
		case 'dropReceipt':
			return state.outcome === 'paid' || state.isDropped
				? 'NOTHING_TO_DROP'
				: emit(stepFrom(state), {type: 'receipt.dropped'}, nowMs);
	}
}

/**
 * Documents carry no order: once another payment of the same sum has its own, it could be taken for ours. So before that,
 * documents that stand exactly as they stood before our receipt settle it: it was not closed, and is owed.
 */
function documentsSeen(state: EndedState, seen: DocumentsBefore, nowMs: number): Step | RefusalCode {
	const receipt = receiptInQuestion(state);
	return receipt.state === 'unknown' && areSameDocuments(receipt.before, seen)
		? emit(stepFrom(state), {type: 'receipt.failed', code: 'NOT_CLOSED', text: '', advice: ''}, nowMs)
		: 'STALE_ANSWER';
}

const areSameDocuments = (a: DocumentsBefore, b: DocumentsBefore): boolean =>
	(a.fiscalDocument ?? a.receiptNumber) !== null &&
	a.fiscalDocument === b.fiscalDocument &&
	a.storageNumber === b.storageNumber &&
	a.shiftNumber === b.shiftNumber &&
	a.receiptNumber === b.receiptNumber;

/** Only for money that the gateway itself calls paid: a person's word alone closes no receipt. */
function closeReceipt(state: EndedState, nowMs: number): Step | RefusalCode {
	if (!state.paid) return 'NOT_PAID';
	const isRefundReceiptOwed = isUnclosed(state.refundReceipt);
	if (!isRefundReceiptOwed) {
		if (state.receipt.state === 'closed' || state.facts.slot === null) return 'RECEIPT_CLOSED';
		if (state.refund && state.refund.state !== 'declined') return 'REFUND_RUNNING';
	}
	// A person has said what became of it: a receipt now could be the second one for the same money.
	if (state.resolved?.by === 'person') return 'NOTHING_TO_RESOLVE';
	const step = stepFrom(state);
	const taken = state.isLate ? emit(step, {type: 'payment.paid', ...state.paid}, nowMs) : step;
	return proceed(emit(taken, {type: 'receipt.reopened'}, nowMs), nowMs);
}

function refund(
	state: EndedState,
	refundId: string,
	amountKopecks: number,
	nowMs: number,
): Step | RefusalCode {
	if (!state.paid) return 'NOT_PAID';
	const running = state.refund;
	if (running && running.state !== 'declined') {
		// The same refund again: one that was never answered is asked for with the same body, one under way is asked about.
		// Another refund has to wait for its end.
		if (running.refundId !== refundId || running.state === 'done') return 'REFUND_RUNNING';
		return running.state === 'pending'
			? act(stepFrom(state), {type: 'askRefund', refundId})
			: act(stepFrom(state), refundOrder(state, running));
	}
	if (amountKopecks < 1 || amountKopecks > state.paid.amountKopecks) return 'REFUND_AMOUNT';
	const intent = emit(stepFrom(state), {type: 'refund.requested', refundId, amountKopecks}, nowMs);
	return act(intent, refundOrder(state, {refundId, amountKopecks}));
}

const refundOrder = (
	{facts}: EndedState,
	{refundId, amountKopecks}: Pick<RefundView, 'refundId' | 'amountKopecks'>,
): Effect => ({type: 'refundOrder', orderId: facts.orderId, refundId, amountKopecks});

function refundAnswered(state: EndedState, answer: RefundAnswer, nowMs: number): Step | RefusalCode {
	const {refund: running} = state;
	if (!running || running.state === 'done' || running.state === 'declined') return 'STALE_ANSWER';
	const event = refundEvent(running, state.facts.orderId, answer);
	return event ? proceed(emit(stepFrom(state), event, nowMs), nowMs) : stepFrom(state);
}

function refundEvent(
	{refundId, amountKopecks}: RefundView,
	orderId: string,
	answer: RefundAnswer,
): AnyEvent | null {
	switch (answer.type) {
		case 'fault':
			return null;
		case 'rejected':
			return {type: 'refund.declined', refundId, reason: answer.message};
		case 'refund':
			// An answer that speaks of another refund says nothing about this one: it stays open.
			if (
				answer.refundId !== refundId ||
				answer.orderId !== orderId ||
				answer.amountKopecks !== amountKopecks
			)
				return null;
			switch (answer.status) {
				case 'done':
					return {type: 'refund.done', refundId, amountKopecks};
				case 'pending':
					return {type: 'refund.pending', refundId};
				case 'declined':
					return {type: 'refund.declined', refundId, reason: answer.reason};
			}
	}
}
