// What every screen and part of the wizard may ask for.
import {createContext, use, useSyncExternalStore} from 'react';
import {type Looks, looksOf} from '../../console/index.ts';
import type {WizardState} from '../model/state.ts';
import type {Wizard} from '../wizard.ts';

/** Columns of the list at the left, with the blank behind it. */
export const listColumns = 19;

export const WizardContext = createContext<Wizard | null>(null);

export type Surroundings = {
	readonly wizard: Wizard;
	readonly words: Wizard['words'];
	readonly looks: Looks;
	readonly state: WizardState;
	/** Columns of the pane at the right of the list. */
	readonly columns: number;
};

/** The wizard and its state of this moment. Throws outside of it. */
export function useWizard(): Surroundings {
	const wizard = use(WizardContext);
	if (wizard === null) throw new Error('A part of the wizard is drawn outside of it');
	const state = useSyncExternalStore(wizard.ui.subscribe, wizard.ui.getSnapshot);
	return {
		wizard,
		words: wizard.words,
		looks: looksOf(wizard.capabilities),
		state,
		columns: state.columns - listColumns - 1,
	};
}
