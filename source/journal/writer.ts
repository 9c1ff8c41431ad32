// Appends rows: one transaction for all of an append, on disk when it answers. A disk that fails is an answer, and the next
// append tries again.
import {statSync} from 'node:fs';
import type {DatabaseSync} from 'node:sqlite';
import type {JournalFault} from '../core/index.ts';
import {type ChainPoint, createChainHasher} from './chain.ts';
import {faultOf} from './fault.ts';

export type NewRow = {
	readonly at: string;
	readonly orderId: string | null;
	readonly type: string;
	readonly body: string;
};

export type WriteEnd =
	| {readonly ok: true; readonly firstSeq: number}
	| {readonly ok: false; readonly fault: JournalFault};

export type Writer = {
	write(rows: readonly NewRow[]): WriteEnd;
	/** The newest row on disk. */
	last(): ChainPoint;
};

/** A writer that goes on after `last`, the newest row of the file. */
export function createWriter(db: DatabaseSync, path: string, start: ChainPoint): Writer {
	const insert = db.prepare(
		'INSERT INTO events(seq, at, order_id, type, body, hash) VALUES (?, ?, ?, ?, ?, unhex(?))',
	);
	const hashAt = db.prepare('SELECT lower(hex(hash)) AS hash FROM events WHERE seq = ?');
	const hasher = createChainHasher();
	const identity = identityOf(path);
	let last = start;

	const insertAll = (rows: readonly NewRow[]): ChainPoint => {
		let {seq, hash} = last;
		for (const {at, orderId, type, body} of rows) {
			seq += 1;
			hash = hasher(hash, seq, at, orderId, type, body);
			insert.run(seq, at, orderId, type, body, hash);
		}
		return {seq, hash};
	};

	const rollBack = (): void => {
		try {
			if (db.isTransaction) db.exec('ROLLBACK');
		} catch {
			// SQLite has rolled back by itself, as it does for a full disk; what became of the rows is looked at next.
		}
	};

	/** An error at the very end of a commit may come after the rows are in. */
	const hasLanded = (point: ChainPoint | null): boolean => {
		if (point === null) return false;
		try {
			return hashAt.get(point.seq)?.['hash'] === point.hash;
		} catch {
			return false;
		}
	};

	return {
		last: () => last,
		write(rows) {
			// Rows in a file that nobody will find again would be lost without a word.
			if (identityOf(path) !== identity) return {ok: false, fault: {code: 'MOVED', detail: ''}};
			const firstSeq = last.seq + 1;
			let reached: ChainPoint | null = null;
			try {
				db.exec('BEGIN IMMEDIATE');
				reached = insertAll(rows);
				db.exec('COMMIT');
			} catch (error) {
				const fault = faultOf(error);
				rollBack();
				if (!hasLanded(reached)) return {ok: false, fault};
			}
			last = reached ?? last;
			return {ok: true, firstSeq};
		},
	};
}

/** Which file lies at a path; '' where there is none. */
export function identityOf(path: string): string {
	try {
		const facts = statSync(path, {throwIfNoEntry: false});
		return facts ? `${facts.dev}:${facts.ino}` : '';
	} catch {
		return '';
	}
}
