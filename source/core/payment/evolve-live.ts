// The fold of a payment under way: its line to the gateway, its phases, its receipt.
import {ended} from './ended.ts';
import type {AnyEvent} from './events.ts';
import {begun, pauseMs} from './gateway-line.ts';
import {cancelWindowMs, processingGraceMs, showGraceMs} from './schedule.ts';
import type {
	CreatedOrder,
	GatewayLine,
	LiveState,
	PaidFacts,
	PaymentFacts,
	PaymentState,
	ReceiptView,
} from './state.ts';

/** The state after an event that comes while the payment is under way. */
export function evolveLive(state: LiveState, event: AnyEvent, atMs: number): PaymentState {
	switch (event.type) {
		case 'exchange.begun':
			return state.phase === 'fiscalising' ? state : {...state, line: begun(state, event.operation, atMs)};
		case 'exchange.ended':
			return state.phase === 'fiscalising' ? state : {...state, line: {...state.line, inFlight: null}};
		case 'line.hurried':
			return state.phase === 'fiscalising' ? state : {...state, line: {...state.line, nextMs: atMs}};
		case 'process.restarted':
			return restarted(state, atMs);
		case 'order.created':
			return state.phase === 'creating' ? waiting(state.facts, state.line, event, atMs) : state;
		case 'qr.shown':
			return state.phase === 'waiting' ? shown(state, event.where, atMs) : state;
		case 'status.answered':
			return answered(state, event, atMs);
		case 'status.failed':
			return state.phase === 'fiscalising'
				? state
				: {...state, line: {...state.line, inFlight: null, errorsInRow: event.errorsInRow}};
		case 'cancel.requested':
			return state.phase === 'fiscalising' ? state : cancelling(state, event.by, event.qrReason, atMs);
		case 'payment.paid':
			return paid(state, {paidAt: event.paidAt, amountKopecks: event.amountKopecks}, atMs);
		case 'receipt.closing':
			return state.phase === 'fiscalising'
				? {...state, step: {type: 'printing', before: event.before}, isRunning: false}
				: state;
		case 'receipt.running':
			return state.phase === 'fiscalising' ? {...state, isRunning: true} : state;
		case 'receipt.unknown':
			return state.phase === 'fiscalising' && state.step.type === 'printing'
				? {...state, step: {type: 'settling', before: state.step.before}, isRunning: false}
				: fiscalEnd(state, receiptFault('unknown', event, state), atMs);
		case 'receipt.failed':
			// Proven not closed: the same receipt is prepared anew, once.
			return state.phase === 'fiscalising' && event.code === 'NOT_CLOSED' && !state.isRemade
				? {...state, step: {type: 'preparing'}, isRemade: true, isRunning: false}
				: fiscalEnd(state, receiptFault('failed', event, state), atMs);
		case 'receipt.closed':
			return fiscalEnd(
				state,
				{
					state: 'closed',
					number: event.number,
					fiscalDocument: event.fiscalDocument,
					fiscalSign: event.fiscalSign,
				},
				atMs,
			);
		case 'order.rejected':
			return ended(state, 'rejected', event.message, atMs);
		case 'payment.declined':
			return ended(state, 'declined', event.reason, atMs);
		case 'payment.expired':
			return ended(state, 'expired', event.reason, atMs);
		case 'payment.cancelled':
			return ended(state, 'cancelled', event.reason, atMs);
		case 'payment.unresolved':
			return ended(state, 'unresolved', event.reason, atMs);
		case 'payment.quarantined':
			return ended(state, 'quarantined', event.reason, atMs);
		default:
			return state;
	}
}

function waiting(
	facts: PaymentFacts,
	line: GatewayLine,
	event: Extract<AnyEvent, {type: 'order.created'}>,
	atMs: number,
): PaymentState {
	const created: CreatedOrder = {
		gatewayOrderId: event.gatewayOrderId,
		qr: event.qr,
		expiresAt: event.expiresAt,
		shownOn: null,
	};
	const nextMs = atMs + facts.policy.pollIntervalS * 1000 + showGraceMs;
	return {
		phase: 'waiting',
		facts,
		created,
		lastStatus: 'waiting',
		line: {...line, inFlight: null, errorsInRow: 0, nextMs},
	};
}

function shown(
	state: Extract<LiveState, {phase: 'waiting'}>,
	where: CreatedOrder['shownOn'],
	atMs: number,
): PaymentState {
	const isFirst = state.created.shownOn === null && state.line.polls === 0;
	const nextMs = isFirst ? atMs + state.facts.policy.pollIntervalS * 1000 : state.line.nextMs;
	return {...state, created: {...state.created, shownOn: where}, line: {...state.line, nextMs}};
}

function answered(
	state: LiveState,
	event: Extract<AnyEvent, {type: 'status.answered'}>,
	atMs: number,
): PaymentState {
	if (state.phase === 'fiscalising') return state;
	const line = {...state.line, inFlight: null, errorsInRow: 0};
	if (state.phase === 'waiting') return {...state, line, lastStatus: event.status};
	if (state.phase === 'checking' && state.stage === 'cancelling' && event.status === 'processing') {
		// A signal has its own ten seconds for the true end; everyone else waits for the customer's bank.
		const untilMs = state.by === 'signal' ? state.untilMs : atMs + processingGraceMs;
		return {
			...state,
			stage: 'asking',
			untilMs,
			line: {...line, nextMs: Math.min(atMs + pauseMs(state), untilMs)},
		};
	}
	return {...state, line};
}

const cancelling = (
	state: Exclude<LiveState, {phase: 'fiscalising'}>,
	by: Extract<AnyEvent, {type: 'cancel.requested'}>['by'],
	qrReason: string | null,
	atMs: number,
): PaymentState => ({
	phase: 'checking',
	facts: state.facts,
	created: state.phase === 'creating' ? null : state.created,
	line: {...state.line, inFlight: null, nextMs: atMs},
	by,
	stage: 'cancelling',
	untilMs: atMs + cancelWindowMs,
	qrReason,
});

function restarted(state: LiveState, atMs: number): PaymentState {
	if (state.phase === 'fiscalising') return {...state, isRunning: false};
	const line = {...state.line, inFlight: null, nextMs: atMs, errorsInRow: 0};
	// A cancel that a crash cut short is asked again: the gateway's answer is still what decides.
	return state.phase === 'checking'
		? {...state, line, stage: 'cancelling', untilMs: atMs + cancelWindowMs}
		: {...state, line};
}

function paid(state: LiveState, facts: PaidFacts, atMs: number): PaymentState {
	const created = state.phase === 'creating' ? null : state.created;
	if (state.phase === 'fiscalising') return state;
	const {slot} = state.facts;
	if (slot === null)
		return {...ended(state, 'paid', null, atMs), paid: facts, receipt: {state: 'off'}, watch: null};
	return {
		phase: 'fiscalising',
		facts: state.facts,
		slot,
		created,
		paid: facts,
		step: {type: 'preparing'},
		isRemade: false,
		isRunning: false,
		refundOf: null,
	};
}

function receiptFault(
	kind: 'failed' | 'unknown',
	event: Extract<AnyEvent, {type: 'receipt.failed' | 'receipt.unknown'}>,
	state: LiveState,
): ReceiptView {
	const fault = {code: event.code, text: event.text, advice: event.advice};
	const before = state.phase === 'fiscalising' && state.step.type !== 'preparing' ? state.step.before : null;
	return kind === 'unknown' && before ? {state: 'unknown', fault, before} : {state: 'failed', fault};
}

function fiscalEnd(state: LiveState, receipt: ReceiptView, atMs: number): PaymentState {
	if (state.phase !== 'fiscalising') return state;
	return state.refundOf
		? {...state.refundOf, refundReceipt: receipt}
		: {...ended(state, 'paid', null, atMs), paid: state.paid, receipt, watch: null};
}
