// Which screen is due: a pure question to what the cashier has opened and how the payment stands.
import {
	type EndedState,
	isReceiptOpen,
	type LiveState,
	openMatter,
	type PaymentState,
} from '../../core/index.ts';
import type {Snapshot} from '../../engine/index.ts';
import type {Decision, Problem, Question, UiState} from './state.ts';

/** What is on the screen, with what it is about. */
export type Screen =
	| {readonly type: 'over'}
	| {readonly type: 'log'}
	| {readonly type: 'help'}
	| {readonly type: 'starting'}
	| {readonly type: 'payment'; readonly state: LiveState}
	| {readonly type: 'problem'; readonly problem: Problem}
	| {readonly type: 'matters'}
	| {readonly type: 'decision'; readonly decision: Decision}
	| {readonly type: 'picker'; readonly picker: NonNullable<UiState['picker']>}
	| {readonly type: 'end'; readonly state: EndedState}
	| {readonly type: 'sum'};

/** The screen for this moment. A live payment goes before everything but the pages that can be looked at beside it. */
export function screenOf(ui: UiState, snapshot: Snapshot): Screen {
	if (ui.isOver) return {type: 'over'};
	const isAsked = questionOf(ui, snapshot) !== null;
	if (!isAsked && (ui.page === 'log' || ui.page === 'help')) return {type: ui.page};
	if (snapshot.live) return {type: 'payment', state: snapshot.live};
	if (snapshot.isStarting) return {type: 'starting'};
	if (ui.problem) return {type: 'problem', problem: ui.problem};
	if (ui.decision) return {type: 'decision', decision: ui.decision};
	if (ui.page === 'matters') return {type: 'matters'};
	if (ui.picker) return {type: 'picker', picker: ui.picker};
	const {current} = snapshot;
	if (current.phase === 'ended' && current.facts.orderId !== ui.dismissedOrderId) {
		return {type: 'end', state: current};
	}
	return {type: 'sum'};
}

/** The question that is to be answered now, if the payment still stands where it was asked. */
export function questionOf(ui: UiState, {live, current}: Snapshot): Question | null {
	const {question} = ui;
	if (question === null) return null;
	if (question.type === 'cancel') {
		const isCancellable = live?.phase === 'creating' || live?.phase === 'waiting';
		return isCancellable && live.facts.orderId === question.orderId ? question : null;
	}
	if (question.type === 'leave') return live?.facts.orderId === question.orderId ? question : null;
	const isThere = current.phase === 'ended' && current.facts.orderId === question.orderId;
	return isThere && !live && isReceiptOpen(current) ? question : null;
}

/** A question that the payment's end has answered by itself: the next Enter or Esc was meant for it. */
export const isQuestionStale = (ui: UiState, snapshot: Snapshot): boolean =>
	ui.question !== null && questionOf(ui, snapshot) === null;

/** At the start of the console: what a former process left behind is shown only where the cashier has something to do. */
export function dismissedAtStart(current: PaymentState): string | null {
	if (current.phase !== 'ended') return null;
	const matter = openMatter(current);
	const isShown = isReceiptOpen(current) || matter === 'receipt' || matter === 'late';
	return isShown ? null : current.facts.orderId;
}
