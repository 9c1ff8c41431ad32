// The cashier's desk: all that actions and screens work with, in one value.
import type {ConsoleExit, ConsoleOptions} from '../options.ts';
import {dismissedAtStart} from './screen.ts';
import {startUi, type UiState} from './state.ts';
import {createStore, type Store} from './store.ts';

/** What actions work on. */
export type Desk = {
	readonly options: ConsoleOptions;
	readonly ui: Store<UiState>;
	/** Ends the console; the first reason stands. */
	readonly leave: (exit: ConsoleExit) => void;
};

/** A desk as the cashier finds it, with what a former process left open on it. */
export function createDesk(
	options: ConsoleOptions,
	size: {readonly columns: number; readonly rows: number},
	onLeave: (exit: ConsoleExit) => void,
): Desk {
	const {current} = options.engine.getSnapshot();
	const ui = createStore({...startUi, ...size, dismissedOrderId: dismissedAtStart(current)});
	return {
		options,
		ui,
		leave(exit) {
			if (ui.getSnapshot().isOver) return;
			ui.set({isOver: true});
			onLeave(exit);
		},
	};
}
