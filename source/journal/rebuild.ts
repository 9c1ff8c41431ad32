// A broken journal is put aside; all of it that can be trusted goes on in a fresh file, chain and all.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {JournalDamage} from '../core/index.ts';
import type {ChainPoint} from './chain.ts';
import {makeTable, openForWriting} from './database.ts';
import {moveDatabase, removeDatabase} from './disk.ts';
import {partsOf} from './entry.ts';
import {freshFileName, journalFileName} from './names.ts';
import type {Doubtful} from './survey.ts';
import {createWriter, type NewRow} from './writer.ts';

export type Broken = {
	readonly last: ChainPoint;
	readonly damage: JournalDamage;
	readonly doubtful: readonly Doubtful[];
};

/**
 * Makes the fresh file, complete and synced, before the broken one is touched. The broken one must be closed.
 * @returns the name under which it is kept
 */
export function rebuild(folder: string, broken: Broken, now: Date): string {
	removeDatabase(folder, freshFileName);
	makeFresh(folder, broken, now.toISOString());
	const kept = freeName(folder, now);
	moveDatabase(folder, journalFileName, kept);
	moveDatabase(folder, freshFileName, journalFileName);
	return kept;
}

/** A rebuild that a crash cut short: the fresh file is complete once the broken one is out of the way, and nothing before. */
export function finishRebuild(folder: string, now: Date): void {
	if (!existsSync(join(folder, freshFileName))) return;
	if (existsSync(join(folder, journalFileName))) {
		removeDatabase(folder, freshFileName);
		return;
	}
	// What SQLite kept beside the broken file must not be taken for the fresh one's.
	moveDatabase(folder, journalFileName, freeName(folder, now));
	moveDatabase(folder, freshFileName, journalFileName);
}

function makeFresh(folder: string, {last, doubtful}: Broken, at: string): void {
	const path = join(folder, freshFileName);
	const db = openForWriting(path);
	try {
		makeTable(db);
		if (last.seq > 0) {
			db.prepare('ATTACH DATABASE ? AS broken').run(join(folder, journalFileName));
			db.prepare(
				'INSERT INTO events SELECT seq, at, order_id, type, body, hash FROM broken.events WHERE seq <= ? ORDER BY seq',
			).run(last.seq);
			db.exec('DETACH DATABASE broken');
		}
		const end = createWriter(db, path, last).write(doubtful.flatMap((payment) => rowsOf(payment, at)));
		if (!end.ok) throw Object.assign(new Error(end.fault.detail), {code: 'EIO', syscall: 'write'});
	} finally {
		// The last one out writes everything into the one file.
		db.close();
	}
}

/** What happened to such a payment after the break is not known for sure: nothing is done by itself, a person decides. */
function rowsOf({orderId, started}: Doubtful, at: string): readonly NewRow[] {
	const quarantined = partsOf({type: 'payment.quarantined', reason: 'JOURNAL_BROKEN'});
	return [
		...(started ? [{...started, orderId, type: 'payment.started'}] : []),
		{at, orderId, ...quarantined},
	];
}

/** `journal.broken-20260131T090000Z.sqlite`; a number is added where that is taken. */
function freeName(folder: string, now: Date): string {
	const stamp = now.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
	let number = 1;
	let name = `journal.broken-${stamp}.sqlite`;
	while (existsSync(join(folder, name))) {
		number += 1;
		name = `journal.broken-${stamp}-${number}.sqlite`;
	}
	return name;
}
