// The SQLite file: how it is opened for writing and for reading, and its one table.
import {lstatSync} from 'node:fs';
import {DatabaseSync} from 'node:sqlite';
import {makePrivateFile} from './disk.ts';

/** `PRAGMA user_version` of the files that this program writes. */
export const schemaVersion = 1;

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

/** Opens a file to read beside a writer; nothing can be changed through it. */
export const openForReading = (path: string): DatabaseSync =>
	settled(new DatabaseSync(path, {readOnly: true, timeout: 2000}), (db) => {
		db.exec('PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON');
	});

export const versionOf = (db: DatabaseSync): number =>
	Number(db.prepare('PRAGMA user_version').get()?.['user_version']);

/** Whether the file has no table at all: it was just made. */
export const isEmpty = (db: DatabaseSync): boolean =>
	db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'] === 0;

export function makeTable(db: DatabaseSync): void {
	db.exec(`BEGIN IMMEDIATE; ${table}; PRAGMA user_version=${schemaVersion}; COMMIT`);
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
