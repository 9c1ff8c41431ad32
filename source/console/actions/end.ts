// After a payment has ended: the receipt is closed, owed, or open for another try.
import {type EndedState, isReceiptOpen, openMatter} from '../../core/index.ts';
import type {Desk} from '../ui/desk.ts';
import {isQuestionStale, questionOf} from '../ui/screen.ts';
import type {Action} from './action.ts';
import {pickAgain, retry} from './begin.ts';
import {leaveAction} from './leave.ts';
import {matterActions, mattersAction} from './matters.ts';
import {helpAction, logAction} from './pages.ts';
import {endQuestionActions} from './question.ts';

/** What can be done when a payment has ended. */
export function endActions(desk: Desk, state: EndedState): readonly Action[] {
	const {ui, options} = desk;
	const snapshot = options.engine.getSnapshot();
	const question = questionOf(ui.getSnapshot(), snapshot);
	if (question) return endQuestionActions(desk, question, state);
	return [
		...matterActions(desk, state),
		...(isQuestionStale(ui.getSnapshot(), snapshot) ? [seen(desk)] : ownActions(desk, state)),
		...(snapshot.open.length > 0 ? [mattersAction(desk, state)] : []),
		logAction(desk),
		leaveAction(desk),
		helpAction(desk),
	];
}

/** The Enter or Esc that was meant for a question which the end has answered must not take the end off the screen. */
const seen = ({ui}: Desk): Action => ({
	id: 'seen',
	keys: ['enter', 'esc'],
	run: () => ui.set({question: null}),
});

function ownActions(desk: Desk, state: EndedState): readonly Action[] {
	const {ui} = desk;
	const {orderId} = state.facts;
	if (!isReceiptOpen(state)) {
		const id = openMatter(state) === null ? 'next-customer' : 'later';
		return [{id, keys: ['enter'], run: () => ui.set({dismissedOrderId: orderId})}];
	}
	const mayStillBePaid = state.outcome === 'unresolved' || state.outcome === 'quarantined';
	const again = (how: 'retry' | 'pick'): void => {
		if (mayStillBePaid) ui.set({question: {type: 'again', orderId, how}});
		else if (how === 'retry') retry(desk, state);
		else pickAgain(desk, state);
	};
	const tryAgain: readonly Action[] = [
		{id: 'retry', keys: ['r'], run: () => again('retry')},
		{id: 'type', keys: ['t'], run: () => again('pick')},
	];
	const drop = (id: 'drop' | 'later'): Action => ({
		id,
		keys: ['x'],
		run: () => ui.set({question: {type: 'drop', orderId}}),
	});
	// What is safe comes first: where money may still come, another try is not.
	return mayStillBePaid ? [drop('later'), ...tryAgain] : [...tryAgain, drop('drop')];
}
