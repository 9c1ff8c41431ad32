// The SQLite file: how it is opened for writing and for reading, and its one table.
import {lstatSync, statSync} from 'node:fs';
import {basename} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {pathToFileURL} from 'node:url';
import {makePrivateFile} from './disk.ts';
import {faultOf, isDamage} from './fault.ts';
import {isMonthFile} from './names.ts';

/**
 * `PRAGMA user_version` of the files that this program writes. 1: one file for all years (0.1.0). 2: a file may go on from
 * those of past months; the table is the same, but a program that knows 1 alone would take their payments for new ones.
 */
export const schemaVersion = 2;

const table = `CREATE TABLE events(
	seq INTEGER PRIMARY KEY,
	at TEXT NOT NULL,
	order_id TEXT,
	type TEXT NOT NULL,
	body TEXT NOT NULL,
	hash BLOB NOT NULL
) STRICT`;

/**
 * Opens a file for writing, WAL and fully synced: a row is on disk when its transaction is.
 * Throws what SQLite throws, and for a link in place of the file.
 */
export function openForWriting(path: string): DatabaseSync {
	if (lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink())
		throw Object.assign(new Error('the journal is a link'), {code: 'ELOOP', syscall: 'open'});
	// SQLite gives its side files the rights and the owner of the file itself.
	makePrivateFile(path);
	return settled(new DatabaseSync(path, {timeout: 2000}), (db) => {
		db.exec('PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON');
		db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
	});
}

/** Opens a file to read beside a writer; nothing can be changed through it. Throws `ENOENT` where there is none. */
export function openForReading(path: string): DatabaseSync {
	statSync(path);
	return settled(new DatabaseSync(locationOf(path), {readOnly: true, timeout: 2000}), (db) => {
		db.exec('PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON');
	});
}

/** Nobody writes into a past month any more: said so, SQLite needs no files beside it, and a read-only folder will do. */
function locationOf(path: string): string | URL {
	const isFinished = isMonthFile(basename(path)) && !statSync(`${path}-wal`, {throwIfNoEntry: false})?.size;
	if (!isFinished) return path;
	const location = pathToFileURL(path);
	location.searchParams.set('immutable', '1');
	return location;
}

export const versionOf = (db: DatabaseSync): number =>
	Number(db.prepare('PRAGMA user_version').get()?.['user_version']);

/** Whether the file has no table at all: it was just made. */
export const isEmpty = (db: DatabaseSync): boolean =>
	db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'] === 0;

export function makeTable(db: DatabaseSync): void {
	db.exec(`BEGIN IMMEDIATE; ${table}; PRAGMA user_version=${schemaVersion}; COMMIT`);
}

/**
 * Makes a file of an older program one of this program's, in one transaction; its rows stay as they are. A disk that does not
 * take it now is asked again at the next start: until then the rows are written as they always were.
 */
export function upgrade(db: DatabaseSync): void {
	if (versionOf(db) >= schemaVersion) return;
	try {
		// 1 → 2: the same table under another number.
		db.exec(`BEGIN IMMEDIATE; PRAGMA user_version=${schemaVersion}; COMMIT`);
	} catch (error) {
		if (db.isTransaction) db.exec('ROLLBACK');
		if (isDamage(error)) throw error;
		faultOf(error);
	}
}

/** A database that fails to be set up is closed before the error goes on. */
function settled(db: DatabaseSync, setUp: (db: DatabaseSync) => void): DatabaseSync {
	try {
		setUp(db);
		return db;
	} catch (error) {
		db.close();
		throw error;
	}
}
