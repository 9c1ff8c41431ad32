// How a payment ends, and the exit code that tells it to other software (contracts: cli, «Exit codes»).

export const outcomes = [
	'paid',
	'declined',
	'expired',
	'cancelled',
	'unresolved',
	'quarantined',
	'rejected',
] as const;

export type Outcome = (typeof outcomes)[number];

/** The one home of the exit codes. */
export const exitCodes = {
	paid: 0,
	fault: 1,
	arguments: 2,
	settings: 3,
	declined: 4,
	expired: 5,
	cancelled: 6,
	unresolved: 7,
	receiptNotClosed: 8,
	quarantined: 9,
	rejected: 10,
	held: 11,
} as const;

/** What became of the receipt: `none` not paid, nothing printed; `off` the till has no register. */
export type ReceiptState = 'none' | 'closed' | 'failed' | 'unknown' | 'off';

/** The exit code of an ended payment: a paid one is a success only once its receipt is closed (or there is no register). */
export function exitCodeOf(outcome: Outcome, receipt: ReceiptState): number {
	if (outcome !== 'paid') return exitCodes[outcome];
	return receipt === 'failed' || receipt === 'unknown' ? exitCodes.receiptNotClosed : exitCodes.paid;
}
