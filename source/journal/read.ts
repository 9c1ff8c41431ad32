// Reads a journal from beside or afterwards, over all its months: only rows that the chain vouches for, and word of where it breaks.
import {basename, dirname} from 'node:path';
import {type JournalDamage, type JournalFault, jsonText} from '../core/index.ts';
import type {JournalRow} from '../engine/ports.ts';
import {entryOf, type RowListeners, tell} from './entry.ts';
import {gather} from './months/gather.ts';
import {createOnce} from './months/once.ts';
import {ordersOf} from './months/orders.ts';
import {closeParts, lastIn, openPart, openParts, type Part} from './months/parts.ts';
import {walkParts} from './months/walk-parts.ts';
import {journalFileName} from './names.ts';
import {isNewestThere} from './newest.ts';
import {readRows} from './stored-row.ts';
import type {RowVisitor} from './walk.ts';

export type ReadEnd =
	| {
			readonly type: 'read';
			/** How many rows can be trusted; in one file the number of the last one. */
			readonly rows: number;
			/** What follows it in its file is not used; null: the journal is whole. */
			readonly damage: JournalDamage | null;
	  }
	/** There is no journal yet. */
	| {readonly type: 'none'}
	| {readonly type: 'failed'; readonly fault: JournalFault};

/** Which of the months are read. */
export type MonthsFilter = {
	/**
	 * ISO time: past months that ended before it are left out. What still matters of them stands in the files that are
	 * read; a payment that was over and stirred again does so without its beginning (`readPayments` has that). Default: all.
	 */
	readonly monthsSince?: string;
};

export type ReadFilter = MonthsFilter & {
	/** ISO time: rows at or after it. */
	readonly since?: string;
	/** ISO time: rows before it. */
	readonly until?: string;
	readonly orderId?: string;
};

/** Reads a till's journal, oldest row first, each row once. */
export function readJournal(
	folder: string,
	listeners: RowListeners,
	{since = '', until = '\uffff', orderId, ...months}: ReadFilter = {},
): ReadEnd {
	return readParts(folder, months, (parts) => {
		const once = createOnce(parts);
		return (part) => (seq, at, ofOrder, type, body) => {
			if (!once(part, seq, ofOrder)) return;
			if (at < since || at >= until || (orderId !== undefined && ofOrder !== orderId)) return;
			tell(listeners, entryOf(seq, at, ofOrder, type, body));
		};
	});
}

/** A few payments from their beginning, in whichever months their rows lie; oldest row of each first. */
export function readPayments(folder: string, orderIds: ReadonlySet<string>): readonly JournalRow[] {
	const parts = openParts(folder);
	try {
		const wanted = parts.filter(({name}) => {
			if (name === journalFileName) return true;
			const orders = ordersOf(folder, name, false);
			return [...orderIds].some(orders.has);
		});
		return [...gather(wanted, orderIds).values()].flatMap(readRows);
	} finally {
		closeParts(parts);
	}
}

/** Checks the chain of one file, a till's own, a past month's or one that was put aside. */
export function verifyJournal(file: string): ReadEnd {
	const part = openPart(dirname(file), basename(file));
	if (!part) return {type: 'none'};
	try {
		return walkParts([part], () => () => undefined, null);
	} finally {
		part.db?.close();
	}
}

/**
 * Checks all files of a till's journal, that they follow each other, and that the newest row that readers were told of is there.
 * @param onRow called for each row; what it throws ends the check
 */
export function verifyMonths(folder: string, onRow: () => void = () => undefined): ReadEnd {
	let lastAt: string | null = null;
	const end = readParts(folder, {}, () => () => (_seq, at) => {
		lastAt = at;
		onRow();
	});
	if (end.type !== 'read' || end.damage || isNewestThere(folder)) return end;
	return {...end, damage: {seq: end.rows + 1, reason: 'tail', lastAt, rowsAfter: 0, ordersAfter: []}};
}

/** The journal as lines of JSON, file after file as they lie there, each with its row's hash; harmless on a terminal. */
export function exportJournal(
	folder: string,
	onLine: (line: string) => void,
	months: MonthsFilter = {},
): ReadEnd {
	return readParts(folder, months, () => () => (seq, at, orderId, type, body, hash) => {
		onLine(jsonText({seq, at, orderId, type, body: JSON.parse(body) as unknown, hash}));
	});
}

function readParts(
	folder: string,
	{monthsSince = ''}: MonthsFilter,
	visitorOf: (parts: readonly Part[]) => (part: Part) => RowVisitor,
): ReadEnd {
	const all = openParts(folder);
	try {
		if (all.length === 0) return {type: 'none'};
		const first = all.findIndex((part) => part.name === journalFileName || lastIn(part).at >= monthsSince);
		const parts = first === -1 ? [] : all.slice(first);
		return walkParts(parts, visitorOf(parts), new Set(all.map(({name}) => name)));
	} finally {
		closeParts(all);
	}
}
