// The answers to an open question: Enter says yes, Esc says no, and nothing else does either.
import type {EndedState, LiveState} from '../../core/index.ts';
import type {Desk} from '../ui/desk.ts';
import type {Question} from '../ui/state.ts';
import type {Action} from './action.ts';
import {pickAgain, retry} from './begin.ts';
import {leaveAction} from './leave.ts';

const no = ({ui}: Desk): Action => ({id: 'no', keys: ['esc'], run: () => ui.set({question: null})});

/** While a payment goes on. The payment does not wait for the answer. */
export function liveQuestionActions(desk: Desk, question: Question, live: LiveState): readonly Action[] {
	const {engine} = desk.options;
	const {orderId} = live.facts;
	const isCancellable = live.phase === 'creating' || live.phase === 'waiting';
	const cancel = (): void => {
		desk.ui.set({question: null});
		engine.send(orderId, {type: 'cancel', by: 'cashier'});
	};
	if (question.type === 'cancel') {
		// Leaving is another question, and it may be asked instead of this one.
		const leave = {...leaveAction(desk), shown: null};
		return [{id: 'yes-cancel', keys: ['enter'], run: cancel}, no(desk), leave];
	}
	return [
		{
			id: isCancellable ? 'yes-cancel-leave' : 'wait-end',
			keys: ['enter'],
			run() {
				desk.ui.set({question: null, leaveAfterOrderId: orderId});
				if (isCancellable) cancel();
			},
		},
		no(desk),
		{id: 'leave-now', keys: ['l'], run: () => desk.leave({type: 'left-payment', orderId})},
	];
}

/** About the open receipt of an ended payment. */
export function endQuestionActions(desk: Desk, question: Question, state: EndedState): readonly Action[] {
	const {ui, options} = desk;
	const yes = (): void => {
		ui.set({question: null});
		if (question.type === 'again') {
			if (question.how === 'retry') retry(desk, state);
			else pickAgain(desk, state);
			return;
		}
		options.engine.send(state.facts.orderId, {type: 'dropReceipt'});
		ui.set({dismissedOrderId: state.facts.orderId});
	};
	return [{id: question.type === 'again' ? 'yes-again' : 'yes-drop', keys: ['enter'], run: yes}, no(desk)];
}
