// Which step answers a key, and the keys that all steps have.
import {type Key, latinByPlace} from '../../console/index.ts';
import type {SetupStepId} from '../../core/index.ts';
import {draftOf} from '../model/draft.ts';
import {stepIds} from '../model/state.ts';
import type {Step, StepAction, Wizard} from '../wizard.ts';
import {certificateStep} from './certificate.ts';
import {connectionStep} from './connection.ts';
import {letterStep} from './letter.ts';
import {pinActions, typeIntoPin} from './pin-question.ts';
import {registerStep} from './register.ts';
import {trialStep} from './trial.ts';
import {typesStep} from './types.ts';

export const steps: Readonly<Record<SetupStepId, Step>> = {
	letter: letterStep,
	certificate: certificateStep,
	connection: connectionStep,
	types: typesStep,
	register: registerStep,
	trial: trialStep,
};

/** Goes to a step; what was typed is kept on disk from now on. */
export function goTo(wizard: Wizard, step: SetupStepId): void {
	wizard.ui.set({step, remark: null});
	wizard.ports.saveDraft(draftOf(wizard.ui.getSnapshot()));
	// The deed that has just led here is still ending.
	setImmediate(() => steps[step].enter(wizard));
}

/** The table of keys of this moment. */
export function actionsOf(wizard: Wizard): readonly StepAction[] {
	const {step, pinQuestion, isBusy, trial} = wizard.ui.getSnapshot();
	if (pinQuestion) return pinActions(wizard, pinQuestion);
	const own = steps[step].actions(wizard);
	const isPaying = step === 'trial' && (trial.stage === 'real' || trial.stage === 'sandbox');
	if (isPaying) return own;
	return [...(isBusy ? [] : own), ...moving(wizard, own), leaveAction(wizard)];
}

const leaveAction = (wizard: Wizard): StepAction => ({
	id: 'leave',
	keys: ['f10', 'ctrl-c'],
	shown: 'F10',
	run: () => leave(wizard),
});

/** Leaves at once: all that matters is on disk. */
export function leave(wizard: Wizard): void {
	const state = wizard.ui.getSnapshot();
	wizard.ports.saveDraft(draftOf(state));
	wizard.leave({type: 'left', isFinished: stepIds.every((step) => state.marks[step] === 'done')});
}

function moving(wizard: Wizard, own: readonly StepAction[]): readonly StepAction[] {
	const at = stepIds.indexOf(wizard.ui.getSnapshot().step);
	const [before, after] = [stepIds[at - 1], stepIds[at + 1]];
	const hasEsc = own.some(({keys}) => keys.includes('esc'));
	return [
		...(before ? ([{id: 'later', keys: ['pageup'], run: () => goTo(wizard, before)}] as const) : []),
		...(after
			? ([
					{
						id: 'later',
						keys: ['pagedown'],
						shown: before ? null : 'PgDn',
						run: () => goTo(wizard, after),
					},
				] as const)
			: []),
		...(before && !hasEsc
			? ([{id: 'earlier', keys: ['esc'], run: () => goTo(wizard, before)}] as const)
			: []),
	];
}

/** Does what a key means now; what means nothing goes to the line that is typed into. */
export function pressKey(wizard: Wizard, key: Key): void {
	const {step, pinQuestion, isBusy, isOver} = wizard.ui.getSnapshot();
	if (isOver) return;
	if (pinQuestion && typeIntoPin(wizard, pinQuestion, key)) return;
	const actions = actionsOf(wizard);
	// A letter is a command only where nothing is typed: a Russian layout types another letter on the same key.
	const place = key.isText ? latinByPlace(key.name) : key.name;
	const action =
		actions.find(({keys}) => keys.includes(key.name)) ?? actions.find(({keys}) => keys.includes(place));
	if (action) action.run(key);
	else if (!pinQuestion && !isBusy) steps[step].type(wizard, key);
}

/** A pasted text goes to the step that is open. */
export function pasteText(wizard: Wizard, text: string): void {
	const {step, pinQuestion, isBusy, isOver} = wizard.ui.getSnapshot();
	if (!isOver && !pinQuestion && !isBusy) steps[step].paste(wizard, text);
}
