// Which of the open matters is looked at: by its order and not by its place, since the list changes under the cashier's hand.
import {type EndedState, openMatter} from '../../core/index.ts';
import type {Desk} from './desk.ts';

/** The matter that is looked at: open, or settled since it was chosen. Null where nothing is open. */
export function chosenMatter({ui, options}: Desk): EndedState | null {
	const {open} = options.engine.getSnapshot();
	const {matterOrderId} = ui.getSnapshot();
	return (matterOrderId === null ? null : endedMatter(options.engine, matterOrderId)) ?? open[0] ?? null;
}

/** A payment that has ended, whether or not something about it is still open. */
export function endedMatter(engine: Desk['options']['engine'], orderId: string): EndedState | null {
	const state = engine.stateOf(orderId);
	return state.phase === 'ended' ? state : null;
}

/** Whether this matter can still be decided. */
export const isStillOpen = (state: EndedState | null): state is EndedState =>
	state !== null && openMatter(state) !== null;
