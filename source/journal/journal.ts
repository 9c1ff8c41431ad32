// The journal of a till, open for its one writer. What happened is never changed.
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import type {JournalFault} from '../core/index.ts';
import type {AppendEnd, JournalPort, JournalPulse} from '../engine/ports.ts';
import {ring} from './bell.ts';
import {entryOf, isPaymentRow, partsOf, type TillFacts} from './entry.ts';
import type {Past} from './months/past.ts';
import {journalFileName} from './names.ts';
import {createPayments, type PaymentRows} from './payments.ts';
import type {Survey} from './survey.ts';
import {createWriter, type NewRow} from './writer.ts';

export type Journal = JournalPort & {
	/** Payments that ended unpaid at or after a time (ISO), oldest first: late money may come for them. */
	recentlyEnded(sinceIso: string): readonly PaymentRows[];
	/** Who opened the till, and who closed it. */
	tillOpened(facts: TillFacts): AppendEnd;
	tillClosed(facts: TillFacts): AppendEnd;
	/** Why the last append failed; null after one that did not. */
	fault(): JournalFault | null;
	/** Closes the file; everything appended is in it. */
	close(): void;
};

/** The open file as the engine sees it. */
export function createJournal(
	folder: string,
	db: DatabaseSync,
	{ledger, last}: Extract<Survey, {type: 'whole'}>,
	past: Past,
): Journal {
	const writer = createWriter(db, join(folder, journalFileName), last);
	const {ofOrder, unfinished, recentlyEnded} = createPayments(db, ledger, past);
	let pulse: JournalPulse | null = null;
	let fault: JournalFault | null = null;
	ring(folder, {last, pulse});

	const write = (rows: readonly NewRow[]): AppendEnd => {
		if (rows.length === 0) return {type: 'written', rows: []};
		const end = writer.write(rows);
		fault = end.ok ? null : end.fault;
		if (!end.ok) return {type: 'failed', text: textOf(end.fault)};
		const entries = rows.map(({at, orderId, type, body}, index) => {
			const seq = end.firstSeq + index;
			ledger.take(seq, at, orderId, type, body);
			return entryOf(seq, at, orderId, type, body);
		});
		ring(folder, {last: writer.last(), pulse});
		return {type: 'written', rows: entries.filter(isPaymentRow)};
	};

	const aboutTill = (type: 'till.opened' | 'till.closed', facts: TillFacts): AppendEnd =>
		write([{at: new Date().toISOString(), orderId: null, ...partsOf({type, ...facts})}]);

	return {
		append(orderId, events, at) {
			// A past month knows this order, but its rows cannot be read any more: nobody can say that it was not paid.
			const isBegunAnew = events[0]?.type === 'payment.started' && orderId !== null && past.has(orderId);
			if (isBegunAnew && ofOrder(orderId).length === 0) return {type: 'failed', text: 'DAMAGED'};
			return write(events.map((event) => ({at, orderId, ...partsOf(event)})));
		},
		unfinished,
		recentlyEnded,
		ofOrder,
		beat(newPulse) {
			pulse = newPulse;
			ring(folder, {last: writer.last(), pulse});
		},
		tillOpened: (facts) => aboutTill('till.opened', facts),
		tillClosed: (facts) => aboutTill('till.closed', facts),
		fault: () => fault,
		close: () => db.close(),
	};
}

const textOf = ({code, detail}: JournalFault): string => (detail === '' ? code : `${code}: ${detail}`);
