// Open matters: ended payments that still wait for the gateway, the register or a person.
import {type EndedState, openMatter} from '../../core/index.ts';
import type {Desk} from '../ui/desk.ts';
import type {Action} from './action.ts';
import {leaveAction} from './leave.ts';
import {helpAction, logAction} from './pages.ts';

/** Opens the list of open matters. */
export const mattersAction = ({ui}: Desk): Action => ({
	id: 'matters',
	keys: ['o'],
	run: () => ui.set({page: 'matters', matterCursor: 0}),
});

/** What can be done about one matter, on its own screen and in the list. */
export function matterActions({ui, options}: Desk, state: EndedState): readonly Action[] {
	const {engine} = options;
	const {orderId} = state.facts;
	const send = (command: Parameters<typeof engine.send>[1]): void => {
		const sent = engine.send(orderId, command);
		ui.set({remark: sent.type === 'refused' ? sent.code : 'asked'});
	};
	const close = (): void => {
		ui.set({page: null, dismissedOrderId: null});
		const sent = engine.send(orderId, {type: 'closeReceipt'});
		if (sent.type === 'refused') ui.set({remark: sent.code});
	};
	const {refund} = state;
	switch (openMatter(state)) {
		case 'unresolved':
			return [{id: 'ask', keys: ['a'], run: () => send({type: 'askNow'})}];
		case 'receipt':
		case 'late':
			return state.facts.slot === null ? [] : [{id: 'close-receipt', keys: ['c'], run: close}];
		case 'refund':
			return refund ? [{id: 'ask', keys: ['a'], run: () => send({type: 'refund', ...refund})}] : [];
		default:
			return [];
	}
}

/** The list, with the actions of the one under the cursor. */
export function mattersActions(desk: Desk): readonly Action[] {
	const {ui, options} = desk;
	const {open} = options.engine.getSnapshot();
	const cursor = matterAt(ui.getSnapshot().matterCursor, open.length);
	const move = (to: number): void => ui.set({matterCursor: matterAt(to, open.length)});
	const state = open[cursor];
	return [
		...(open.length > 1
			? [
					{id: 'choose', keys: ['up'], run: () => move(cursor - 1)} as const,
					{id: 'choose', keys: ['down'], shown: null, run: () => move(cursor + 1)} as const,
				]
			: []),
		...(state ? matterActions(desk, state) : []),
		{id: 'back', keys: ['esc', 'o'], shown: 'Esc', run: () => ui.set({page: null})},
		logAction(desk),
		leaveAction(desk),
		helpAction(desk),
	];
}

/** The cursor within the list as it now is: a matter may have been settled meanwhile. */
export const matterAt = (cursor: number, count: number): number => Math.max(0, Math.min(cursor, count - 1));
