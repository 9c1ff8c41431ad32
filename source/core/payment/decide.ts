// The rules: what a command means where the payment stands. Every phase × command is answered; nothing here touches the world.
import {decideAfter} from './after-end.ts';
import type {Command, Moment, PayCommand, RefusalCode} from './commands.ts';
import type {Effect} from './effects.ts';
import type {AnyEvent} from './events.ts';
import {decideGateway} from './gateway-answers.ts';
import {proceed, requestCancel} from './proceed.ts';
import {decideReceipt} from './receipt-answers.ts';
import type {PaymentState} from './state.ts';
import {emit, type Step, stepFrom} from './step.ts';

export type Decision =
	| {readonly type: 'decided'; readonly events: readonly AnyEvent[]; readonly effects: readonly Effect[]}
	| {readonly type: 'refused'; readonly code: RefusalCode};

/**
 * Decides what a command leads to: events (to be written first) and effects (to be carried out after), or a refusal.
 * Pure and total. Folding the events over `state` with `evolve(…, moment.nowMs)` gives the next state.
 */
export function decide(state: PaymentState, command: Command, moment: Moment): Decision {
	const result = rule(state, command, moment);
	return typeof result === 'string'
		? {type: 'refused', code: result}
		: {type: 'decided', events: result.events, effects: result.effects};
}

function rule(state: PaymentState, command: Command, moment: Moment): Step | RefusalCode {
	switch (command.type) {
		case 'pay':
			return pay(state, command, moment.nowMs);
		case 'tick':
			return proceed(stepFrom(state), moment.nowMs);
		case 'resume':
			return state.phase === 'idle'
				? 'NO_PAYMENT'
				: proceed(emit(stepFrom(state), {type: 'process.restarted'}, moment.nowMs), moment.nowMs);
		case 'askNow':
			return state.phase === 'idle'
				? 'NO_PAYMENT'
				: proceed(emit(stepFrom(state), {type: 'line.hurried'}, moment.nowMs), moment.nowMs);
		case 'qrShown':
			return state.phase === 'waiting'
				? emit(stepFrom(state), {type: 'qr.shown', where: command.where}, moment.nowMs)
				: 'STALE_ANSWER';
		case 'cancel':
			return cancel(state, command.by, moment.nowMs);
		case 'createAnswered':
		case 'statusAnswered':
		case 'cancelAnswered':
			return decideGateway(state, command, moment);
		case 'receiptPrepared':
		case 'receiptNotPrepared':
		case 'receiptEnded':
		case 'receiptSettled':
			return decideReceipt(state, command, moment.nowMs);
		case 'documentsSeen':
		case 'closeReceipt':
		case 'refund':
		case 'refundAnswered':
		case 'resolveByPerson':
		case 'dropReceipt':
			return decideAfter(state, command, moment.nowMs);
	}
}

function pay(state: PaymentState, command: PayCommand, nowMs: number): Step | RefusalCode {
	if (state.phase !== 'idle') return state.phase === 'ended' ? 'ALREADY_ENDED' : 'PAYMENT_RUNNING';
	const started = emit(
		stepFrom(state),
		{
			type: 'payment.started',
			method: command.order.system,
			code: command.code,
			amountKopecks: command.order.amountKopecks,
			receipt: command.receipt,
			deadline: command.deadline,
			order: command.order,
			policy: command.policy,
			slot: command.slot,
			printSlip: command.printSlip,
		},
		command.startedAtMs,
	);
	return proceed(started, nowMs);
}

function cancel(state: PaymentState, by: 'cashier' | 'signal', nowMs: number): Step | RefusalCode {
	switch (state.phase) {
		case 'idle':
			return 'NO_PAYMENT';
		case 'creating':
		case 'waiting':
			return requestCancel(stepFrom(state), by, nowMs);
		case 'checking':
			// A signal gives ten seconds for the true end; what led here else may be asked on for longer.
			return by === 'signal' && state.by !== 'signal' && state.by !== 'qr'
				? requestCancel(stepFrom(state), by, nowMs)
				: 'ALREADY_CANCELLING';
		case 'fiscalising':
			return 'ALREADY_PAID';
		case 'ended':
			return 'ALREADY_ENDED';
	}
}
