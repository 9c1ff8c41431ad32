// One process a till: a lock of the operating system, so that it dies with its process, whatever ends it.
// It is SQLite's lock on a small file. NEVER open that file by other means in this process: closing it would drop the lock.
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import type {JournalFault, LockHolder} from '../core/index.ts';
import {makePrivateFile} from './disk.ts';
import {faultOf} from './fault.ts';
import {readHolder, unknownHolder, writeHolder} from './holder.ts';
import {holderFileName, lockFileName} from './names.ts';

export type LockEnd =
	| {
			readonly ok: true;
			/** Lets the till go; a second call does nothing. */
			readonly release: () => void;
	  }
	| {
			readonly ok: false;
			/** Whoever holds the till. Process 0: not known (it has only just begun, or `fault` is set). */
			readonly holder: LockHolder;
			/** Set where nobody holds the till, but the folder takes no lock. */
			readonly fault: JournalFault | null;
	  };

/**
 * Takes the till for this process, or says who has it. Never waits.
 * @param command what the holder does, for whoever finds the till held: a command's name, never its arguments
 */
export function acquireLock(folder: string, command: string): LockEnd {
	const path = join(folder, lockFileName);
	const holderPath = join(folder, holderFileName);
	let db: DatabaseSync | null = null;
	try {
		makePrivateFile(path);
		db = new DatabaseSync(path, {timeout: 0});
		db.exec('BEGIN EXCLUSIVE');
		writeHolder(holderPath, {pid: process.pid, since: new Date().toISOString(), command});
		return {ok: true, release: releaseOf(db, holderPath)};
	} catch (error) {
		db?.close();
		const fault = faultOf(error);
		return fault.code === 'BUSY'
			? {ok: false, holder: readHolder(holderPath), fault: null}
			: {ok: false, holder: unknownHolder, fault};
	}
}

function releaseOf(db: DatabaseSync, holderPath: string): () => void {
	return () => {
		if (!db.isOpen) return;
		// While the lock is still ours: the next holder's name must not be removed.
		rmSync(holderPath, {force: true});
		db.close();
	};
}
