// A file that is about to take the journal's place: complete and on disk before the one that is there is touched.
import {existsSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {type ChainPoint, chainStart} from './chain.ts';
import {makeTable, openForWriting} from './database.ts';
import {moveDatabase, removeDatabase} from './disk.ts';
import {freshFileName, journalFileName, sideSuffixes} from './names.ts';
import {createWriter, type NewRow} from './writer.ts';

export type FreshContent = {
	/** Copies what is whole of another file and answers with its last row. */
	readonly copy?: (db: DatabaseSync) => ChainPoint;
	/** What follows, in one transaction. */
	readonly rows: readonly NewRow[];
};

/** Throws what the disk throws; nothing but the fresh file is touched. */
export function makeFresh(folder: string, {copy, rows}: FreshContent): void {
	removeDatabase(folder, freshFileName);
	const path = join(folder, freshFileName);
	const db = openForWriting(path);
	try {
		makeTable(db);
		const end = createWriter(db, path, copy?.(db) ?? chainStart).write(rows);
		if (!end.ok) throw Object.assign(new Error(end.fault.detail), {code: 'EIO', syscall: 'write'});
		// The last one out writes everything into the one file.
		db.close();
	} catch (error) {
		if (db.isOpen) db.close();
		removeDatabase(folder, freshFileName);
		throw error;
	}
}

/** Puts the fresh file into the journal's place, which is kept under another name. */
export function putFreshInPlace(folder: string, keptAs: string): void {
	moveDatabase(folder, journalFileName, keptAs);
	moveDatabase(folder, freshFileName, journalFileName);
}

/**
 * What a crash cut short: the fresh file is complete once the old one is out of the way, and nothing before.
 * @param keptAs a name for what SQLite left beside the old one: it must not be taken for the fresh one's
 */
export function finishFresh(folder: string, keptAs: () => string): void {
	if (!existsSync(join(folder, freshFileName))) return;
	if (existsSync(join(folder, journalFileName))) {
		removeDatabase(folder, freshFileName);
		return;
	}
	// The map of the rows beside (`-shm`) is made anew by whoever opens them; rows that are not there need not be kept.
	const [, rowsBeside = '', mapBeside = ''] = sideSuffixes.map((suffix) =>
		join(folder, journalFileName + suffix),
	);
	rmSync(mapBeside, {force: true});
	if (statSync(rowsBeside, {throwIfNoEntry: false})?.size) moveDatabase(folder, journalFileName, keptAs());
	else rmSync(rowsBeside, {force: true});
	moveDatabase(folder, freshFileName, journalFileName);
}
