// Who holds the till, for people: a name beside the lock. It is not the lock: one that a crash left behind holds nobody up.
import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {cleanText, type LockHolder} from '../core/index.ts';
import {makePrivateFile} from './disk.ts';

/** The lock is held, but its holder has not written its name yet. */
export const unknownHolder: LockHolder = {pid: 0, since: '', command: ''};

/** Best effort: a full disk must not keep anybody from taking up what is unfinished. */
export function writeHolder(path: string, holder: LockHolder): void {
	try {
		makePrivateFile(path);
		writeFileSync(path, JSON.stringify(holder));
	} catch {
		// The lock holds without it; the second one is only not told whose it is.
	}
}

/** The name that stands there, if its process is alive. */
export function readHolder(path: string): LockHolder {
	try {
		if (statSync(path).size > 4096) return unknownHolder;
		const {pid, since, command} = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
		if (typeof pid !== 'number' || !isAlive(pid) || Number.isNaN(Date.parse(String(since))))
			return unknownHolder;
		return {pid, since: cleanText(String(since), 30), command: cleanText(String(command), 60)};
	} catch {
		return unknownHolder;
	}
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// Somebody else's process is alive too.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
