// Reads a journal from beside or afterwards: only rows that the chain vouches for, and word of where it breaks.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {type JournalDamage, type JournalFault, jsonText} from '../core/index.ts';
import {chainStart} from './chain.ts';
import {openForReading, schemaVersion, versionOf} from './database.ts';
import {entryOf, type RowListeners, tell} from './entry.ts';
import {faultOf, isDamage} from './fault.ts';
import {journalFileName} from './names.ts';
import {type RowVisitor, walk} from './walk.ts';

export type ReadEnd =
	| {
			readonly type: 'read';
			/** How many rows can be trusted; the number of the last one. */
			readonly rows: number;
			/** What follows them is not used; null: the journal is whole. */
			readonly damage: JournalDamage | null;
	  }
	/** There is no journal yet. */
	| {readonly type: 'none'}
	| {readonly type: 'failed'; readonly fault: JournalFault};

export type ReadFilter = {
	/** ISO time: rows at or after it. */
	readonly since?: string;
	/** ISO time: rows before it. */
	readonly until?: string;
	readonly orderId?: string;
};

/** Reads a till's journal, oldest row first. */
export function readJournal(
	folder: string,
	listeners: RowListeners,
	{since = '', until = '\uffff', orderId}: ReadFilter = {},
): ReadEnd {
	return readFile(join(folder, journalFileName), (seq, at, ofOrder, type, body) => {
		if (at < since || at >= until || (orderId !== undefined && ofOrder !== orderId)) return;
		tell(listeners, entryOf(seq, at, ofOrder, type, body));
	});
}

/** Checks the chain of one file, a till's own or one that was put aside. */
export const verifyJournal = (file: string): ReadEnd => readFile(file, () => undefined);

/** The journal as lines of JSON, each with its row's hash; harmless on a terminal. */
export function exportJournal(folder: string, onLine: (line: string) => void): ReadEnd {
	return readFile(join(folder, journalFileName), (seq, at, orderId, type, body, hash) => {
		onLine(jsonText({seq, at, orderId, type, body: JSON.parse(body) as unknown, hash}));
	});
}

function readFile(path: string, visit: RowVisitor): ReadEnd {
	if (!existsSync(path)) return {type: 'none'};
	try {
		const db = openForReading(path);
		try {
			if (versionOf(db) > schemaVersion) return {type: 'failed', fault: {code: 'NEWER', detail: ''}};
			const {last, damage} = walk(db, chainStart, visit);
			return {type: 'read', rows: last.seq, damage};
		} finally {
			db.close();
		}
	} catch (error) {
		if (!isDamage(error)) return {type: 'failed', fault: faultOf(error)};
		const damage: JournalDamage = {seq: 1, reason: 'unreadable', lastAt: null, rowsAfter: 0, ordersAfter: []};
		return {type: 'read', rows: 0, damage};
	}
}
