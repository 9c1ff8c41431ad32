// A person decides about a matter: money back, or an end by hand with a note. The PIN of the till comes before either.
import {cleanText, refundIdOf} from '../../core/index.ts';
import type {Key} from '../keys/key.ts';
import type {Desk} from '../ui/desk.ts';
import {endedMatter, isStillOpen} from '../ui/matters.ts';
import type {Decision, Wish} from '../ui/state.ts';
import type {Action} from './action.ts';
import {leaveAction} from './leave.ts';

const longestNote = 100;
const longestPin = 12;

/** All of a late payment's money back to the customer. */
export const beginRefund = (desk: Desk, orderId: string): void => permit(desk, orderId, {type: 'refund'});

/** How a matter ended, by a person's word. */
export const beginSettling = ({ui}: Desk, orderId: string): void =>
	ui.set({decision: {orderId, entry: '', step: 'end'}});

/** The keys of a decision on its way. Letters are text here, so that only Enter and Esc have a meaning. */
export function decisionActions(desk: Desk, decision: Decision): readonly Action[] {
	const {ui, options} = desk;
	const back: Action = {id: 'back', keys: ['esc'], run: () => ui.set({decision: null})};
	if (!isStillOpen(endedMatter(options.engine, decision.orderId))) {
		return [{...back, id: 'seen', keys: ['enter', 'esc']}, leaveAction(desk)];
	}
	return [...ownActions(desk, decision), back, leaveAction(desk)];
}

function ownActions(desk: Desk, decision: Decision): readonly Action[] {
	const {orderId} = decision;
	const noteOn = (as: 'paid' | 'cancelled'): void =>
		desk.ui.set({decision: {orderId, entry: '', step: 'note', as}});
	switch (decision.step) {
		case 'end':
			return [
				{id: 'end-paid', keys: ['1'], run: () => noteOn('paid')},
				{id: 'end-unpaid', keys: ['2'], run: () => noteOn('cancelled')},
			];
		case 'note': {
			const note = cleanText(decision.entry, longestNote).trim();
			const take = (): void =>
				note === ''
					? desk.ui.set({remark: 'note-needed'})
					: permit(desk, orderId, {type: 'settle', as: decision.as, note});
			return [{id: 'write-down', keys: ['enter'], run: take}];
		}
		case 'sure':
			return [{id: 'yes-refund', keys: ['enter'], run: () => carryOut(desk, orderId, decision.wish)}];
		case 'pin':
			return decision.answer === 'checking'
				? []
				: [{id: idOfYes(decision.wish), keys: ['enter'], run: () => void checkPin(desk, decision)}];
	}
}

const idOfYes = (wish: Wish): 'yes-refund' | 'write-down' =>
	wish.type === 'refund' ? 'yes-refund' : 'write-down';

/** Asks for the PIN where the till has one; else money asks once more, and a typed note was asked for already. */
function permit(desk: Desk, orderId: string, wish: Wish): void {
	const {ui, options} = desk;
	if (options.checkPin) ui.set({decision: {orderId, entry: '', step: 'pin', wish, answer: null}});
	else if (wish.type === 'refund') ui.set({decision: {orderId, entry: '', step: 'sure', wish}});
	else carryOut(desk, orderId, wish);
}

async function checkPin(
	{ui, options, ...desk}: Desk,
	decision: Extract<Decision, {step: 'pin'}>,
): Promise<void> {
	const {entry, orderId, wish} = decision;
	if (!options.checkPin || entry === '') return;
	const checking: Decision = {...decision, entry: '', answer: 'checking'};
	ui.set({decision: checking});
	const answer = await options.checkPin(entry);
	// The cashier has gone back meanwhile: a right PIN is no wish any more.
	if (ui.getSnapshot().decision !== checking) return;
	if (answer === 'ok') carryOut({...desk, ui, options}, orderId, wish);
	else ui.set({decision: {...checking, answer}});
}

/** Sends what was decided; what becomes of it is seen where the decision was begun. */
function carryOut({ui, options}: Desk, orderId: string, wish: Wish): void {
	const state = endedMatter(options.engine, orderId);
	if (!isStillOpen(state)) return;
	const sent = options.engine.send(
		orderId,
		wish.type === 'settle'
			? {type: 'resolveByPerson', as: wish.as, note: wish.note}
			: {type: 'refund', refundId: refundIdOf(state), amountKopecks: state.paid?.amountKopecks ?? 0},
	);
	const remark = sent.type === 'refused' ? sent.code : null;
	ui.set({decision: null, remark});
}

/** A key that is no command: it belongs to the note or the PIN. */
export function typeIntoDecision({ui}: Desk, decision: Decision, key: Key): void {
	const {step, entry} = decision;
	if (step !== 'note' && step !== 'pin') return;
	if (step === 'pin' && decision.answer === 'checking') return;
	if (key.name === 'backspace') {
		ui.set({decision: {...decision, entry: [...entry].slice(0, -1).join('')}});
		return;
	}
	const isWanted =
		step === 'note' ? entry.length < longestNote : /^\d$/.test(key.name) && entry.length < longestPin;
	// Characters that are not seen would only confuse whoever reads the note.
	if (key.isText && isWanted && !/\p{C}/u.test(key.name))
		ui.set({decision: {...decision, entry: entry + key.name}});
}
