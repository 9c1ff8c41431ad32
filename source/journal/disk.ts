// Renames and new files, on disk when they return.
import {closeSync, existsSync, fchownSync, fsyncSync, openSync, renameSync, rmSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {sideSuffixes} from './names.ts';

/** Has what happened to the names in a folder on disk. */
export function syncFolder(folder: string): void {
	// Windows opens no folders; there a rename is on disk when it returns.
	if (process.platform === 'win32') return;
	const handle = openSync(folder, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}

/**
 * Makes a file for the owner of the folder alone, if it is not there. The owner of the folder, not of this process: support that
 * looks with root's rights must not leave files behind that the cashier cannot open.
 */
export function makePrivateFile(path: string): void {
	if (existsSync(path)) return;
	const handle = openSync(path, 'wx', 0o600);
	try {
		const {uid, gid} = statSync(dirname(path));
		if (process.getuid?.() === 0 && uid !== 0) fchownSync(handle, uid, gid);
	} finally {
		closeSync(handle);
	}
	syncFolder(dirname(path));
}

/** Moves a database with all that SQLite keeps beside it; what is not there is left out. */
export function moveDatabase(folder: string, from: string, to: string): void {
	for (const suffix of sideSuffixes) {
		const path = join(folder, from + suffix);
		if (existsSync(path)) renameSync(path, join(folder, to + suffix));
	}
	syncFolder(folder);
}

export function removeDatabase(folder: string, name: string): void {
	for (const suffix of sideSuffixes) rmSync(join(folder, name + suffix), {force: true});
}
