// The fold after the end: late money, background questions, a receipt owed, refunds, a person's word.
import type {AnyEvent} from './events.ts';
import {backgroundPauseMs} from './schedule.ts';
import type {EndedState, PaidFacts, PaymentState, ReceiptView} from './state.ts';

/** The state after an event that comes when the payment has already ended. */
export function evolveEnded(state: EndedState, event: AnyEvent, atMs: number): PaymentState {
	switch (event.type) {
		case 'exchange.begun':
			return asked(state, atMs);
		case 'exchange.ended':
			return {...state, line: {...state.line, inFlight: null}};
		case 'line.hurried':
			return {...state, line: {...state.line, nextMs: atMs}};
		case 'process.restarted':
			return {...state, line: {...state.line, inFlight: null, nextMs: atMs}};
		case 'status.answered':
			return {...state, line: {...state.line, inFlight: null, errorsInRow: 0}};
		case 'status.failed':
			return {...state, line: {...state.line, inFlight: null, errorsInRow: event.errorsInRow}};
		case 'payment.paid':
			return owed(state, {paidAt: event.paidAt, amountKopecks: event.amountKopecks});
		case 'payment.quarantined':
			return {...state, outcome: 'quarantined', reason: event.reason, watch: null};
		case 'payment.late':
			return {
				...state,
				isLate: true,
				paid: {paidAt: event.paidAt, amountKopecks: event.amountKopecks},
				watch: null,
			};
		case 'resolved':
			return {
				...state,
				outcome: event.as,
				resolved: {by: event.by, as: event.as, note: event.note},
				watch: null,
			};
		case 'receipt.running':
			return fiscalising(state);
		case 'receipt.closing':
			return state.facts.slot === null || !state.paid
				? state
				: {
						phase: 'fiscalising',
						facts: state.facts,
						slot: state.facts.slot,
						created: state.created,
						paid: state.paid,
						step: {type: 'printing', before: event.before},
						isRemade: true,
						isRunning: false,
					};
		case 'receipt.closed':
			return {
				...state,
				receipt: {
					state: 'closed',
					number: event.number,
					fiscalDocument: event.fiscalDocument,
					fiscalSign: event.fiscalSign,
				},
			};
		case 'receipt.failed':
			return {
				...state,
				receipt: {state: 'failed', fault: {code: event.code, text: event.text, advice: event.advice}},
			};
		case 'receipt.dropped':
			return {...state, isDropped: true};
		default:
			return refunding(state, event);
	}
}

function asked(state: EndedState, atMs: number): EndedState {
	const step = (state.watch?.step ?? 0) + 1;
	return {
		...state,
		watch: state.watch && {...state.watch, step},
		line: {
			...state.line,
			inFlight: state.line.lastExchange + 1,
			lastExchange: state.line.lastExchange + 1,
			nextMs: atMs + backgroundPauseMs(step),
		},
	};
}

/** Paid, and the receipt is still owed: closing it after the end is a person's or `resolve`'s decision. */
function owed(state: EndedState, paid: PaidFacts): EndedState {
	const receipt: ReceiptView =
		state.facts.slot === null
			? {state: 'off'}
			: {state: 'failed', fault: {code: 'OWED', text: '', advice: ''}};
	return {...state, outcome: 'paid', reason: null, paid, receipt, isLate: false, watch: null};
}

function fiscalising(state: EndedState): PaymentState {
	const {slot} = state.facts;
	if (slot === null || !state.paid) return state;
	const step =
		state.receipt.state === 'unknown'
			? ({type: 'settling', before: state.receipt.before} as const)
			: ({type: 'preparing'} as const);
	return {
		phase: 'fiscalising',
		facts: state.facts,
		slot,
		created: state.created,
		paid: state.paid,
		step,
		isRemade: false,
		isRunning: true,
	};
}

function refunding(state: EndedState, event: AnyEvent): EndedState {
	switch (event.type) {
		case 'refund.requested':
			return {
				...state,
				refund: {
					refundId: event.refundId,
					amountKopecks: event.amountKopecks,
					state: 'requested',
					reason: null,
				},
			};
		case 'refund.done':
			return {...state, refund: state.refund && {...state.refund, state: 'done'}};
		case 'refund.pending':
			return {...state, refund: state.refund && {...state.refund, state: 'pending'}};
		case 'refund.declined':
			return {...state, refund: state.refund && {...state.refund, state: 'declined', reason: event.reason}};
		default:
			return state;
	}
}
