// The payments of an open journal: each whole, with what past months hold of it, and those that still matter.
import type {DatabaseSync} from 'node:sqlite';
import type {JournalRow} from '../engine/ports.ts';
import {hasOpenReceipt, isUnsettled, mayBePaidLate} from './judge.ts';
import type {Ledger} from './ledger.ts';
import type {Past} from './months/past.ts';
import {prepareOrderRows} from './order-rows.ts';
import {readRows, type StoredRow} from './stored-row.ts';

export type PaymentRows = {readonly orderId: string; readonly rows: readonly JournalRow[]};

export type Payments = {
	/** All rows of a payment, oldest first; empty for one that never was. */
	storedOf(orderId: string): readonly StoredRow[];
	ofOrder(orderId: string): readonly JournalRow[];
	/** What is not surely over, oldest first, and the newest payment where its receipt stands open. */
	unfinished(): readonly PaymentRows[];
	/** What ended unpaid at or after a time (ISO), oldest first. */
	recentlyEnded(sinceIso: string): readonly PaymentRows[];
};

export function createPayments(db: DatabaseSync, ledger: Ledger, past: Past): Payments {
	const orderRows = prepareOrderRows(db);

	const storedOf = (orderId: string): readonly StoredRow[] => {
		const place = ledger.find(orderId);
		const here = place ? orderRows(orderId, place.firstSeq, place.lastSeq) : [];
		// A payment that went on after its month was over (a refund …) began in a past one.
		return here[0]?.type === 'payment.started' ? here : [...past.rowsOf(orderId), ...here];
	};
	const ofOrder = (orderId: string): readonly JournalRow[] => readRows(storedOf(orderId));
	const withRows = (orderIds: readonly string[]): readonly PaymentRows[] =>
		orderIds.map((orderId) => ({orderId, rows: ofOrder(orderId)}));
	const placeOf = (orderId: string): number => ledger.find(orderId)?.firstSeq ?? 0;

	return {
		storedOf,
		ofOrder,
		unfinished() {
			const newest = ledger.newest();
			const wanted = new Set([...ledger.maybeOpen(), ...(newest === null ? [] : [newest])]);
			return withRows([...wanted])
				.filter(({orderId, rows}) => isUnsettled(rows) || (orderId === newest && hasOpenReceipt(rows)))
				.sort((a, b) => placeOf(a.orderId) - placeOf(b.orderId));
		},
		recentlyEnded: (sinceIso) =>
			withRows(ledger.maybeUnpaidSince(sinceIso)).filter(({rows}) => mayBePaidLate(rows)),
	};
}
