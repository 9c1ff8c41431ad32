// Pages that are looked at beside the main screens: the log, the help.
import type {Desk} from '../ui/desk.ts';
import type {Action} from './action.ts';
import {leaveAction} from './leave.ts';

/** Opens the log from any screen. */
export const logAction = ({ui}: Desk): Action => ({
	id: 'log',
	keys: ['l', 'f2'],
	run: () => ui.set({page: 'log', logTop: null}),
});

/** Opens the help from any screen. */
export const helpAction = ({ui}: Desk): Action => ({
	id: 'help',
	keys: ['?', 'f1'],
	shown: '?',
	run: () => ui.set({page: 'help'}),
});

const backAction = ({ui}: Desk, ...more: string[]): Action => ({
	id: 'back',
	keys: ['esc', ...more],
	shown: 'Esc',
	run: () => ui.set({page: null}),
});

/** How many lines of the log fit on its page: all rows but title and key line. */
export const logPageRows = (rows: number): number => Math.max(1, rows - 2);

/** The keys of the log page; a log that fits needs none to scroll. */
export function logActions(desk: Desk): readonly Action[] {
	const {ui, options} = desk;
	const scroll = (lines: number): void => {
		const {logTop, rows} = ui.getSnapshot();
		const last = Math.max(0, options.engine.getSnapshot().log.length - logPageRows(rows));
		const top = Math.min(last, Math.max(0, (logTop ?? last) + lines));
		ui.set({logTop: top === last ? null : top});
	};
	const {rows} = ui.getSnapshot();
	if (options.engine.getSnapshot().log.length <= logPageRows(rows)) {
		return [backAction(desk, 'l', 'f2'), leaveAction(desk)];
	}
	const page = (): number => logPageRows(ui.getSnapshot().rows) - 1;
	return [
		backAction(desk, 'l', 'f2'),
		{id: 'scroll', keys: ['up'], run: () => scroll(-1)},
		{id: 'scroll', keys: ['down'], shown: null, run: () => scroll(1)},
		{id: 'page', keys: ['pageup'], run: () => scroll(-page())},
		{id: 'page', keys: ['pagedown'], shown: null, run: () => scroll(page())},
		{id: 'newest', keys: ['end'], run: () => ui.set({logTop: null})},
		{id: 'newest', keys: ['home'], shown: null, run: () => scroll(-Number.MAX_SAFE_INTEGER)},
		leaveAction(desk),
	];
}

/** The keys of the help page. */
export const helpActions = (desk: Desk): readonly Action[] => [
	backAction(desk, '?', 'f1', 'enter'),
	leaveAction(desk),
];
