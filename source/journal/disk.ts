// Renames and new files, on disk when they return.
import {closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
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
