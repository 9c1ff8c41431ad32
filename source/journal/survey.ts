// A journal looked through at start: its payments, its newest row, and whether it is whole.
import type {DatabaseSync} from 'node:sqlite';
import type {JournalDamage} from '../core/index.ts';
import type {Bell} from './bell.ts';
import {type ChainPoint, chainStart} from './chain.ts';
import {isDamage} from './fault.ts';
import {isUnsettled} from './judge.ts';
import {createLedger, type Ledger} from './ledger.ts';
import {continuedOf} from './months/continued.ts';
import type {Past} from './months/past.ts';
import {prepareOrderRows} from './order-rows.ts';
import {readRows} from './stored-row.ts';
import {type RowVisitor, type Walked, walk} from './walk.ts';

export type Survey =
	| {readonly type: 'whole'; readonly ledger: Ledger; readonly last: ChainPoint}
	| {
			readonly type: 'broken';
			/** The newest row that can be trusted. */
			readonly last: ChainPoint;
			readonly damage: JournalDamage;
			readonly doubtful: readonly Doubtful[];
	  };

/** A payment that is not over where the break is, or not over by what follows it. */
export type Doubtful = {
	readonly orderId: string;
	/** Its `payment.started` where that stands after the break; null where it stands before. */
	readonly started: {readonly at: string; readonly body: string} | null;
};

/** Walks all rows once. `bell`: what readers were last told, if anything. */
export function survey(db: DatabaseSync, bell: Bell | null, past: Past): Survey {
	const ledger = createLedger();
	const startedAfter = new Map<string, {at: string; body: string}>();
	let openBefore: readonly string[] | null = null;
	let isBellThere = bell === null || bell.last.seq === 0;

	const visit: RowVisitor = (seq, at, orderId, type, body, hash) => {
		ledger.take(seq, at, orderId, type, body);
		if (seq === bell?.last.seq && hash === bell.last.hash) isBellThere = true;
		if (seq !== 1) return;
		// A month that has only just begun: the bell still speaks of the last row of the one before.
		const before = continuedOf(seq, type, body);
		if (before && before.seq === bell?.last.seq && before.hash === bell.last.hash) isBellThere = true;
	};
	const visitAfter: RowVisitor = (seq, at, orderId, type, body) => {
		openBefore ??= ledger.maybeOpen();
		if (!isJson(body)) return;
		ledger.take(seq, at, orderId, type, body);
		if (orderId !== null && type === 'payment.started') startedAfter.set(orderId, {at, body});
	};

	const walked = walk(db, chainStart, visit, visitAfter);
	const isEndThere = isBellThere && !(walked.last.seq === 0 && past.isThere);
	const damage = walked.damage ?? (isEndThere ? null : missing('tail', walked)) ?? writeDamage(db, walked);
	if (!damage) return {type: 'whole', ledger, last: walked.last};
	const orderRows = prepareOrderRows(db);
	const isOpenBy = (orderId: string, lastSeq: number): boolean => {
		const place = ledger.find(orderId);
		try {
			if (!place) return false;
			const here = orderRows(orderId, place.firstSeq, Math.min(place.lastSeq, lastSeq));
			const isWhole = here[0]?.type === 'payment.started';
			return isUnsettled(readRows(isWhole ? here : [...past.rowsOf(orderId), ...here]));
		} catch {
			// What cannot be read is no proof that it is over.
			return true;
		}
	};
	const open = [...new Set([...(openBefore ?? []), ...ledger.maybeOpen()])].filter(
		(orderId) => isOpenBy(orderId, walked.last.seq) || isOpenBy(orderId, Number.MAX_SAFE_INTEGER),
	);
	const doubtful = open.flatMap((orderId): readonly Doubtful[] => {
		const isTrusted = (ledger.find(orderId)?.firstSeq ?? 0) <= walked.last.seq;
		const started = startedAfter.get(orderId) ?? null;
		return isTrusted ? [{orderId, started: null}] : started ? [{orderId, started}] : [];
	});
	return {type: 'broken', last: walked.last, damage, doubtful};
}

const missing = (reason: JournalDamage['reason'], {last, lastAt}: Walked): JournalDamage => ({
	seq: last.seq + 1,
	reason,
	lastAt,
	rowsAfter: 0,
	ordersAfter: [],
});

/** Pages that only a write meets: one row is put in and taken back. */
function writeDamage(db: DatabaseSync, walked: Walked): JournalDamage | null {
	try {
		db.exec('BEGIN IMMEDIATE');
		const probe = db.prepare("INSERT INTO events VALUES (?, '', NULL, '', '', x'')");
		probe.run(walked.last.seq + 1);
		return null;
	} catch (error) {
		return isDamage(error) ? missing('unreadable', walked) : null;
	} finally {
		if (db.isTransaction) db.exec('ROLLBACK');
	}
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
