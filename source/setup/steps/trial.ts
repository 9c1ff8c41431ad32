// Step 6: a payment of 1,00 through the sandbox, a real order on request, the time to wait, the PIN.

import {typedInto} from '../model/edit.ts';
import type {TrialState} from '../model/state.ts';
import {advisedTimeS, timeOfText} from '../model/times.ts';
import type {TrialEnd} from '../ports.ts';
import {isSaved} from '../save.ts';
import {busy, change, mark, type Step, type StepAction, say, type Wizard} from '../wizard.ts';

/** Stops the real order that is under way. */
let cancelReal: AbortController | null = null;

export const trialStep: Step = {
	enter: (wizard) => {
		if (stateOf(wizard).stage === 'finished') change(wizard, 'trial', {stage: 'ready'});
	},
	actions,
	type: (wizard, key) => {
		const {stage, timeText, pinField, ...state} = stateOf(wizard);
		const field = stage === 'times' ? 'timeText' : stage === 'pin' ? pinField : null;
		if (field === null) return;
		const text = typedInto(field === 'timeText' ? timeText : state[field], key);
		if (text !== null && /^\d{0,12}$/.test(text)) change(wizard, 'trial', {[field]: text});
	},
	paste: () => undefined,
};

const stateOf = ({ui}: Wizard): TrialState => ui.getSnapshot().trial;

function actions(wizard: Wizard): readonly StepAction[] {
	switch (stateOf(wizard).stage) {
		case 'ready':
			return [
				{id: 'next', keys: ['enter'], run: () => void trySandbox(wizard)},
				{id: 'skip', keys: ['n'], run: () => change(wizard, 'trial', {stage: 'ask-real'})},
			];
		case 'ask-real':
			return [
				{id: 'yes', keys: ['y', 'enter'], shown: 'Enter', run: () => void tryReal(wizard)},
				{id: 'no', keys: ['n'], run: () => toTimes(wizard)},
			];
		case 'real':
			return [{id: 'cancel', keys: ['enter', 'esc'], run: () => cancelReal?.abort()}];
		case 'times':
			return [{id: 'next', keys: ['enter'], run: () => void saveTime(wizard)}];
		case 'pin':
			return [
				{id: 'next', keys: ['enter'], run: () => void savePin(wizard)},
				{id: 'field', keys: ['up', 'down', 'tab'], shown: 'Tab', run: () => otherPinField(wizard)},
			];
		case 'finished':
			return [{id: 'open', keys: ['enter'], run: () => wizard.leave({type: 'left', isFinished: true})}];
		case 'sandbox':
			return [];
	}
}

function trySandbox(wizard: Wizard): Promise<void> {
	return busy(wizard, async () => {
		change(wizard, 'trial', {stage: 'sandbox', progress: {events: [], qr: null}});
		const end = await wizard.ports.sandboxPayment((progress) => change(wizard, 'trial', {progress}));
		if (end.type === 'ended' && end.state.outcome === 'paid') {
			change(wizard, 'trial', {stage: 'ask-real', sandboxMs: end.ms});
			return;
		}
		change(wizard, 'trial', {stage: 'ready'});
		mark(wizard, 'trial', 'failed');
		say(wizard, 'bad', wizard.words.trial.sandboxFailed, ...(end.type === 'failed' ? [end.text] : []));
	});
}

function tryReal(wizard: Wizard): Promise<void> {
	const controller = new AbortController();
	cancelReal = controller;
	return busy(wizard, async () => {
		change(wizard, 'trial', {stage: 'real', progress: {events: [], qr: null}});
		const end = await wizard.ports.realPayment(
			(progress) => change(wizard, 'trial', {progress}),
			controller.signal,
		);
		cancelReal = null;
		toTimes(wizard);
		tellReal(wizard, end);
	});
}

function tellReal(wizard: Wizard, end: TrialEnd): void {
	const {realEnds, realFailed} = wizard.words.trial;
	if (end.type === 'failed') say(wizard, 'bad', realFailed(end.text));
	else if (end.isReturned) say(wizard, 'good', realEnds.returned);
	else if (end.state.outcome === 'cancelled' || end.state.outcome === 'expired') {
		say(wizard, 'good', realEnds.cancelled);
	} else say(wizard, 'bad', realEnds.other);
}

/** The advice stands in the line already where the till has the default. */
function toTimes(wizard: Wizard): void {
	const {timeText, roundTripMs} = stateOf(wizard);
	const advised = advisedTimeS({roundTripMs});
	change(wizard, 'trial', {
		stage: 'times',
		timeText: timeText === '180' && advised > 180 ? String(advised) : timeText,
	});
}

function saveTime(wizard: Wizard): Promise<void> {
	return busy(wizard, async () => {
		const seconds = timeOfText(stateOf(wizard).timeText);
		if (seconds === null) return say(wizard, 'bad', wizard.words.trial.timeForm);
		const end = await wizard.ports.saveResponseTime(seconds);
		if (isSaved(wizard, end, () => void saveTime(wizard))) change(wizard, 'trial', {stage: 'pin'});
	});
}

const otherPinField = (wizard: Wizard): void =>
	change(wizard, 'trial', {pinField: stateOf(wizard).pinField === 'pin' ? 'pinAgain' : 'pin'});

function savePin(wizard: Wizard): Promise<void> {
	const {words} = wizard;
	return busy(wizard, async () => {
		const {pin, pinAgain, pinField} = stateOf(wizard);
		if (pin === '') return finish(wizard);
		if (!/^\d{4,12}$/.test(pin)) return say(wizard, 'bad', words.trial.pinForm);
		if (pinField === 'pin' && pinAgain === '') return otherPinField(wizard);
		if (pin !== pinAgain) {
			change(wizard, 'trial', {pin: '', pinAgain: '', pinField: 'pin'});
			return say(wizard, 'bad', words.trial.pinDiffers);
		}
		const end = await wizard.ports.savePin(pin);
		if (!isSaved(wizard, end, () => void savePin(wizard))) return;
		change(wizard, 'trial', {pin: '', pinAgain: '', pinField: 'pin', hasPin: true});
		finish(wizard);
	});
}

function finish(wizard: Wizard): void {
	mark(wizard, 'trial', 'done');
	change(wizard, 'trial', {stage: 'finished'});
}
