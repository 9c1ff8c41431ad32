// Writes events into the journal: equal answers folded, and what a failing disk refused kept in order until it takes rows again.
import {foldAnswers, type PaymentEvent} from '../core/index.ts';
import type {JournalPort} from './ports.ts';

type Rows = {readonly orderId: string; readonly events: readonly PaymentEvent[]; readonly at: string};

export type Recorder = {
	/**
	 * Has the events on disk, or says why not. Those of a running payment are then kept in memory and written as soon as
	 * the disk recovers; an intent whose effect must never happen twice (a payment, a receipt, a refund) is not kept: what
	 * it speaks of is not begun without it.
	 */
	record(orderId: string, events: readonly PaymentEvent[], at: string): string | null;
	/** Whether rows wait for the disk to take them. */
	isBehind(): boolean;
	/** Tries to write what waits; says why it still cannot. */
	catchUp(): string | null;
	/** Writes the answers that are still being folded, and what waits. */
	flush(at: string): void;
};

/** Intents without which a next process would do the same once more. */
const onlyOnce: ReadonlySet<PaymentEvent['type']> = new Set([
	'payment.started',
	'receipt.closing',
	'refund.requested',
]);

/** The only writer of a till's payments. */
export function createRecorder(journal: JournalPort): Recorder {
	const pending = new Map<string, ReturnType<typeof foldAnswers>['pending']>();
	let unwritten: readonly Rows[] = [];

	const catchUp = (): string | null => {
		while (unwritten[0]) {
			const end = journal.append(unwritten[0].orderId, unwritten[0].events, unwritten[0].at);
			if (end.type === 'failed') return end.text;
			unwritten = unwritten.slice(1);
		}
		return null;
	};

	const write = (rows: Rows): string | null => {
		const fault = catchUp();
		if (fault !== null || rows.events.length === 0) return fault;
		const end = journal.append(rows.orderId, rows.events, rows.at);
		return end.type === 'failed' ? end.text : null;
	};

	const writeOrKeep = (rows: Rows): string | null => {
		const fault = write(rows);
		if (fault !== null && rows.events.length > 0) unwritten = [...unwritten, rows];
		return fault;
	};

	return {
		record(orderId, events, at) {
			const folded = foldAnswers(pending.get(orderId) ?? null, events);
			const rows = {orderId, events: folded.rows, at};
			const isIntent = events.some(({type}) => onlyOnce.has(type));
			const fault = isIntent ? write(rows) : writeOrKeep(rows);
			if (fault === null || !isIntent) pending.set(orderId, folded.pending);
			return fault;
		},
		isBehind: () => unwritten.length > 0,
		catchUp,
		flush(at) {
			for (const [orderId, answer] of pending) {
				if (answer) writeOrKeep({orderId, events: [answer], at});
			}
			pending.clear();
			catchUp();
		},
	};
}
