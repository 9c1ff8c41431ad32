// A till's folder with a journal for a test.
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {onTestFinished} from 'vitest';
import type {PaymentEvent} from '../../source/core/index.ts';
import {type Journal, openJournal, readJournal} from '../../source/journal/index.ts';

export function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-journal-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

/** The folder as it is at this moment, as a crash would leave it. */
export function copyOf(folder: string): string {
	const copy = newFolder();
	cpSync(folder, copy, {recursive: true});
	return copy;
}

/** When the tests' rows are written: their month is not over. */
export const within = (): Date => new Date('2026-01-31T10:00:00Z');

/** An open journal that is closed when the test ends. */
export function openedIn(folder: string, now: () => Date = within): Journal {
	const end = openJournal({folder, now});
	if (!end.ok) throw new Error(end.text);
	onTestFinished(() => end.journal.close());
	return end.journal;
}

/** Opens a whole journal at a given time, lets something happen, and closes it. */
export function visit(folder: string, now: () => Date, happen: (journal: Journal) => unknown = () => null) {
	const end = openJournal({folder, now});
	if (!end.ok || end.broken) throw new Error(end.ok ? 'it was broken' : end.text);
	happen(end.journal);
	end.journal.close();
}

/** A folder whose journal has been written to and closed. */
export function written(...payments: readonly (readonly [string, readonly PaymentEvent[]])[]): string {
	const folder = newFolder();
	const end = openJournal({folder, now: within});
	if (!end.ok) throw new Error(end.text);
	write(end.journal, ...payments);
	end.journal.close();
	return folder;
}

/** One append for each payment; its time is second by second the number of rows before it. */
export function write(
	journal: Journal,
	...payments: readonly (readonly [string, readonly PaymentEvent[]])[]
): void {
	let second = 0;
	for (const [orderId, events] of payments) {
		journal.append(orderId, events, new Date(Date.UTC(2026, 0, 31, 9, 0, second)).toISOString());
		second += events.length;
	}
}

export const rowsIn = (folder: string): readonly string[] => {
	const rows: string[] = [];
	readJournal(folder, {
		onRow: ({seq, at, orderId, event}) => rows.push(JSON.stringify([seq, at, orderId, event])),
		onTill: ({seq, at, event}) => rows.push(JSON.stringify([seq, at, null, event])),
	});
	return rows;
};

/** Changes a journal behind its back. */
export function tamper(folder: string, sql: string, file = 'journal.sqlite'): void {
	const db = new DatabaseSync(join(folder, file));
	db.exec(sql);
	db.close();
}

export * from './events.ts';
