// The door of the customer's side: the screen on a second terminal, and the display on a serial line.
export type {Scene} from './follow/scene.ts';
export {
	type CustomerDisplay,
	type CustomerDisplayOptions,
	openCustomerDisplay,
} from './mertech/customer-display.ts';
export {type DisplayOptions, type JournalListeners, runDisplay} from './run-display.tsx';
export {CustomerScreen, type CustomerScreenProps} from './screens/customer-screen.tsx';
export type {Look} from './screens/look.ts';
