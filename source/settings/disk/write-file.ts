// Writes a settings file as a whole or not at all: beside it, synced, then renamed into its place.
import {
	closeSync,
	existsSync,
	fchownSync,
	fsyncSync,
	mkdirSync,
	openSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import type {SettingsProblem} from '../../core/index.ts';
import {problem} from '../problem.ts';
import {errorCode} from './error-code.ts';

/** null: written and on disk. The file is its owner's alone (0600); the owner stays who it was. */
export function writeSettingsFile(path: string, bytes: Uint8Array): SettingsProblem | null {
	const beside = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
	try {
		rmSync(beside, {force: true});
		const handle = openSync(beside, 'wx', 0o600);
		try {
			keepOwner(path, handle);
			writeAll(handle, bytes);
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		renameSync(beside, path);
		syncFolder(dirname(path));
		return null;
	} catch (error) {
		return discarded(beside, basename(path), errorCode(error));
	}
}

/** Makes the till's folder for its owner alone, with the folders above it that are not there. */
export function makeTillFolder(folder: string): SettingsProblem | null {
	try {
		makeFolders(folder);
		return null;
	} catch (error) {
		return problem('writeFailed', folder, {params: {errno: errorCode(error)}});
	}
}

// One by one: Node's own recursive mkdir never ends where a file system says ENOENT under a folder that is there (/proc).
function makeFolders(folder: string): void {
	if (existsSync(folder)) return;
	if (dirname(folder) !== folder) makeFolders(dirname(folder));
	mkdirSync(folder, {mode: 0o700});
}

/** Has a rename or a new file in a folder on disk. */
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

function writeAll(handle: number, bytes: Uint8Array): void {
	let written = 0;
	while (written < bytes.length) written += writeSync(handle, bytes, written);
}

/** An administrator who edits with root's rights must not take the file away from the cashier. */
function keepOwner(path: string, handle: number): void {
	const old = statSync(path, {throwIfNoEntry: false}) ?? statSync(dirname(path));
	if (process.getuid?.() === 0 && old.uid !== 0) fchownSync(handle, old.uid, old.gid);
}

function discarded(beside: string, file: string, errno: string): SettingsProblem {
	try {
		rmSync(beside, {force: true});
	} catch {
		// The disk that refused the file may refuse its removal too; the next write removes it.
	}
	return problem('writeFailed', file, {params: {errno}});
}
