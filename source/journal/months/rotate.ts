// A month that is over goes into a file of its own, at opening and never in the middle of a payment. What still matters is taken
// over into the new file, so that nobody has to look back for it; what is over is looked up in the past months.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {makeFresh, putFreshInPlace} from '../fresh.ts';
import {isUnderWay} from '../judge.ts';
import {monthFileName} from '../names.ts';
import {createPayments, type Payments} from '../payments.ts';
import type {Survey} from '../survey.ts';
import {headOf} from './head.ts';
import {ordersOf} from './orders.ts';
import type {Past} from './past.ts';

type Whole = Extract<Survey, {type: 'whole'}>;

/** Late money is looked for a day long; a clock that is set between two starts must not shorten that. */
const lateReachMs = 2 * 86_400_000;

/**
 * The month (UTC, `2026-01`) whose file has to be closed, or null: the file's own month is not over, a payment is under way.
 * A first row that a wrong clock put into the future does not keep the file open for years.
 */
export function monthThatIsOver(db: DatabaseSync, payments: Payments, now: Date): string | null {
	const ends = db.prepare('SELECT at FROM events WHERE seq = 1 OR seq = (SELECT max(seq) FROM events)').all();
	const [month] = ends.map(({at}) => String(at).slice(0, 7)).sort();
	if (month === undefined || !/^\d{4}-\d\d$/.test(month) || month >= now.toISOString().slice(0, 7))
		return null;
	return payments.unfinished().some(({rows}) => isUnderWay(rows)) ? null : month;
}

/**
 * Moves the file of a month that is over and begins the next one. Closes `db`, if it does anything at all.
 * Throws what the disk throws; wherever it stops, `finishFresh` finds a whole journal.
 * @returns `not now`: a reader is in the middle of something, the next start tries again
 */
export function rotate(
	folder: string,
	db: DatabaseSync,
	{ledger, last}: Whole,
	past: Past,
	now: Date,
): 'nothing to do' | 'not now' | 'done' {
	const payments = createPayments(db, ledger, past);
	const month = monthThatIsOver(db, payments, now);
	if (month === null) return 'nothing to do';
	// Rows must not lie in two files while one of them is renamed.
	const [emptied] = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
	if (emptied?.['busy'] !== 0) return 'not now';
	const file = freeMonthName(folder, month);
	const carried = idsThatMatter(payments, ledger, now).map(payments.storedOf);
	makeFresh(folder, {rows: headOf({file, last}, carried, now.toISOString())});
	db.close();
	putFreshInPlace(folder, file);
	ordersOf(folder, file, true);
	return 'done';
}

/** What a new file takes over. The newest payment goes along in any case: whichever is the newest in its file is the one whose receipt may be open. */
export function idsThatMatter(payments: Payments, ledger: Whole['ledger'], now: Date): readonly string[] {
	const sinceIso = new Date(now.getTime() - lateReachMs).toISOString();
	const matter = [...payments.unfinished(), ...payments.recentlyEnded(sinceIso)].map(({orderId}) => orderId);
	const newest = ledger.newest();
	const ids = new Set(newest === null ? matter : [...matter, newest]);
	const placeOf = (orderId: string): number => ledger.find(orderId)?.firstSeq ?? 0;
	return [...ids].sort((a, b) => placeOf(a) - placeOf(b));
}

function freeMonthName(folder: string, month: string): string {
	let number = 1;
	while (existsSync(join(folder, monthFileName(month, number)))) number += 1;
	return monthFileName(month, number);
}
