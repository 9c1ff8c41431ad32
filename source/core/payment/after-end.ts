// What people may still do when a payment has ended: close an owed receipt, return money, decide, let the receipt go.
import type {RefundAnswer} from '../answers.ts';
import type {Command, RefusalCode} from './commands.ts';
import type {AnyEvent} from './events.ts';
import {proceed} from './proceed.ts';
import type {EndedState, PaymentState} from './state.ts';
import {act, emit, type Step, stepFrom} from './step.ts';
import {isOpen} from './view.ts';

type AfterCommand = Extract<
	Command,
	{type: 'closeReceipt' | 'refund' | 'refundAnswered' | 'resolveByPerson' | 'dropReceipt'}
>;

/** The rule for what is wished after the end. */
export function decideAfter(state: PaymentState, command: AfterCommand, nowMs: number): Step | RefusalCode {
	if (state.phase === 'idle') return 'NO_PAYMENT';
	if (state.phase !== 'ended') return 'PAYMENT_RUNNING';
	switch (command.type) {
		case 'closeReceipt':
			return closeReceipt(state, nowMs);
		case 'refund':
			return refund(state, command.refundId, command.amountKopecks, nowMs);
		case 'refundAnswered':
			return refundAnswered(state, command.answer, nowMs);
		case 'resolveByPerson':
			return isOpen(state)
				? emit(stepFrom(state), {type: 'resolved', by: 'person', as: command.as, note: command.note}, nowMs)
				: 'NOTHING_TO_RESOLVE';
		case 'dropReceipt':
			return state.outcome === 'paid' || state.isDropped
				? 'NOTHING_TO_DROP'
				: emit(stepFrom(state), {type: 'receipt.dropped'}, nowMs);
	}
}

/** Only for money that the gateway itself calls paid: a person's word alone closes no receipt. */
function closeReceipt(state: EndedState, nowMs: number): Step | RefusalCode {
	if (!state.paid) return 'NOT_PAID';
	if (state.receipt.state === 'closed' || state.facts.slot === null) return 'RECEIPT_CLOSED';
	if (state.refund && state.refund.state !== 'declined') return 'REFUND_RUNNING';
	const step = stepFrom(state);
	const taken = state.isLate ? emit(step, {type: 'payment.paid', ...state.paid}, nowMs) : step;
	const running = emit(taken, {type: 'receipt.running'}, nowMs);
	if (running.state.phase !== 'fiscalising') return running;
	const {step: stage} = running.state;
	if (stage.type === 'preparing') return act(running, {type: 'prepareReceipt'});
	return act(running, {
		type: 'settleReceipt',
		receipt: {
			kind: 'sale',
			receipt: state.facts.receipt,
			slot: state.facts.slot,
			sumKopecks: state.facts.amountKopecks,
		},
		before: stage.before,
	});
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
		// The same refund again is a question about it, another one has to wait for its end.
		if (running.refundId !== refundId || running.state === 'done') return 'REFUND_RUNNING';
		return act(stepFrom(state), {type: 'askRefund', refundId});
	}
	if (amountKopecks < 1 || amountKopecks > state.paid.amountKopecks) return 'REFUND_AMOUNT';
	const intent = emit(stepFrom(state), {type: 'refund.requested', refundId, amountKopecks}, nowMs);
	return act(intent, {type: 'refundOrder', orderId: state.facts.orderId, refundId, amountKopecks});
}

function refundAnswered(state: EndedState, answer: RefundAnswer, nowMs: number): Step | RefusalCode {
	const {refund: running} = state;
	if (!running || running.state === 'done' || running.state === 'declined') return 'STALE_ANSWER';
	const event = refundEvent(running.refundId, answer);
	return event ? proceed(emit(stepFrom(state), event, nowMs), nowMs) : stepFrom(state);
}

function refundEvent(refundId: string, answer: RefundAnswer): AnyEvent | null {
	switch (answer.type) {
		case 'fault':
			return null;
		case 'rejected':
			return {type: 'refund.declined', refundId, reason: answer.message};
		case 'refund':
			if (answer.refundId !== refundId) return null;
			switch (answer.status) {
				case 'done':
					return {type: 'refund.done', refundId, amountKopecks: answer.amountKopecks};
				case 'pending':
					return {type: 'refund.pending', refundId};
				case 'declined':
					return {type: 'refund.declined', refundId, reason: answer.reason};
			}
	}
}
