// The journal, read from beside: its chain, what is open in it, broken ones that were put aside.
import {existsSync, readdirSync} from 'node:fs';
import {collectOpenMatters, type JournalSeen} from '../../doctor/index.ts';
import {
	isNewestThere,
	type JournalDamage,
	monthFilesIn,
	peekLock,
	type ReadEnd,
	type RowListeners,
	readJournal,
	readPayments,
	verifyMonths,
} from '../../journal/index.ts';

type Opened = {readonly version: string; readonly isRunning: boolean} | null;

/**
 * Reads the rows of the current file in one go: whatever is open in past months stands there too. Then the past months are
 * checked. Gives up after `budgetMs`.
 */
export function seeJournal(folder: string, budgetMs: number): JournalSeen {
	if (!existsSync(folder)) return {type: 'noFolder'};
	const isHeld = peekLock(folder) !== null;
	const matters = collectOpenMatters(isHeld);
	const deadlineMs = performance.now() + budgetMs;
	let lastAt: string | null = null;
	let rows = 0;
	let opened: Opened = null;
	/** Payments that began in a past month and stirred in this one. */
	const torn = new Set<string>();
	const begun = new Set<string>();
	const note = (at: string): void => {
		lastAt = at;
		rows += 1;
		if (performance.now() > deadlineMs) throw timeIsUp;
	};
	const end = readWithin(folder, {
		onRow: (row) => {
			const {orderId, event} = row;
			if (orderId !== null && event.type === 'payment.started') begun.add(orderId);
			else if (orderId !== null && !begun.has(orderId)) torn.add(orderId);
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
	const again = new Set([...matters.again(), ...torn]);
	const openOrders = [...matters.open(), ...reopened(folder, again, isHeld)];
	const damage = end.type === 'read' && end.damage ? end.damage : isCut ? cutAfter(rows, lastAt) : null;
	const trusted = end.type === 'read' ? end.rows : 0;
	const known = {...whole, rows: trusted, lastAt, damage, openOrders, kept: keptIn(folder), opened};
	if (damage !== null || monthFilesIn(folder).length === 0) return known;
	const months = checkMonths(folder, deadlineMs);
	return months === 'timeIsUp' ? {...known, isWhole: false} : {...known, ...months};
}

/** How many rows all months have, and the first break in them. */
function checkMonths(
	folder: string,
	deadlineMs: number,
): {readonly rows?: number; readonly damage?: JournalDamage | null} | 'timeIsUp' {
	const end = within(() =>
		verifyMonths(folder, () => {
			if (performance.now() > deadlineMs) throw timeIsUp;
		}),
	);
	if (end === 'timeIsUp') return end;
	return end.type === 'read' ? {rows: end.rows, damage: end.damage} : {};
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

const readWithin = (folder: string, listeners: RowListeners): ReadEnd | 'timeIsUp' =>
	within(() => readJournal(folder, listeners, {monthsSince: noPastMonth}));

/** Later than the end of any month. */
const noPastMonth = '\uffff';

function within(read: () => ReadEnd): ReadEnd | 'timeIsUp' {
	try {
		return read();
	} catch (error) {
		if (error === timeIsUp) return 'timeIsUp';
		throw error;
	}
}

/** Payments that stirred after they were settled (late money, a refund): few, so their rows are read once more, from the first. */
function reopened(folder: string, orderIds: ReadonlySet<string>, isHeld: boolean): readonly string[] {
	if (orderIds.size === 0) return [];
	const isAmong = (orderId: string): boolean => orderIds.has(orderId);
	const anew = collectOpenMatters(isHeld, {isAmong, isForgetting: false});
	for (const row of readPayments(folder, orderIds)) anew.take(row);
	return anew.open();
}

const keptIn = (folder: string): readonly string[] =>
	readdirSync(folder).filter((name) => /^journal\.broken-.*\.sqlite$/.test(name));
