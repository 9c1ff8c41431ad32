// Open matters: ended payments that still wait for the gateway, the register or a person.
import {type EndedState, openMatter} from '../../core/index.ts';
import type {Desk} from '../ui/desk.ts';
import {chosenMatter, isStillOpen} from '../ui/matters.ts';
import type {Action} from './action.ts';
import {beginRefund, beginSettling} from './decision.ts';
import {leaveAction} from './leave.ts';
import {helpAction, logAction} from './pages.ts';

/** Opens the list of open matters, at `state` where that is one, else at the first. */
export const mattersAction = ({ui, options}: Desk, state: EndedState | null = null): Action => ({
	id: 'matters',
	keys: ['o'],
	run() {
		const [first = null] = options.engine.getSnapshot().open;
		const at = isStillOpen(state) ? state : first;
		ui.set({page: 'matters', matterOrderId: at?.facts.orderId ?? null, question: null});
	},
});

/** What can be done about one matter, on its own screen and in the list. */
export function matterActions(desk: Desk, state: EndedState): readonly Action[] {
	const {engine} = desk.options;
	const {facts, refund} = state;
	const {orderId} = facts;
	const ask = (command: Parameters<typeof engine.send>[1]): void => {
		const sent = engine.send(orderId, command);
		desk.ui.set({remark: sent.type === 'refused' ? sent.code : 'asked'});
	};
	const close = (): void => {
		const sent = engine.send(orderId, {type: 'closeReceipt'});
		desk.ui.set(sent.type === 'refused' ? {remark: sent.code} : {page: null, dismissedOrderId: null});
	};
	const closing: readonly Action[] =
		facts.slot === null ? [] : [{id: 'close-receipt', keys: ['c'], run: close}];
	switch (openMatter(state)) {
		case 'unresolved':
			return [{id: 'ask', keys: ['a'], run: () => ask({type: 'askNow'})}];
		case 'receipt':
			return closing;
		case 'late':
			// A part of it went back: what becomes of the rest, only a person can say.
			return refund?.state === 'done'
				? []
				: [...closing, {id: 'refund', keys: ['v'], run: () => beginRefund(desk, orderId)}];
		case 'refund':
			return refund ? [{id: 'ask', keys: ['a'], run: () => ask({type: 'refund', ...refund})}] : [];
		default:
			return [];
	}
}

/** The list, with the actions of the one that is looked at. */
export function mattersActions(desk: Desk): readonly Action[] {
	const {ui, options} = desk;
	const {open} = options.engine.getSnapshot();
	const chosen = chosenMatter(desk);
	const at = open.findIndex(({facts}) => facts.orderId === chosen?.facts.orderId);
	const move = (to: number): void =>
		ui.set({matterOrderId: open[Math.max(0, Math.min(to, open.length - 1))]?.facts.orderId ?? null});
	const hasOthers = open.length > (at === -1 ? 0 : 1);
	return [
		...(hasOthers
			? [
					{id: 'choose', keys: ['up'], run: () => move(at - 1)} as const,
					{id: 'choose', keys: ['down'], shown: null, run: () => move(at + 1)} as const,
				]
			: []),
		...(isStillOpen(chosen)
			? [
					...matterActions(desk, chosen),
					{id: 'by-hand', keys: ['h'], run: () => beginSettling(desk, chosen.facts.orderId)} as const,
				]
			: []),
		{id: 'back', keys: ['esc', 'o'], shown: 'Esc', run: () => ui.set({page: null})},
		logAction(desk),
		leaveAction(desk),
		helpAction(desk),
	];
}
