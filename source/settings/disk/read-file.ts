// Reads a settings file: never through a link, never more than a megabyte, never from what is no plain file.
import {closeSync, constants, fstatSync, lstatSync, openSync, readSync} from 'node:fs';
import {basename} from 'node:path';
import type {SettingsProblem} from '../../core/index.ts';
import {problem} from '../problem.ts';
import {errorCode} from './error-code.ts';

export const maxFileBytes = 1024 * 1024;

export type FileReading =
	| {readonly type: 'read'; readonly bytes: Uint8Array; readonly isOpenToOthers: boolean}
	| {readonly type: 'missing'}
	| {readonly type: 'refused'; readonly problem: SettingsProblem};

/** Reads a whole file; `maxBytes` above the usual only for what is no settings file. */
export function readSettingsFile(path: string, maxBytes = maxFileBytes): FileReading {
	const name = basename(path);
	const refused = (code: SettingsProblem['code'], params: SettingsProblem['params'] = {}): FileReading => ({
		type: 'refused',
		problem: problem(code, name, {params}),
	});
	let handle: number | null = null;
	try {
		if (lstatSync(path).isSymbolicLink()) return refused('fileIsLink');
		// Not blocking: a pipe that lies there instead of a file must not hang the till.
		handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
		const facts = fstatSync(handle);
		if (!facts.isFile()) return refused('fileNotRegular');
		if (facts.size > maxBytes) return refused('fileTooLarge', {mostKiB: maxBytes / 1024});
		return {type: 'read', bytes: readAll(handle, facts.size), isOpenToOthers: isOpenToOthers(facts.mode)};
	} catch (error) {
		const errno = errorCode(error);
		if (errno === 'ENOENT') return {type: 'missing'};
		return errno === 'ELOOP' ? refused('fileIsLink') : refused('fileUnreadable', {errno});
	} finally {
		if (handle !== null) closeSync(handle);
	}
}

/** Whether group or others have any right; Windows has no such rights. */
export const isOpenToOthers = (mode: number): boolean => process.platform !== 'win32' && (mode & 0o077) !== 0;

/** Exactly the size that was found: what is appended meanwhile is another file's business. */
function readAll(handle: number, size: number): Uint8Array {
	const bytes = new Uint8Array(size);
	let filled = 0;
	while (filled < size) {
		const count = readSync(handle, bytes, filled, size - filled, filled);
		if (count === 0) break;
		filled += count;
	}
	return bytes.subarray(0, filled);
}
