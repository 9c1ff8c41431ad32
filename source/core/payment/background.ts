// Asking on after the end: an unresolved payment is settled by the gateway's word, money that came late is made known.
import type {CancelAnswer} from '../answers.ts';
import type {OrderAnswer} from '../order.ts';
import type {Outcome} from '../outcome.ts';
import {answered, failed, paidEvent} from './answer-events.ts';
import type {Command, Moment} from './commands.ts';
import {checkIdentity} from './identity.ts';
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
	if (answer.type === 'notFound') return settled(step, state, 'cancelled', moment.nowMs);
	if (answer.type === 'fault') {
		const after = failed(step, operation, answer.fault, moment);
		// The gateway does not know the order: a cancel burns its id, and that is an answer to build on.
		const isUnknownThere = operation === 'status' && answer.fault.code === 'NOT_FOUND';
		return isUnknownThere && isUnresolved(state) ? cancelAgain(after, moment.nowMs) : after;
	}
	const identity = checkIdentity(state.facts, answer.answer);
	if (!identity.ok) {
		if (answer.answer.status !== 'paid') return failed(step, operation, identity.fault, moment);
		const reason = `${identity.fault.code}: ${identity.fault.detail}`;
		return emit(step, {type: 'payment.quarantined', reason}, moment.nowMs);
	}
	return isUnresolved(state)
		? unresolvedAnswered(
				answered(step, operation, answer.answer, command.ms, moment.nowMs),
				state,
				answer.answer,
				moment.nowMs,
			)
		: watchedAnswered(step, answer.answer, moment.nowMs);
}

const isUnresolved = (state: EndedState): boolean =>
	state.outcome === 'unresolved' && state.resolved === null;

function unresolvedAnswered(step: Step, state: EndedState, answer: OrderAnswer, nowMs: number): Step {
	switch (answer.status) {
		case 'paid':
			return settled(emit(step, paidEvent(answer), nowMs), state, 'paid', nowMs);
		case 'declined':
			return settled(step, state, 'declined', nowMs);
		case 'refunded':
			return settled(step, state, 'cancelled', nowMs, 'refunded');
		case 'expired':
		case 'cancelled':
			return settled(step, state, 'cancelled', nowMs);
		case 'waiting':
			return cancelAgain(step, nowMs);
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

function settled(
	step: Step,
	state: EndedState,
	word: Outcome,
	nowMs: number,
	note: string | null = null,
): Step {
	if (!isUnresolved(state)) return emit(step, {type: 'exchange.ended'}, nowMs);
	const as = word === 'cancelled' && state.cancelBy === 'deadline' && note === null ? 'expired' : word;
	return emit(step, {type: 'resolved', by: 'gateway', as, note}, nowMs);
}

/** After an unpaid end only one answer matters: that the money came all the same. */
function watchedAnswered(step: Step, answer: OrderAnswer, nowMs: number): Step {
	const {status, paidAt, amountKopecks} = answer;
	return status === 'paid'
		? emit(step, {type: 'payment.late', status, paidAt, amountKopecks}, nowMs)
		: emit(step, {type: 'exchange.ended'}, nowMs);
}
