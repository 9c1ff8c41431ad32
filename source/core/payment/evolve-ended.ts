// The fold after the end: late money, background questions, a receipt owed, refunds, a person's word.
import type {AnyEvent, DocumentsBefore} from './events.ts';
import {backgroundPauseMs, lateWatchMs} from './schedule.ts';
import type {EndedState, FiscalisingState, PaidFacts, PaymentState, ReceiptView} from './state.ts';

/** The state after an event that comes when the payment has already ended. */
export function evolveEnded(state: EndedState, event: AnyEvent, atMs: number): PaymentState {
	switch (event.type) {
		case 'exchange.begun':
			return asked(state, event.operation, atMs);
		case 'exchange.ended':
			return {...state, line: {...state.line, inFlight: null}};
		case 'line.hurried':
			return {...state, line: {...state.line, nextMs: atMs}};
		case 'process.restarted':
			return restarted(state, atMs);
		case 'status.answered':
			return {...state, line: {...state.line, inFlight: null, errorsInRow: 0}};
		case 'status.failed':
			return {...state, line: {...state.line, inFlight: null, errorsInRow: event.errorsInRow}};
		case 'payment.paid':
			return owed(state, {paidAt: event.paidAt, amountKopecks: event.amountKopecks});
		case 'payment.quarantined':
			return {...quiet(state), outcome: 'quarantined', reason: event.reason, resolved: null};
		case 'payment.late':
			return {
				...quiet(state),
				isLate: true,
				paid: {paidAt: event.paidAt, amountKopecks: event.amountKopecks},
				resolved: null,
			};
		case 'resolved':
			return settled(state, event, atMs);
		case 'receipt.reopened':
			return fiscalising(state, null);
		case 'receipt.closing':
			return fiscalising(state, event.before);
		case 'receipt.closed':
			return withReceipt(state, {
				state: 'closed',
				number: event.number,
				fiscalDocument: event.fiscalDocument,
				fiscalSign: event.fiscalSign,
			});
		case 'receipt.failed':
			return withReceipt(state, {
				state: 'failed',
				fault: {code: event.code, text: event.text, advice: event.advice},
			});
		case 'receipt.dropped':
			return {...state, isDropped: true};
		default:
			return refunding(state, event);
	}
}

/** A question moves the schedule on; a cancel asked for in between does not. */
function asked(state: EndedState, operation: 'create' | 'status' | 'cancel', atMs: number): EndedState {
	const exchange = state.line.lastExchange + 1;
	const line = {...state.line, inFlight: exchange, lastExchange: exchange};
	if (operation !== 'status') return {...state, line};
	const step = (state.watch?.step ?? 0) + 1;
	const untilMs = state.watch?.untilMs ?? null;
	const nextMs = atMs + backgroundPauseMs(step);
	return {
		...state,
		watch: state.watch && {...state.watch, step},
		// The last look falls on the end of the watch itself.
		line: {...line, nextMs: untilMs !== null && atMs < untilMs ? Math.min(nextMs, untilMs) : nextMs},
	};
}

/**
 * A start begins the watch anew: how much of it is over, only the wall clock could tell, and that may have been set.
 * Money that came while the till was off is seen at once.
 */
function restarted(state: EndedState, atMs: number): EndedState {
	const {watch, line} = state;
	return {
		...state,
		line: {...line, inFlight: null, nextMs: atMs},
		watch: watch && {step: 0, untilMs: watch.untilMs === null ? null : atMs + lateWatchMs},
	};
}

/** Nothing is asked any more, and what was in flight is of no interest. */
const quiet = (state: EndedState): EndedState => ({
	...state,
	line: {...state.line, inFlight: null},
	watch: null,
});

/** Settled as unpaid: from now on only late money is looked for. */
function settled(state: EndedState, event: Extract<AnyEvent, {type: 'resolved'}>, atMs: number): EndedState {
	const {by, as, note} = event;
	const isWatched = state.watch !== null && state.created !== null && as !== 'paid' && note !== 'refunded';
	return {
		...state,
		outcome: as,
		reason: note,
		resolved: {by, as, note},
		line: {...state.line, nextMs: atMs + backgroundPauseMs(0)},
		watch: isWatched ? {step: 0, untilMs: atMs + lateWatchMs} : null,
	};
}

/** What stands for a receipt that is owed and was not tried yet. */
const owedReceipt: ReceiptView = {state: 'failed', fault: {code: 'OWED', text: '', advice: ''}};

/** Paid, and the receipt is still owed: closing it after the end is a person's or `resolve`'s decision. */
function owed(state: EndedState, paid: PaidFacts): EndedState {
	const receipt: ReceiptView = state.facts.slot === null ? {state: 'off'} : owedReceipt;
	return {...state, outcome: 'paid', reason: null, paid, receipt, isLate: false, watch: null};
}

/** Money went back for a sale whose receipt is closed: from then on the receipt in question is the refund's. */
const isRefundReceipt = ({refund, receipt}: EndedState): boolean =>
	refund?.state === 'done' && receipt.state === 'closed';

/** The receipt that is in question: the sale's, or the refund's once money went back for a closed one. */
export const receiptInQuestion = (state: EndedState): ReceiptView =>
	isRefundReceipt(state) ? state.refundReceipt : state.receipt;

const withReceipt = (state: EndedState, receipt: ReceiptView): EndedState =>
	isRefundReceipt(state) ? {...state, refundReceipt: receipt} : {...state, receipt};

/** The receipt taken up again; `printingSince`: the documents before, where the journal says that it was being printed. */
function fiscalising(state: EndedState, printingSince: DocumentsBefore | null): PaymentState {
	const {slot} = state.facts;
	if (slot === null || !state.paid) return state;
	const receipt = receiptInQuestion(state);
	const step: FiscalisingState['step'] = printingSince
		? {type: 'printing', before: printingSince}
		: receipt.state === 'unknown'
			? {type: 'settling', before: receipt.before}
			: {type: 'preparing'};
	return {
		phase: 'fiscalising',
		facts: state.facts,
		slot,
		created: state.created,
		paid: state.paid,
		step,
		isRemade: false,
		isRunning: false,
		refundOf: isRefundReceipt(state) ? state : null,
	};
}

function refunding(state: EndedState, event: AnyEvent): PaymentState {
	switch (event.type) {
		case 'refund.requested':
			return {
				...state,
				resolved: null,
				refundReceipt: {state: 'none'},
				refund: {
					refundId: event.refundId,
					amountKopecks: event.amountKopecks,
					state: 'requested',
					reason: null,
				},
			};
		case 'refund.done': {
			const returned: EndedState = {...state, refund: state.refund && {...state.refund, state: 'done'}};
			return isRefundReceipt(returned)
				? fiscalising({...returned, refundReceipt: owedReceipt}, null)
				: returned;
		}
		case 'refund.pending':
			return {...state, refund: state.refund && {...state.refund, state: 'pending'}};
		case 'refund.declined':
			return {...state, refund: state.refund && {...state.refund, state: 'declined', reason: event.reason}};
		default:
			return state;
	}
}
