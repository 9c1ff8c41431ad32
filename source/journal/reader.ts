// A place in a journal that is being written: gives what came since, and finds its place again in a file that took its place.
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import type {JournalDamage} from '../core/index.ts';
import {type ChainPoint, chainStart} from './chain.ts';
import {openForReading} from './database.ts';
import {entryOf, type JournalEntry} from './entry.ts';
import {faultOf} from './fault.ts';
import {journalFileName} from './names.ts';
import {walk} from './walk.ts';
import {identityOf} from './writer.ts';

export type Reader = {
	/** Hands on all rows that are new; does nothing where there is no file, or where it cannot be read just now. */
	read(): void;
	close(): void;
};

export type ReaderOptions = {
	readonly onRow: (entry: JournalEntry) => void;
	/** Told once for each file. */
	readonly onDamage: (damage: JournalDamage) => void;
	/** Where to begin: rows after this number, or rows at or after this ISO time. */
	readonly from: number | string;
};

/** How many of the rows handed on are remembered, to find the place in another file. */
const mostRemembered = 1024;

export function createReader(folder: string, {onRow, onDamage, from}: ReaderOptions): Reader {
	const path = join(folder, journalFileName);
	let db: DatabaseSync | null = null;
	let identity = '';
	let position: ChainPoint | null = null;
	let known: ChainPoint[] = [];
	let isBroken = false;

	const close = (): void => {
		db?.close();
		db = null;
		identity = '';
	};

	const open = (found: string): DatabaseSync => {
		close();
		const opened = openForReading(path);
		db = opened;
		identity = found;
		isBroken = false;
		position = position === null ? firstPosition(opened, from) : samePlace(opened, known);
		known = known.length === 0 ? [position] : known;
		return opened;
	};

	return {
		close,
		read() {
			const found = identityOf(path);
			if (found === '') return close();
			try {
				const file = db && found === identity ? db : open(found);
				if (isBroken || position === null) return;
				const {last, damage} = walk(file, position, (seq, at, orderId, type, body, hash) => {
					known.push({seq, hash});
					if (known.length > mostRemembered) known.shift();
					onRow(entryOf(seq, at, orderId, type, body));
				});
				position = last;
				isBroken = damage !== null;
				if (damage) onDamage(damage);
			} catch (error) {
				// What the disk does is no matter here: the next bell or the next look tries again.
				faultOf(error);
				close();
			}
		},
	};
}

const pointAt = (db: DatabaseSync, seq: number): ChainPoint | null => {
	const row = db.prepare('SELECT lower(hex(hash)) AS hash FROM events WHERE seq = ?').get(seq);
	return row ? {seq, hash: String(row['hash'])} : null;
};

/** A broken journal goes on in a file with its whole part: after the newest row of ours that the new file has. */
const samePlace = (db: DatabaseSync, known: readonly ChainPoint[]): ChainPoint =>
	known.findLast((point) => pointAt(db, point.seq)?.hash === point.hash) ?? chainStart;

function firstPosition(db: DatabaseSync, from: number | string): ChainPoint {
	const newest = Number(db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM events').get()?.['seq']);
	const seq = typeof from === 'number' ? Math.min(from, newest) : rowBefore(db, from, newest);
	return pointAt(db, seq) ?? chainStart;
}

/** The last row before a time, by halving: rows lie in the order of their time but for a clock that was set back. */
function rowBefore(db: DatabaseSync, sinceIso: string, newest: number): number {
	const timeAt = db.prepare('SELECT at FROM events WHERE seq = ?');
	let before = 0;
	let after = newest + 1;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (String(timeAt.get(middle)?.['at']) < sinceIso) before = middle;
		else after = middle;
	}
	return before;
}
