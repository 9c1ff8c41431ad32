// A journal in memory that keeps the promises of the real one: whole transactions, in order, on disk when it says so.
import {evolve, idle, isLive, isOpen, type PaymentState} from '../../../source/core/index.ts';
import type {AppendEnd, JournalPort, JournalPulse, JournalRow} from '../../../source/engine/index.ts';

export type FakeJournal = JournalPort & {
	readonly rows: readonly JournalRow[];
	readonly pulses: readonly JournalPulse[];
	/** From now on the disk takes nothing (a text) or works again (null). */
	refuse(text: string | null): void;
	/** The types on disk of one order, in order. */
	types(orderId?: string): readonly string[];
};

type Payment = {readonly orderId: string; readonly rows: readonly JournalRow[]};

/** Under way, or with a matter left open. */
const isUnsettled = (rows: readonly JournalRow[]): boolean => {
	const state = rows.reduce<PaymentState>((so, {event, at}) => evolve(so, event, Date.parse(at)), idle);
	return state.phase !== 'idle' && (isLive(state) || isOpen(state));
};

/** An empty journal, or one that a former process left. */
export function fakeJournal(left: readonly JournalRow[] = []): FakeJournal {
	const rows: JournalRow[] = [...left];
	const pulses: JournalPulse[] = [];
	let refusal: string | null = null;
	const ofOrder = (orderId: string): readonly JournalRow[] => rows.filter((row) => row.orderId === orderId);
	const everyPayment = (): readonly Payment[] => {
		const ids = new Set(rows.flatMap((row) => row.orderId ?? []));
		return [...ids].map((orderId) => ({orderId, rows: ofOrder(orderId)}));
	};
	return {
		rows,
		pulses,
		refuse(text) {
			refusal = text;
		},
		types: (orderId = 'A-1') => ofOrder(orderId).map(({event}) => event.type),
		append(orderId, events, at): AppendEnd {
			if (refusal !== null) return {type: 'failed', text: refusal};
			const written = events.map((event, index) => ({seq: rows.length + index + 1, at, orderId, event}));
			// Read back as the real one reads: from text.
			rows.push(...(JSON.parse(JSON.stringify(written)) as JournalRow[]));
			return {type: 'written', rows: written};
		},
		unfinished() {
			return everyPayment().filter((payment) => isUnsettled(payment.rows));
		},
		recentlyEnded(sinceIso) {
			const isRecent = ({rows: all}: Payment): boolean => (all.at(-1)?.at ?? '') >= sinceIso;
			return everyPayment().filter((payment) => isRecent(payment) && !isUnsettled(payment.rows));
		},
		ofOrder,
		beat: (pulse) => void pulses.push(pulse),
	};
}
