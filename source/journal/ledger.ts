// All payments of a journal at a glance, kept up row by row. It names the few that have to be looked at more closely.
import {advance, newStanding, type Standing} from './standing.ts';

export type Ledger = {
	/** Takes a row in; rows come in their order. Throws for a body that is no JSON. */
	take(seq: number, at: string, orderId: string | null, type: string, body: string): void;
	/** Where a payment's rows lie. */
	find(orderId: string): {readonly firstSeq: number; readonly lastSeq: number} | null;
	/** Payments that may not be over, oldest first. */
	maybeOpen(): readonly string[];
	/** Payments that may have ended unpaid at or after a time, oldest first. */
	maybeUnpaidSince(sinceIso: string): readonly string[];
	/** The payment that was started last. */
	newest(): string | null;
};

export function createLedger(): Ledger {
	const standings = new Map<string, Standing>();
	let newest: string | null = null;
	// Rows of one payment mostly follow each other: the last one is tried before the map is asked.
	let lastId: string | null = null;
	let lastStanding: Standing | undefined;

	const idsOf = (isWanted: (standing: Standing) => boolean): readonly string[] =>
		[...standings]
			.filter(([, standing]) => isWanted(standing))
			.sort(([, a], [, b]) => a.firstSeq - b.firstSeq)
			.map(([orderId]) => orderId);

	return {
		take(seq, at, orderId, type, body) {
			if (orderId === null) return;
			let standing = orderId === lastId ? lastStanding : standings.get(orderId);
			if (!standing) {
				standing = newStanding(seq);
				standings.set(orderId, standing);
			}
			lastId = orderId;
			lastStanding = standing;
			advance(standing, seq, at, type, body);
			if (type === 'payment.started') newest = orderId;
		},
		find: (orderId) => standings.get(orderId) ?? null,
		maybeOpen: () => idsOf(({kind}) => kind === 'live' || kind === 'matter'),
		maybeUnpaidSince: (sinceIso) =>
			idsOf(({kind, endedAt}) => (kind === 'unpaid' || kind === 'matter') && endedAt >= sinceIso),
		newest: () => newest,
	};
}
