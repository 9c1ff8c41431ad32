// A place in a journal that is being written: gives what came since, and finds its place again in a file that took its place.
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import type {JournalDamage} from '../core/index.ts';
import type {ChainPoint} from './chain.ts';
import {openForReading} from './database.ts';
import {entryOf, type JournalEntry} from './entry.ts';
import {faultOf} from './fault.ts';
import {beginFrom, goOnFrom, newestIn, type TellAfter} from './months/tell-months.ts';
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
	/** Where to begin: rows after this number of the current file (0: all, of all months), or rows at or after this ISO time. */
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

	/** Hands on what follows a place in a file, and answers with the place that is reached. */
	const tellAfter = (file: DatabaseSync, place: ChainPoint, name: string): ChainPoint => {
		const {last, damage} = walk(file, place, (seq, at, orderId, type, body, hash) => {
			known.push({seq, hash});
			if (known.length > mostRemembered) known.shift();
			onRow(entryOf(seq, at, orderId, type, body));
		});
		isBroken = damage !== null;
		if (damage) onDamage(name === journalFileName ? damage : {...damage, file: name});
		return last;
	};

	const tellPart: TellAfter = ({name, db: file}, place) => {
		if (file) tellAfter(file, place, name);
		else onDamage({seq: 1, reason: 'unreadable', lastAt: null, rowsAfter: 0, ordersAfter: [], file: name});
	};

	const open = (found: string): DatabaseSync => {
		// A file whose place another one took may hold rows that were not handed on yet.
		if (db && !isBroken && position !== null) position = tellAfter(db, position, journalFileName);
		close();
		const opened = openForReading(path);
		db = opened;
		identity = found;
		position =
			position === null
				? beginFrom(folder, opened, from, tellPart)
				: (newestIn(opened, known) ?? goOnFrom(folder, opened, known, tellPart));
		known = known.length === 0 ? [position] : known;
		isBroken = false;
		return opened;
	};

	return {
		close,
		read() {
			const found = identityOf(path);
			// For a moment there is no file: a month has ended, and the next one is about to take its place.
			if (found === '') return;
			try {
				const file = db && found === identity ? db : open(found);
				if (isBroken || position === null) return;
				position = tellAfter(file, position, journalFileName);
			} catch (error) {
				// What the disk does is no matter here: the next bell or the next look tries again.
				faultOf(error);
				close();
			}
		},
	};
}
