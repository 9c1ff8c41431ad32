// The fold: what an event makes of a payment. The same for a live payment and for one read from the journal.
import type {AnyEvent} from './events.ts';
import {evolveEnded} from './evolve-ended.ts';
import {evolveLive} from './evolve-live.ts';
import type {PaymentFacts, PaymentState} from './state.ts';

/**
 * The state after one event. Total: an event that does not fit the phase leaves the state as it is, so that a journal
 * written by a newer program never stops an older one.
 * @param atMs when it happened, monotonic; for a row of the journal the reader maps its wall time.
 */
export function evolve(state: PaymentState, event: AnyEvent, atMs: number): PaymentState {
	switch (state.phase) {
		case 'idle':
			return event.type === 'payment.started' ? started(event, atMs) : state;
		case 'ended':
			return evolveEnded(state, event, atMs);
		default:
			return evolveLive(state, event, atMs);
	}
}

function started(event: Extract<AnyEvent, {type: 'payment.started'}>, atMs: number): PaymentState {
	const facts: PaymentFacts = {
		orderId: event.order.orderId,
		method: event.method,
		code: event.code,
		amountKopecks: event.amountKopecks,
		receipt: event.receipt,
		order: event.order,
		policy: event.policy,
		slot: event.slot,
		printSlip: event.printSlip,
		deadline: event.deadline,
		startedAtMs: atMs,
		deadlineMs: atMs + event.policy.responseTimeoutS * 1000,
	};
	return {
		phase: 'creating',
		facts,
		line: {inFlight: null, lastExchange: 0, nextMs: atMs, errorsInRow: 0, polls: 0},
	};
}
