// Where a payment stands, by its rows, as far as the journal must know it: over, or somebody still has to do something.
// Kept for every payment of the file while the till runs, so it is small, changed in place, and reads a body only where it must.
import type {Outcome} from '../core/index.ts';

export type Standing = {
	readonly firstSeq: number;
	lastSeq: number;
	/** null: under way. */
	outcome: Outcome | null;
	endedAt: string | null;
	hasRegister: boolean;
	isPaid: boolean;
	isLate: boolean;
	receipt: 'none' | 'closing' | 'closed' | 'failed' | 'unknown';
	refund: 'none' | 'requested' | 'pending' | 'done' | 'declined';
	/** A person has decided. */
	isSettled: boolean;
	isDropped: boolean;
};

export const newStanding = (seq: number): Standing => ({
	firstSeq: seq,
	lastSeq: seq,
	outcome: null,
	endedAt: null,
	hasRegister: false,
	isPaid: false,
	isLate: false,
	receipt: 'none',
	refund: 'none',
	isSettled: false,
	isDropped: false,
});

const ends: Readonly<Record<string, Outcome>> = {
	'order.rejected': 'rejected',
	'payment.declined': 'declined',
	'payment.expired': 'expired',
	'payment.cancelled': 'cancelled',
	'payment.unresolved': 'unresolved',
	'payment.quarantined': 'quarantined',
};

/** Takes one more row in. `body` is JSON text. */
export function advance(standing: Standing, seq: number, at: string, type: string, body: string): void {
	standing.lastSeq = seq;
	switch (type) {
		case 'payment.started':
			standing.hasRegister = typeof fieldsOf(body)['slot'] === 'number';
			return;
		case 'payment.paid':
			standing.outcome = 'paid';
			standing.endedAt = at;
			standing.isPaid = true;
			standing.isLate = false;
			return;
		case 'payment.late':
			standing.isLate = true;
			return;
		case 'receipt.closing':
			standing.receipt = 'closing';
			standing.isSettled = false;
			return;
		case 'receipt.closed':
			standing.receipt = 'closed';
			standing.isLate = false;
			return;
		case 'receipt.failed':
			standing.receipt = 'failed';
			return;
		case 'receipt.unknown':
			standing.receipt = 'unknown';
			return;
		case 'receipt.dropped':
			standing.isDropped = true;
			return;
		case 'refund.requested':
			standing.refund = 'requested';
			return;
		case 'refund.pending':
			standing.refund = 'pending';
			return;
		case 'refund.done':
			standing.refund = 'done';
			return;
		case 'refund.declined':
			standing.refund = 'declined';
			return;
		case 'resolved':
			resolve(standing, at, fieldsOf(body));
			return;
		default: {
			const outcome = ends[type];
			if (outcome === undefined) return;
			standing.outcome = outcome;
			standing.endedAt = at;
			if (outcome === 'quarantined') standing.isSettled = false;
		}
	}
}

/** Whether nothing more can or must happen to a payment. What is not surely over is offered at the next start. */
export function isOver(standing: Standing): boolean {
	const {outcome, receipt, refund} = standing;
	// An intent without its end: what became of it has to be asked.
	if (receipt === 'closing' || refund === 'requested' || refund === 'pending') return false;
	if (standing.isSettled || refund === 'done') return true;
	if (outcome === null || outcome === 'unresolved' || outcome === 'quarantined' || standing.isLate)
		return false;
	return outcome !== 'paid' || !standing.hasRegister || receipt === 'closed';
}

/** Whether a payment is over, unpaid, and the receipt behind it stands open for another try. */
export const isReceiptOpen = (standing: Standing): boolean =>
	isOver(standing) &&
	standing.outcome !== 'paid' &&
	!standing.isPaid &&
	!standing.isLate &&
	!standing.isDropped;

function resolve(standing: Standing, at: string, {by, as}: Readonly<Record<string, unknown>>): void {
	standing.outcome = as as Outcome;
	standing.endedAt = at;
	if (as === 'paid') standing.isPaid = true;
	if (by !== 'person') return;
	standing.isSettled = true;
	if (standing.receipt === 'closing') standing.receipt = 'unknown';
}

const fieldsOf = (body: string): Readonly<Record<string, unknown>> =>
	JSON.parse(body) as Readonly<Record<string, unknown>>;
