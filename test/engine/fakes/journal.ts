// A journal in memory that keeps the promises of the real one: whole transactions, in order, on disk when it says so.
import type {AppendEnd, JournalPort, JournalPulse, JournalRow} from '../../../source/engine/index.ts';

export type FakeJournal = JournalPort & {
	readonly rows: readonly JournalRow[];
	readonly pulses: readonly JournalPulse[];
	/** From now on the disk takes nothing (a text) or works again (null). */
	refuse(text: string | null): void;
	/** The types on disk of one order, in order. */
	types(orderId?: string): readonly string[];
};

/** An empty journal, or one that a former process left. */
export function fakeJournal(left: readonly JournalRow[] = []): FakeJournal {
	const rows: JournalRow[] = [...left];
	const pulses: JournalPulse[] = [];
	let refusal: string | null = null;
	const ofOrder = (orderId: string): readonly JournalRow[] => rows.filter((row) => row.orderId === orderId);
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
			const ids = new Set(rows.flatMap((row) => row.orderId ?? []));
			return [...ids].map((orderId) => ({orderId, rows: ofOrder(orderId)}));
		},
		ofOrder,
		beat: (pulse) => void pulses.push(pulse),
	};
}
