// What SQLite and the disk throw, as fixed words. Whatever the disk does is an expected end here, not a fault of the program.
import {cleanText, type JournalFault} from '../core/index.ts';

/** SQLite's primary result codes (the low byte of an extended one). */
const codes: Readonly<Record<number, JournalFault['code']>> = {
	3: 'CANNOT_OPEN',
	5: 'BUSY',
	6: 'BUSY',
	8: 'READ_ONLY',
	10: 'DISK_ERROR',
	11: 'DAMAGED',
	13: 'DISK_FULL',
	14: 'CANNOT_OPEN',
	23: 'CANNOT_OPEN',
	26: 'DAMAGED',
};

const systemCodes: Readonly<Record<string, JournalFault['code']>> = {
	ENOSPC: 'DISK_FULL',
	EDQUOT: 'DISK_FULL',
	EFBIG: 'DISK_FULL',
	EROFS: 'READ_ONLY',
	EIO: 'DISK_ERROR',
	ENOENT: 'CANNOT_OPEN',
	EACCES: 'CANNOT_OPEN',
	EPERM: 'CANNOT_OPEN',
	ELOOP: 'CANNOT_OPEN',
	ENOTDIR: 'CANNOT_OPEN',
	EISDIR: 'CANNOT_OPEN',
};

/** SQLite's number, null for an error that is not SQLite's. */
const sqliteCode = (error: Error): number | null =>
	'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;

/** The fault behind an error of SQLite or the file system; anything else is a bug and is thrown on. */
export function faultOf(error: unknown): JournalFault {
	if (!(error instanceof Error)) throw error;
	const detail = cleanText(error.message, 120);
	const sqlite = sqliteCode(error);
	if (sqlite !== null) return {code: codes[sqlite] ?? 'OTHER', detail};
	if ('code' in error && typeof error.code === 'string' && 'syscall' in error)
		return {code: systemCodes[error.code] ?? 'OTHER', detail: error.code};
	throw error;
}

/**
 * Whether an error while rows are read says that the file itself is damaged: malformed (11), no database (26), a table that
 * is not ours any more (1), a number that no row of ours has.
 */
export function isDamage(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const sqlite = sqliteCode(error);
	return (
		sqlite === 1 || sqlite === 11 || sqlite === 26 || ('code' in error && error.code === 'ERR_OUT_OF_RANGE')
	);
}
