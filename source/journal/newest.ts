// Whether a journal still ends where readers were told that it does: rows taken off its end leave a chain that is whole.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {readBell} from './bell.ts';
import type {ChainPoint} from './chain.ts';
import {openForReading} from './database.ts';
import {journalFileName} from './names.ts';

/**
 * Whether the newest row that readers were told of is there; true where nobody was told of any, and where the file cannot be
 * read at all (that is another finding). A writer rings after its row is on disk, so this holds beside one, too.
 */
export function isNewestThere(folder: string): boolean {
	const told = readBell(folder)?.last ?? null;
	if (!told || told.seq === 0 || holds(folder, told)) return true;
	// A month may have turned just then: the bell has moved on, and the next look agrees.
	const again = readBell(folder)?.last ?? null;
	return again !== null && again.hash !== told.hash && holds(folder, again);
}

function holds(folder: string, {seq, hash}: ChainPoint): boolean {
	const path = join(folder, journalFileName);
	if (!existsSync(path)) return false;
	try {
		const db = openForReading(path);
		try {
			const row = db.prepare('SELECT lower(hex(hash)) AS hash FROM events WHERE seq = ?').get(seq);
			if (row?.['hash'] === hash) return true;
			// A month that has only just begun: its first row speaks of the last one of the month before.
			return db.prepare('SELECT 1 FROM events WHERE seq = 1 AND instr(body, ?) > 0').get(hash) !== undefined;
		} finally {
			db.close();
		}
	} catch {
		return true;
	}
}
