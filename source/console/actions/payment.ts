// While a payment is under way.
import type {LiveState} from '../../core/index.ts';
import type {Desk} from '../ui/desk.ts';
import {canToggleFull, qrLayout} from '../ui/qr-layout.ts';
import {questionOf} from '../ui/screen.ts';
import type {Action} from './action.ts';
import {leaveAction} from './leave.ts';
import {helpAction, logAction} from './pages.ts';
import {liveQuestionActions} from './question.ts';

/** The keys of a payment under way: only what its phase allows. */
export function paymentActions(desk: Desk, state: LiveState): readonly Action[] {
	const {ui, options} = desk;
	const question = questionOf(ui.getSnapshot(), options.engine.getSnapshot());
	if (question) return liveQuestionActions(desk, question, state);
	const {orderId} = state.facts;
	const isCancellable = state.phase === 'creating' || state.phase === 'waiting';
	return [
		...(isCancellable
			? [{id: 'cancel', keys: ['esc'], run: () => ui.set({question: {type: 'cancel', orderId}})} as const]
			: []),
		logAction(desk),
		...fullScreen(desk, state),
		...printAgain(desk, state),
		leaveAction(desk),
		helpAction(desk),
	];
}

function fullScreen({ui, options}: Desk, state: LiveState): readonly Action[] {
	const layout = qrLayout(state, ui.getSnapshot(), options.till, options.qrRendering);
	if (!canToggleFull(layout)) return [];
	const qrView = layout.at === 'full' ? 'text' : 'full';
	return [{id: layout.at === 'full' ? 'shrink' : 'full', keys: ['f', 'f3'], run: () => ui.set({qrView})}];
}

function printAgain({ui, options}: Desk, state: LiveState): readonly Action[] {
	if (state.phase !== 'waiting' || !options.till.hasRegister) return [];
	const {engine} = options;
	return [
		{
			id: 'print',
			keys: ['p', 'f4'],
			run() {
				// One slip at a time: the register has one tape. Its state is drawn from the engine's picture.
				if (engine.getSnapshot().slip.state === 'printing') ui.set({remark: 'slip-busy'});
				else void engine.printAgain(state.facts.orderId);
			},
		},
	];
}
