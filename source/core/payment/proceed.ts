// What a running payment does by itself at a given moment: asks, tries again, gives up. One place for all its clocks.
import type {CancelBy} from './events.ts';
import {fiscalReceipt} from './fiscal-receipt.ts';
import {cancelWindowMs, createTimeoutMs, overrunMs, processingGraceMs, statusTimeoutMs} from './schedule.ts';
import type {
	CheckingState,
	CreatingState,
	EndedState,
	FiscalisingState,
	PaymentState,
	WaitingState,
} from './state.ts';
import {act, emit, type Step} from './step.ts';

/** The step, and what the payment does now that `nowMs` is reached. */
export function proceed(step: Step, nowMs: number): Step {
	const {state} = step;
	switch (state.phase) {
		case 'creating':
			return proceedCreating(step, state, nowMs);
		case 'waiting':
			return proceedWaiting(step, state, nowMs);
		case 'checking':
			return proceedChecking(step, state, nowMs);
		case 'fiscalising':
			return proceedFiscalising(step, state, nowMs);
		case 'ended':
			return proceedEnded(step, state, nowMs);
		case 'idle':
			return step;
	}
}

/** When a `tick` is next of use (monotonic ms), or null when only an answer or a person can move the payment. */
export function wakeMs(state: PaymentState): number | null {
	switch (state.phase) {
		case 'creating':
			return state.line.inFlight === null ? Math.min(state.line.nextMs, state.facts.deadlineMs) : null;
		case 'waiting':
			return state.line.inFlight === null ? Math.min(state.line.nextMs, limitMs(state)) : null;
		case 'checking':
			return state.line.inFlight === null ? Math.min(state.line.nextMs, state.untilMs) : null;
		case 'ended':
			return isWatching(state) && state.line.inFlight === null ? state.line.nextMs : null;
		default:
			return null;
	}
}

/** The order's time; a customer who has confirmed (`processing`) is given more. */
export const limitMs = (state: WaitingState): number =>
	state.facts.deadlineMs + (state.lastStatus === 'processing' ? processingGraceMs : 0);

/** Writes the intent and asks for the cancel, in place of any request in flight. Its answer decides, never our word. */
export function requestCancel(step: Step, by: CancelBy, nowMs: number, qrReason: string | null = null): Step {
	return proceed(emit(step, {type: 'cancel.requested', by, qrReason}, nowMs), nowMs);
}

function proceedCreating(step: Step, state: CreatingState, nowMs: number): Step {
	const {line, facts} = state;
	if (line.inFlight !== null) return step;
	if (line.errorsInRow > facts.policy.statusErrorLimit) return requestCancel(step, 'errors', nowMs);
	if (nowMs >= facts.deadlineMs) return requestCancel(step, 'deadline', nowMs);
	if (nowMs < line.nextMs) return step;
	const asking = emit(step, {type: 'exchange.begun', operation: 'create'}, nowMs);
	return act(asking, {
		type: 'createOrder',
		exchange: line.lastExchange + 1,
		order: facts.order,
		timeoutMs: Math.min(createTimeoutMs, facts.deadlineMs + overrunMs - nowMs),
	});
}

function proceedWaiting(step: Step, state: WaitingState, nowMs: number): Step {
	const {line, facts} = state;
	if (line.inFlight !== null) return step;
	if (line.errorsInRow > facts.policy.statusErrorLimit) return requestCancel(step, 'errors', nowMs);
	if (nowMs >= limitMs(state)) return requestCancel(step, 'deadline', nowMs);
	if (nowMs < line.nextMs) return step;
	return askStatus(step, state, Math.min(statusTimeoutMs, limitMs(state) + overrunMs - nowMs), nowMs);
}

function proceedChecking(step: Step, state: CheckingState, nowMs: number): Step {
	if (state.line.inFlight !== null) return step;
	if (nowMs >= state.untilMs) {
		const reason = state.stage === 'asking' ? 'processing' : 'no-answer';
		return emit(step, {type: 'payment.unresolved', reason}, nowMs);
	}
	if (nowMs < state.line.nextMs) return step;
	if (state.stage === 'asking') {
		return askStatus(step, state, Math.min(statusTimeoutMs, state.untilMs - nowMs), nowMs);
	}
	return askCancel(step, state, Math.min(cancelWindowMs, state.untilMs - nowMs), nowMs);
}

function proceedFiscalising(step: Step, state: FiscalisingState, nowMs: number): Step {
	if (state.isRunning) return step;
	const running = emit(step, {type: 'receipt.running'}, nowMs);
	// A receipt that was being printed when the process died may be closed or not: only the register's documents can tell.
	return state.step.type === 'preparing'
		? act(running, {type: 'prepareReceipt'})
		: act(running, {type: 'settleReceipt', receipt: fiscalReceipt(state), before: state.step.before});
}

function proceedEnded(step: Step, state: EndedState, nowMs: number): Step {
	if (!isWatching(state) || state.line.inFlight !== null || nowMs < state.line.nextMs) return step;
	return askStatus(step, state, statusTimeoutMs, nowMs);
}

/** Whether another background question is due at all; the watch for late money ends by itself. */
const isWatching = ({watch, line}: EndedState): boolean =>
	watch !== null && (watch.untilMs === null || line.nextMs <= watch.untilMs);

/** Sends the cancel whose intent is already written. */
export function askCancel(
	step: Step,
	state: CheckingState | EndedState,
	timeoutMs: number,
	nowMs: number,
): Step {
	const asking = emit(step, {type: 'exchange.begun', operation: 'cancel'}, nowMs);
	const {orderId} = state.facts;
	return act(asking, {type: 'cancelOrder', exchange: state.line.lastExchange + 1, orderId, timeoutMs});
}

function askStatus(
	step: Step,
	state: WaitingState | CheckingState | EndedState,
	timeoutMs: number,
	nowMs: number,
): Step {
	const asking = emit(step, {type: 'exchange.begun', operation: 'status'}, nowMs);
	const {orderId} = state.facts;
	return act(asking, {type: 'askStatus', exchange: state.line.lastExchange + 1, orderId, timeoutMs});
}
