// All files of a till's journal, open for reading, in the order in which they follow each other: by what each says that it goes
// on from, and by their names where that is lost.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {openForReading} from '../database.ts';
import {faultOf} from '../fault.ts';
import {isMonthFile, journalFileName} from '../names.ts';
import {type Continued, continuedIn} from './continued.ts';

export type Part = {
	/** The file's name in the till's folder. */
	readonly name: string;
	/** Closed by whoever asked for the parts; null for a file that cannot be opened. */
	readonly db: DatabaseSync | null;
	/** Why it cannot be opened. */
	readonly error: unknown;
	readonly continued: Continued | null;
};

/**
 * Opens the files, oldest first, the till's current one last if there is one. That one is opened before the folder is read: a
 * month that ends just now is then either still in it or already beside it.
 */
export function openParts(folder: string): readonly Part[] {
	const current = openPart(folder, journalFileName);
	const months = monthFilesIn(folder).map((name) => openPart(folder, name));
	const past = months.filter((part) => part !== null);
	return current ? [...inOrder(past, current.continued), current] : inOrder(past, null);
}

export function closeParts(parts: readonly Part[]): void {
	for (const {db} of parts) db?.close();
}

/** The past months' files in a folder, by name. */
export function monthFilesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder).filter(isMonthFile).sort();
	} catch {
		// No folder, no months.
		return [];
	}
}

/** One file; null where there is none. */
export function openPart(folder: string, name: string): Part | null {
	let db: DatabaseSync | null = null;
	try {
		db = openForReading(join(folder, name));
		return {name, db, error: null, continued: continuedIn(db)};
	} catch (error) {
		db?.close();
		return isMissing(error) ? null : {name, db: null, error, continued: null};
	}
}

/** The last row of a past month as it says itself, unchecked; for a file that cannot be read: none, and newer than all. */
export function lastIn({db}: Part): {readonly seq: number; readonly hash: string; readonly at: string} {
	try {
		const row = db?.prepare('SELECT seq, hex(hash) AS hash, at FROM events ORDER BY seq DESC LIMIT 1').get();
		if (row) return {seq: Number(row['seq']), hash: String(row['hash']).toLowerCase(), at: String(row['at'])};
	} catch (error) {
		faultOf(error);
	}
	return {seq: 0, hash: '', at: '\uffff'};
}

const isMissing = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Follows the files back from the newest; what nobody goes on from is put before, by name. */
function inOrder(past: readonly Part[], newest: Continued | null): readonly Part[] {
	const rest = new Map(past.map((part) => [part.name, part]));
	const ordered: Part[] = [];
	const take = (part: Part): void => {
		rest.delete(part.name);
		ordered.unshift(part);
	};
	let continued = newest;
	for (;;) {
		const linked = continued && rest.get(continued.file);
		const part: Part | undefined = linked ?? [...rest.values()].at(-1);
		if (!part) return ordered;
		take(part);
		continued = part.continued;
	}
}
