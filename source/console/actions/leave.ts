// Leaving: at once where nothing is under way, never in the middle of a payment without asking.
import type {Desk} from '../ui/desk.ts';
import type {Action} from './action.ts';

/** F10 and Ctrl-C, on every screen. */
export const leaveAction = (desk: Desk): Action => ({
	id: 'leave',
	keys: ['f10', 'ctrl-c'],
	shown: 'F10',
	run: () => askToLeave(desk),
});

function askToLeave({options, ui, leave}: Desk): void {
	const {live, isStarting} = options.engine.getSnapshot();
	if (live) ui.set({question: {type: 'leave', orderId: live.facts.orderId}});
	else if (!isStarting) leave({type: 'left'});
}
