// What the gateway's answers mean: to a creation, to a status request, to a cancel. Its word decides, if it speaks of our order.
import type {CancelAnswer, CreateAnswer} from '../answers.ts';
import type {OrderAnswer} from '../order.ts';
import {answered, failed, paidEvent} from './answer-events.ts';
import {decideBackground} from './background.ts';
import type {Command, Moment, RefusalCode} from './commands.ts';
import type {AnyEvent} from './events.ts';
import {contradicted, contradicts, contradictsOrder, creationContradicted} from './identity.ts';
import {proceed, requestCancel} from './proceed.ts';
import type {CheckingState, CreatingState, PaymentState, WaitingState} from './state.ts';
import {act, emit, type Step, stepFrom} from './step.ts';

type AnswerCommand = Extract<Command, {type: 'createAnswered' | 'statusAnswered' | 'cancelAnswered'}>;

/** The rule for an answer of the gateway; an answer to a request that is no longer wanted is refused as stale. */
export function decideGateway(
	state: PaymentState,
	command: AnswerCommand,
	moment: Moment,
): Step | RefusalCode {
	if (state.phase === 'idle' || state.phase === 'fiscalising') return 'STALE_ANSWER';
	if (state.line.inFlight !== command.exchange) return 'STALE_ANSWER';
	switch (state.phase) {
		case 'creating':
			return command.type === 'createAnswered'
				? creationAnswered(state, command.answer, moment)
				: 'STALE_ANSWER';
		case 'waiting':
			return command.type === 'statusAnswered' ? pollAnswered(state, command, moment) : 'STALE_ANSWER';
		case 'checking':
			return command.type === 'createAnswered' ? 'STALE_ANSWER' : lastLookAnswered(state, command, moment);
		case 'ended':
			return command.type === 'createAnswered' ? 'STALE_ANSWER' : decideBackground(state, command, moment);
	}
}

function creationAnswered(state: CreatingState, answer: CreateAnswer, moment: Moment): Step {
	const step = stepFrom(state);
	const {nowMs} = moment;
	switch (answer.type) {
		case 'fault':
			return proceed(failed(step, 'create', answer.fault, moment), nowMs);
		case 'rejected':
			return emit(step, {type: 'order.rejected', code: answer.code, message: answer.message}, nowMs);
		case 'qrRefused':
			return requestCancel(step, 'qr', nowMs, answer.reason);
		case 'created': {
			const {gatewayOrderId, qr, expiresAt} = answer;
			const fault = contradictsOrder(state.facts, answer.orderId);
			if (fault) return proceed(creationContradicted(step, fault, answer.status === 'paid', moment), nowMs);
			const created = emit(step, {type: 'order.created', gatewayOrderId, qr, expiresAt}, nowMs);
			// A repeated creation answers with the present status: where it is no longer `waiting`, the whole answer is asked for at once.
			if (answer.status !== 'waiting') {
				return proceed(emit(created, {type: 'line.hurried'}, nowMs), nowMs);
			}
			return proceed(act(created, {type: 'showQr', qr, printSlip: state.facts.printSlip}), nowMs);
		}
	}
}

function pollAnswered(
	state: WaitingState,
	command: Extract<AnswerCommand, {type: 'statusAnswered'}>,
	moment: Moment,
): Step {
	const {answer} = command;
	if (answer.type === 'fault')
		return proceed(failed(stepFrom(state), 'status', answer.fault, moment), moment.nowMs);
	const fault = contradicts(state.facts, answer.answer);
	if (fault)
		return proceed(
			contradicted(stepFrom(state), 'status', fault, {answer: answer.answer, ms: command.ms}, moment),
			moment.nowMs,
		);
	const step = answered(stepFrom(state), 'status', answer.answer, command.ms, moment.nowMs);
	const end = endOfPoll(answer.answer);
	return end ? proceed(emit(step, end, moment.nowMs), moment.nowMs) : proceed(step, moment.nowMs);
}

/** The event that a status ends the polling with; null for those that go on. */
function endOfPoll(answer: OrderAnswer): AnyEvent | null {
	switch (answer.status) {
		case 'paid':
			return paidEvent(answer);
		case 'declined':
			return {type: 'payment.declined', reason: answer.reason};
		case 'expired':
			return {type: 'payment.expired', reason: answer.reason ?? 'gateway'};
		case 'cancelled':
			return {type: 'payment.cancelled', reason: answer.reason ?? 'gateway'};
		case 'refunded':
			return {type: 'payment.cancelled', reason: 'refunded'};
		case 'waiting':
		case 'processing':
			return null;
	}
}

function lastLookAnswered(
	state: CheckingState,
	command: Extract<AnswerCommand, {type: 'statusAnswered' | 'cancelAnswered'}>,
	moment: Moment,
): Step {
	const {nowMs} = moment;
	const answer: CancelAnswer = command.answer;
	const operation = command.type === 'cancelAnswered' ? 'cancel' : 'status';
	if (answer.type === 'fault')
		return proceed(failed(stepFrom(state), operation, answer.fault, moment), nowMs);
	// The gateway has never seen the id and has burnt it: nothing can be paid.
	if (answer.type === 'notFound') return emit(stepFrom(state), unpaidEnd(state), nowMs);
	const {status} = answer.answer;
	const fault = contradicts(state.facts, answer.answer);
	if (fault)
		return proceed(
			contradicted(stepFrom(state), operation, fault, {answer: answer.answer, ms: command.ms}, moment),
			nowMs,
		);
	const step = answered(stepFrom(state), operation, answer.answer, command.ms, nowMs);
	switch (status) {
		case 'cancelled':
		case 'expired':
			return emit(step, unpaidEnd(state), nowMs);
		case 'processing':
			return proceed(step, nowMs);
		case 'waiting':
			// To a cancel this is no answer that anything can be built on; while asking on, the time is used up.
			return operation === 'status'
				? proceed(step, nowMs)
				: emit(step, {type: 'payment.unresolved', reason: 'waiting'}, nowMs);
		default: {
			const end = endOfPoll(answer.answer);
			return end ? proceed(emit(step, end, nowMs), nowMs) : step;
		}
	}
}

/** Nothing was paid: the end is named by what led there. */
function unpaidEnd(state: CheckingState): AnyEvent {
	switch (state.by) {
		case 'deadline':
			return {type: 'payment.expired', reason: 'deadline'};
		case 'qr':
			return {type: 'order.rejected', code: 'QR', message: state.qrReason ?? 'qr'};
		default:
			return {type: 'payment.cancelled', reason: state.by};
	}
}
