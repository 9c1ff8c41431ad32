// Asking on after the end: an unresolved payment is settled by the gateway's word, money that came late is made known.
import type {CancelAnswer} from '../answers.ts';
import type {OrderAnswer} from '../order.ts';
import type {Outcome} from '../outcome.ts';
import {answered, failed, paidEvent} from './answer-events.ts';
import type {Command, Moment} from './commands.ts';
import {contradicted, contradicts} from './identity.ts';
import {askCancel} from './proceed.ts';
import {cancelWindowMs} from './schedule.ts';
import type {EndedState} from './state.ts';
import {emit, type Step, stepFrom} from './step.ts';

type Answer = Extract<Command, {type: 'statusAnswered' | 'cancelAnswered'}>;

/** The rule for an answer that comes after the end. */
export function decideBackground(state: EndedState, command: Answer, moment: Moment): Step {
	const operation = command.type === 'cancelAnswered' ? 'cancel' : 'status';
	const answer: CancelAnswer = command.answer;
	const step = stepFrom(state);
	if (answer.type === 'notFound') {
		return isUnresolved(state)
			? settledUnpaid(step, state, moment.nowMs)
			: emit(step, {type: 'exchange.ended'}, moment.nowMs);
	}
	if (answer.type === 'fault') {
		const after = failed(step, operation, answer.fault, moment);
		// The gateway does not know the order: a cancel burns its id, and that is an answer to build on.
		const isUnknownThere = operation === 'status' && answer.fault.code === 'NOT_FOUND';
		return isUnknownThere && isUnresolved(state) ? cancelAgain(after, moment.nowMs) : after;
	}
	const fault = contradicts(state.facts, answer.answer);
	if (fault) return contradicted(step, operation, fault, {answer: answer.answer, ms: command.ms}, moment);
	if (!isUnresolved(state)) return watchedAnswered(step, state, answer.answer, moment.nowMs);
	const said = answered(step, operation, answer.answer, command.ms, moment.nowMs);
	return unresolvedAnswered(said, state, operation, answer.answer, moment.nowMs);
}

const isUnresolved = (state: EndedState): boolean =>
	state.outcome === 'unresolved' && state.resolved === null;

function unresolvedAnswered(
	step: Step,
	state: EndedState,
	operation: 'status' | 'cancel',
	answer: OrderAnswer,
	nowMs: number,
): Step {
	switch (answer.status) {
		case 'paid':
			return settled(emit(step, paidEvent(answer), nowMs), 'paid', null, nowMs);
		case 'declined':
			return settled(step, 'declined', answer.reason, nowMs);
		case 'refunded':
			return settled(step, 'cancelled', 'refunded', nowMs);
		case 'expired':
		case 'cancelled':
			return settledUnpaid(step, state, nowMs);
		case 'waiting':
			// In answer to a cancel it would be asked for again at once, and again: the next question is early enough.
			return operation === 'status' ? cancelAgain(step, nowMs) : step;
		case 'processing':
			return step;
	}
}

/** An order that can still be paid is not left so: the cancel is asked for again. */
function cancelAgain(step: Step, nowMs: number): Step {
	const {state} = step;
	if (state.phase !== 'ended') return step;
	const intent = emit(
		step,
		{type: 'cancel.requested', by: state.cancelBy ?? 'errors', qrReason: null},
		nowMs,
	);
	return askCancel(intent, state, cancelWindowMs, nowMs);
}

/** Nothing was paid: named by what once led to the cancel, as it would have been at the end. */
function settledUnpaid(step: Step, state: EndedState, nowMs: number): Step {
	switch (state.cancelBy) {
		case 'deadline':
			return settled(step, 'expired', 'deadline', nowMs);
		case 'qr':
			return settled(step, 'rejected', 'QR', nowMs);
		default:
			return settled(step, 'cancelled', state.cancelBy, nowMs);
	}
}

const settled = (step: Step, as: Outcome, note: string | null, nowMs: number): Step =>
	emit(step, {type: 'resolved', by: 'gateway', as, note}, nowMs);

/** After an unpaid end only one answer matters: that the money came all the same. */
function watchedAnswered(step: Step, state: EndedState, answer: OrderAnswer, nowMs: number): Step {
	const {status, paidAt, amountKopecks} = answer;
	return status === 'paid' && state.outcome !== 'paid'
		? emit(step, {type: 'payment.late', status, paidAt, amountKopecks}, nowMs)
		: emit(step, {type: 'exchange.ended'}, nowMs);
}
