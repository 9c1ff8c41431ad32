// What `pay --json` says while it runs: one object for each thing that other software waits for (contracts: cli, «pay»).
import {
	type AnyEvent,
	type EndedState,
	exitCodeOf,
	isLive,
	type LiveState,
	type PaymentState,
	remainingS,
	resultOf,
} from '../core/index.ts';

export type PayLine = Readonly<Record<string, unknown>> & {readonly type: string};

/** The line for an event of the payment, or null where other software has nothing to learn. */
export function payLine(event: AnyEvent, state: PaymentState, at: string, nowMs: number): PayLine | null {
	if (state.phase === 'idle') return null;
	switch (event.type) {
		case 'payment.started': {
			const {orderId, method, amountKopecks} = state.facts;
			return {type: 'started', orderId, method, amountKopecks, at};
		}
		case 'qr.shown':
			return state.phase === 'waiting'
				? {
						type: 'qr',
						payload: state.created.qr,
						expiresAt: state.created.expiresAt,
						shownOn: event.where,
					}
				: null;
		case 'status.answered':
			return event.operation === 'status' ? poll(event.status, state, nowMs) : null;
		case 'status.failed': {
			if (event.operation !== 'status') return null;
			return {...poll('error', state, nowMs), error: {kind: event.kind, text: event.text}};
		}
		default:
			return null;
	}
}

function poll(status: string, state: Exclude<PaymentState, {phase: 'idle'}>, nowMs: number): PayLine {
	const line = state.phase === 'fiscalising' ? null : state.line;
	return {
		type: 'poll',
		n: line?.polls ?? 0,
		status,
		errorsInRow: line?.errorsInRow ?? 0,
		remainingS: isLive(state) ? remainingS(state, nowMs) : 0,
	};
}

/** The last line: how it ended, and what became of the receipt. */
export function resultLine(state: EndedState): PayLine {
	const {outcome, reason, receipt, exitCode} = resultOf(state);
	const {orderId, method, amountKopecks} = state.facts;
	return {
		type: 'result',
		outcome,
		orderId,
		gatewayOrderId: state.created?.gatewayOrderId ?? null,
		method,
		amountKopecks,
		reason,
		receipt,
		exitCode,
	};
}

/** The last line of a process that may wait no longer: the register has not said whether the receipt is closed. */
export function brokenOffLine(state: LiveState): PayLine {
	const {orderId, method, amountKopecks} = state.facts;
	const isPaid = state.phase === 'fiscalising';
	const outcome = isPaid ? 'paid' : 'unresolved';
	const receipt = {state: isPaid ? 'unknown' : 'none', number: null, fiscalDocument: null} as const;
	const created = state.phase === 'creating' ? null : state.created;
	return {
		type: 'result',
		outcome,
		orderId,
		gatewayOrderId: created?.gatewayOrderId ?? null,
		method,
		amountKopecks,
		reason: 'signal',
		receipt,
		exitCode: exitCodeOf(outcome, receipt.state),
	};
}

/** A payment of a crashed process that was brought to its end first. */
export function settledLine(state: EndedState): PayLine {
	const {outcome, receipt} = resultOf(state);
	return {type: 'settled', orderId: state.facts.orderId, outcome, receipt};
}

/** The only line where no result can come. */
export const errorLine = (exitCode: number, code: string, text: string): PayLine => ({
	type: 'error',
	exitCode,
	code,
	text,
});
