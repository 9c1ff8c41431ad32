// All payments of a journal at a glance, kept up row by row: which are not over, which ended a short while ago.
import {advance, isOver, isReceiptOpen, newStanding, type Standing} from './standing.ts';

export type Ledger = {
	/** Takes a row in; rows come in their order. */
	take(seq: number, at: string, orderId: string | null, type: string, body: string): void;
	/** Where a payment's rows lie. */
	find(orderId: string): {readonly firstSeq: number; readonly lastSeq: number} | null;
	/** Payments about which somebody still has to do something, oldest first. */
	unsettled(): readonly string[];
	/** Those, and the newest payment where its receipt stands open for another try. */
	unfinished(): readonly string[];
	/** Payments that ended unpaid at or after a time, though an order was made: late money may come. Oldest first. */
	recentlyEnded(sinceIso: string): readonly string[];
};

export function createLedger(): Ledger {
	const standings = new Map<string, Standing>();
	let newest: string | null = null;

	const idsOf = (isWanted: (standing: Standing, orderId: string) => boolean): readonly string[] =>
		[...standings]
			.filter(([orderId, standing]) => isWanted(standing, orderId))
			.sort(([, a], [, b]) => a.firstSeq - b.firstSeq)
			.map(([orderId]) => orderId);

	return {
		take(seq, at, orderId, type, body) {
			if (orderId === null) return;
			let standing = standings.get(orderId);
			if (!standing) {
				standing = newStanding(seq);
				standings.set(orderId, standing);
			}
			advance(standing, seq, at, type, body);
			if (type === 'payment.started') newest = orderId;
		},
		find: (orderId) => standings.get(orderId) ?? null,
		unsettled: () => idsOf((standing) => !isOver(standing)),
		unfinished: () =>
			idsOf((standing, orderId) => !isOver(standing) || (orderId === newest && isReceiptOpen(standing))),
		recentlyEnded: (sinceIso) =>
			idsOf(
				(standing) =>
					isOver(standing) &&
					!standing.isPaid &&
					(standing.outcome === 'declined' ||
						standing.outcome === 'expired' ||
						standing.outcome === 'cancelled') &&
					(standing.endedAt ?? '') >= sinceIso,
			),
	};
}
