// The PIN before what it guards is written: an address, or another PIN.
import type {Key} from '../../console/index.ts';
import {typedInto} from '../model/edit.ts';
import type {PinQuestion} from '../model/state.ts';
import type {StepAction, Wizard} from '../wizard.ts';

export const pinActions = (wizard: Wizard, question: PinQuestion): readonly StepAction[] => [
	{id: 'next', keys: ['enter'], run: () => void check(wizard, question)},
	{id: 'no', keys: ['esc'], run: () => wizard.ui.set({pinQuestion: null})},
];

/** True: the key was a digit of the PIN. */
export function typeIntoPin(wizard: Wizard, question: PinQuestion, key: Key): boolean {
	const text = typedInto(question.text, key);
	if (text === null || !/^\d{0,12}$/.test(text)) return false;
	wizard.ui.set({pinQuestion: {...question, text, verdict: null}});
	return true;
}

async function check(wizard: Wizard, question: PinQuestion): Promise<void> {
	const verdict = await wizard.ports.checkPin(question.text);
	if (verdict === 'ok') {
		wizard.ui.set({pinQuestion: null});
		question.again();
	} else wizard.ui.set({pinQuestion: {...question, text: '', verdict}});
}
