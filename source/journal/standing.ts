// A payment at a glance: whether its rows alone say that it is over. Kept for every payment of the file while the till runs, so it
// is small, changed in place and reads no body but the first. What it cannot say for sure is left to the fold.

export type Standing = {
	readonly firstSeq: number;
	lastSeq: number;
	/**
	 * `live`: under way. `unpaid`, `paid`: surely over. `matter`: something came after the end (late money, a refund, a
	 * person's word …), and only the fold over all its rows knows.
	 */
	kind: 'live' | 'unpaid' | 'paid' | 'matter';
	hasRegister: boolean;
	/** ISO time of the newest end; '' before. */
	endedAt: string;
};

export const newStanding = (seq: number): Standing => ({
	firstSeq: seq,
	lastSeq: seq,
	kind: 'live',
	hasRegister: true,
	endedAt: '',
});

/** Takes one more row in. `body` is JSON text. */
export function advance(standing: Standing, seq: number, at: string, type: string, body: string): void {
	standing.lastSeq = seq;
	// Most rows are these, and they end nothing.
	if (type.startsWith('status.')) return;
	const isLive = standing.kind === 'live';
	switch (type) {
		case 'payment.started':
			standing.hasRegister = (JSON.parse(body) as {slot?: unknown}).slot !== null;
			return;
		case 'order.rejected':
		case 'payment.declined':
		case 'payment.expired':
		case 'payment.cancelled':
			standing.kind = isLive ? 'unpaid' : 'matter';
			standing.endedAt = at;
			return;
		case 'payment.paid':
			if (!isLive) standing.kind = 'matter';
			else if (!standing.hasRegister) standing.kind = 'paid';
			return;
		case 'receipt.closed':
			standing.kind = isLive ? 'paid' : 'matter';
			return;
		case 'receipt.closing':
		case 'receipt.failed':
		case 'receipt.unknown':
			if (!isLive) standing.kind = 'matter';
			return;
		case 'payment.unresolved':
		case 'payment.quarantined':
		case 'payment.late':
		case 'receipt.dropped':
		case 'refund.requested':
		case 'refund.pending':
		case 'refund.done':
		case 'refund.declined':
			standing.kind = 'matter';
			return;
		case 'resolved':
			standing.kind = 'matter';
			standing.endedAt = at;
	}
}
