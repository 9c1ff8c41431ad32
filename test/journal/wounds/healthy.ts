// The journal that is hurt: two months, payments over and open, the newest rows still in SQLite's side file, as a kill leaves them.
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {openJournal, readJournal} from '../../../source/journal/index.ts';
import {created, ended, paid, started, whole} from '../events.ts';

export const pastFile = 'journal-2026-01.sqlite';
export const currentFile = 'journal.sqlite';
export const besideFile = 'journal.sqlite-wal';
export const now = (): Date => new Date('2026-02-20T12:00:00Z');

export type Healthy = {
	readonly folder: string;
	readonly orderIds: readonly string[];
	/** What may be handed on, each as often as it stands here. */
	readonly rows: readonly string[];
	/** The bytes of each row as they lie in a file. */
	bytesOf(file: typeof pastFile | typeof currentFile): readonly Buffer[];
	remove(): void;
};

const open = (folder: string, at: () => Date) => {
	const end = openJournal({folder, now: at});
	if (!end.ok || end.broken) throw new Error('the healthy journal is not');
	return end.journal;
};

export function makeHealthy(): Healthy {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-healthy-'));
	const orderIds: string[] = [];
	const pay = (journal: ReturnType<typeof open>, month: string, count: number): void => {
		for (let n = 0; n < count; n += 1) {
			const orderId = `${month}-${n}`;
			orderIds.push(orderId);
			const events = n % 9 === 4 ? [started(orderId), created, ended('unresolved')] : whole(orderId)[1];
			journal.append(orderId, events, `2026-${month}-10T09:${String(n % 60).padStart(2, '0')}:00.000Z`);
		}
	};
	const january = open(folder, () => new Date('2026-01-10T12:00:00Z'));
	pay(january, '01', 25);
	january.close();
	const early = open(folder, now);
	pay(early, '02', 15);
	early.close();
	const late = open(folder, now);
	orderIds.push('LAST');
	late.append('LAST', [started('LAST'), created, paid], '2026-02-20T12:00:00.000Z');
	const killed = mkdtempSync(join(tmpdir(), 'qrkassa-healthy-'));
	cpSync(folder, killed, {recursive: true, filter: (name) => !name.endsWith('-shm')});
	late.close();
	rmSync(folder, {recursive: true});
	return {
		folder: killed,
		orderIds,
		rows: toldRows(killed),
		bytesOf: (file) => storedBytes(killed, file),
		remove: () => rmSync(killed, {recursive: true}),
	};
}

/** What a reader gets of a journal, number by number aside: a payment may be handed on from one file or from the next. */
export function toldRows(folder: string): readonly string[] {
	const rows: string[] = [];
	readJournal(folder, {onRow: ({at, orderId, event}) => rows.push(JSON.stringify([at, orderId, event]))});
	return rows;
}

function storedBytes(folder: string, file: string): readonly Buffer[] {
	const db = new DatabaseSync(join(folder, file), {readOnly: true});
	try {
		return db
			.prepare('SELECT at, order_id, type, body, hash FROM events ORDER BY seq')
			.all()
			.map((row) =>
				Buffer.concat([
					Buffer.from(`${row['at']}${row['order_id'] ?? ''}${row['type']}${row['body']}`),
					row['hash'] as Uint8Array,
				]),
			);
	} finally {
		db.close();
	}
}
