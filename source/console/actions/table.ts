// The table of keys: which actions the present screen has, and what a key press does.
import type {Key} from '../keys/key.ts';
import {latinByPlace} from '../keys/layout.ts';
import type {Desk} from '../ui/desk.ts';
import {type Screen, screenOf} from '../ui/screen.ts';
import type {Action} from './action.ts';
import {decisionActions, typeIntoDecision} from './decision.ts';
import {endActions} from './end.ts';
import {pickerActions, problemActions, sumActions} from './entry.ts';
import {mattersActions} from './matters.ts';
import {helpActions, logActions} from './pages.ts';
import {paymentActions} from './payment.ts';

/** The screen of this moment, by the newest state of engine and desk. */
export const presentScreen = ({ui, options}: Desk): Screen =>
	screenOf(ui.getSnapshot(), options.engine.getSnapshot());

/** The table of the screen that is due. */
export function actionsOf(desk: Desk, screen: Screen): readonly Action[] {
	switch (screen.type) {
		case 'sum':
			return sumActions(desk);
		case 'picker':
			return pickerActions(desk, screen.picker);
		case 'problem':
			return problemActions(desk);
		case 'payment':
			return paymentActions(desk, screen.state);
		case 'end':
			return endActions(desk, screen.state);
		case 'matters':
			return mattersActions(desk);
		case 'decision':
			return decisionActions(desk, screen.decision);
		case 'log':
			return logActions(desk);
		case 'help':
			return helpActions(desk);
		case 'starting':
		case 'over':
			return [];
	}
}

const editingKeys: ReadonlySet<string> = new Set(['backspace', 'delete', 'left', 'right']);

/** Longer than any sum: the rest of what a mad scanner sends is not even typed. */
const longestText = 20;

/**
 * Does what a key means now. What means nothing to the screen goes to the text field, where there is one.
 * @param type hands a sequence to the text field.
 */
export function pressKey(desk: Desk, key: Key, type: (sequence: string) => void): void {
	const screen = presentScreen(desk);
	const name = key.isText ? latinByPlace(key.name) : key.name;
	const actions = actionsOf(desk, screen);
	const action =
		actions.find(({keys}) => keys.includes(key.name)) ?? actions.find(({keys}) => keys.includes(name));
	const {text, remark} = desk.ui.getSnapshot();
	if (remark !== null) desk.ui.set({remark: null});
	if (action) action.run(key);
	else if (screen.type === 'decision') typeIntoDecision(desk, screen.decision, key);
	else if (screen.type === 'sum' && editingKeys.has(key.name)) type(key.sequence);
	else if (screen.type === 'sum' && key.isText && text.length < longestText) type(name);
}
