// Places in a file: by number, by time.
import type {DatabaseSync} from 'node:sqlite';
import type {ChainPoint} from './chain.ts';

export const pointAt = (db: DatabaseSync, seq: number): ChainPoint | null => {
	const row = db.prepare('SELECT lower(hex(hash)) AS hash FROM events WHERE seq = ?').get(seq);
	return row ? {seq, hash: String(row['hash'])} : null;
};

export const newestSeq = (db: DatabaseSync): number =>
	Number(db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM events').get()?.['seq']);

/**
 * The last row before a time, by halving: rows lie in the order of their time but for a clock that was set back, and but for
 * the head of a month's file, which is left out.
 */
export function rowBefore(db: DatabaseSync, sinceIso: string, headEnd: number): number {
	const timeAt = db.prepare('SELECT at FROM events WHERE seq = ?');
	let before = headEnd;
	let after = newestSeq(db) + 1;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (String(timeAt.get(middle)?.['at']) < sinceIso) before = middle;
		else after = middle;
	}
	return before;
}
