// The journal, read from beside: its chain, what is open in it, broken ones that were put aside.
import {existsSync, readdirSync} from 'node:fs';
import {collectOpenMatters, type JournalSeen, type OpenMatters} from '../../doctor/index.ts';
import {
	isNewestThere,
	type JournalDamage,
	peekLock,
	type ReadEnd,
	type RowListeners,
	readJournal,
} from '../../journal/index.ts';

type Opened = {readonly version: string; readonly isRunning: boolean} | null;

/** Reads all rows in one go; gives up after `budgetMs`. */
export function seeJournal(folder: string, budgetMs: number): JournalSeen {
	if (!existsSync(folder)) return {type: 'noFolder'};
	const isHeld = peekLock(folder) !== null;
	const matters = collectOpenMatters(isHeld);
	const deadlineMs = performance.now() + budgetMs;
	let lastAt: string | null = null;
	let rows = 0;
	let opened: Opened = null;
	const note = (at: string): void => {
		lastAt = at;
		rows += 1;
		if (performance.now() > deadlineMs) throw timeIsUp;
	};
	const end = readWithin(folder, {
		onRow: (row) => {
			matters.take(row);
			note(row.at);
		},
		onTill: ({at, event}) => {
			if (event.type === 'till.opened') opened = {version: event.version, isRunning: isHeld};
			note(at);
		},
	});
	if (end === 'timeIsUp') {
		return {...whole, rows, lastAt, openOrders: matters.open(), kept: keptIn(folder), opened, isWhole: false};
	}
	if (end.type === 'failed') return end;
	const isCut = (end.type === 'none' || !end.damage) && !isNewestThere(folder);
	if (end.type === 'none' && !isCut) return end;
	const openOrders = [...matters.open(), ...reopened(folder, matters, isHeld)];
	const damage = end.type === 'read' && end.damage ? end.damage : isCut ? cutAfter(rows, lastAt) : null;
	const trusted = end.type === 'read' ? end.rows : 0;
	return {...whole, rows: trusted, lastAt, damage, openOrders, kept: keptIn(folder), opened};
}

/** The chain is whole, and yet it ends before the newest row that there was. */
const cutAfter = (rows: number, lastAt: string | null): JournalDamage => ({
	seq: rows + 1,
	reason: 'tail',
	lastAt,
	rowsAfter: 0,
	ordersAfter: [],
});

const whole = {type: 'read', damage: null, isWhole: true} as const;

const timeIsUp = new Error('time is up');

function readWithin(folder: string, listeners: RowListeners): ReadEnd | 'timeIsUp' {
	try {
		return readJournal(folder, listeners);
	} catch (error) {
		if (error === timeIsUp) return 'timeIsUp';
		throw error;
	}
}

/** Payments that were settled once and stirred again (late money, a refund): few, so their rows are read once more. */
function reopened(folder: string, matters: OpenMatters, isHeld: boolean): readonly string[] {
	const again = new Set(matters.again());
	if (again.size === 0) return [];
	const anew = collectOpenMatters(isHeld, {isAmong: (orderId) => again.has(orderId), isForgetting: false});
	readJournal(folder, {onRow: anew.take});
	return anew.open();
}

const keptIn = (folder: string): readonly string[] =>
	readdirSync(folder).filter((name) => /^journal\.broken-.*\.sqlite$/.test(name));
