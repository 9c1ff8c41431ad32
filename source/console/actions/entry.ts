// Before a payment: the sum, the payment type, and the panel of what stands in the way.

import type {Desk} from '../ui/desk.ts';
import type {UiState} from '../ui/state.ts';
import type {Action} from './action.ts';
import {beginPayment, submitSum} from './begin.ts';
import {leaveAction} from './leave.ts';
import {mattersAction} from './matters.ts';
import {helpAction, logAction} from './pages.ts';

/** The keys of the sum entry. Digits, comma and dot are no commands: they go to the text. */
export function sumActions(desk: Desk): readonly Action[] {
	const {options, ui} = desk;
	const {onOpenSettings} = options;
	const hasText = ui.getSnapshot().text !== '';
	return [
		{id: 'next', keys: ['enter'], run: () => submitSum(desk)},
		...(hasText
			? [{id: 'clear', keys: ['esc'], run: () => ui.set({text: '', isTextTried: false})} as const]
			: []),
		...(options.engine.getSnapshot().open.length > 0 ? [mattersAction(desk)] : []),
		logAction(desk),
		...(onOpenSettings
			? [{id: 'settings', keys: ['s', 'f9'], run: () => openSettings(desk, onOpenSettings)} as const]
			: []),
		leaveAction(desk),
		helpAction(desk),
	];
}

/** The settings are opened by whoever runs the console, after it has let the till go. */
function openSettings({leave}: Desk, onOpenSettings: () => void): void {
	onOpenSettings();
	leave({type: 'left'});
}

/** The keys of the choice of a payment type. */
export function pickerActions(
	desk: Desk,
	{draft, cursor}: NonNullable<UiState['picker']>,
): readonly Action[] {
	const {ui, options} = desk;
	const count = options.till.systems.length;
	const move = (to: number): void => ui.set({picker: {draft, cursor: (to + count) % count}});
	const digits = options.till.systems.slice(0, 9).map((_system, index) => String(index + 1));
	if (count === 0) return [backToSum(desk), leaveAction(desk), helpAction(desk)];
	return [
		{id: 'pay', keys: ['enter'], run: () => void beginPayment(desk, draft, cursor)},
		{id: 'choose', keys: ['up'], run: () => move(cursor - 1)},
		{id: 'choose', keys: ['down'], shown: null, run: () => move(cursor + 1)},
		{
			id: 'choose',
			keys: digits,
			shown: count > 1 ? `1-${digits.length}` : '1',
			run: (key) => move(Number(key.name) - 1),
		},
		backToSum(desk),
		logAction(desk),
		leaveAction(desk),
		helpAction(desk),
	];
}

const backToSum = ({ui}: Desk): Action => ({id: 'back', keys: ['esc'], run: () => ui.set({picker: null})});

/** The ways out of a payment that did not begin. */
export function problemActions(desk: Desk): readonly Action[] {
	const {ui} = desk;
	const {problem} = ui.getSnapshot();
	if (!problem) return [];
	const {draft, cursor} = problem;
	return [
		{id: 'retry', keys: ['r'], run: () => void beginPayment(desk, draft, cursor)},
		{id: 'type', keys: ['t'], run: () => ui.set({problem: null, picker: {draft, cursor}})},
		{id: 'back', keys: ['esc'], run: () => ui.set({problem: null})},
		logAction(desk),
		leaveAction(desk),
	];
}
