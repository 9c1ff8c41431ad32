// Who holds the till, without taking it: whoever only looks must never stand in the way of one who starts.
import {readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import type {LockHolder} from '../core/index.ts';
import {readHolder, unknownHolder} from './holder.ts';
import {holderFileName, lockFileName} from './names.ts';

/**
 * The holder, or null where nobody holds the till. Process 0: held, by whom is not known. A name that a crash left behind and
 * whose number a stranger has now is taken for a holder: whoever looks had better leave the till alone once too often.
 */
export function peekLock(folder: string): LockHolder | null {
	const named = readHolder(join(folder, holderFileName));
	if (named.pid !== 0) return named;
	return isLockedForSystem(join(folder, lockFileName)) ? unknownHolder : null;
}

/** By Linux's own list of locks; other systems have none that can be read, and there the name has to do. */
function isLockedForSystem(path: string): boolean {
	try {
		const {ino} = statSync(path);
		return readFileSync('/proc/locks', 'utf8')
			.split('\n')
			.some((line) => line.includes(' WRITE ') && line.includes(`:${ino} `));
	} catch {
		return false;
	}
}
