// The end of a day, as data: what came in, what is still open, and where the journal differs from gateway and register.
import type {
	Difference,
	OpenReason,
	OrderAnswer,
	OrderStatus,
	Outcome,
	PaymentSystem,
} from '../core/index.ts';
import type {JournalRow} from '../engine/index.ts';

export type ReportInput = {
	/** `YYYY-MM-DD`, a day of the till's own time. */
	readonly day: string;
	/** Local time ahead of UTC; 180 in Moscow. */
	readonly utcOffsetMinutes: number;
	/** The till's name, for the heading. */
	readonly till: string;
	/**
	 * All rows of every payment that was touched on the day or is open: whole payments, since half of one cannot be
	 * folded; older and newer ones beside them do no harm.
	 */
	readonly rows: readonly JournalRow[];
	/** What the gateway lists for `gatewayRangeOf(day)`, all pages; null: it could not be asked. */
	readonly gatewayOrders: readonly OrderAnswer[] | null;
	/** The documents that the register's storage is known to hold; null: it was not asked. */
	readonly register: RegisterDay | null;
};

/** Ask for each of a report's `documents`, and name here those that were found closed. */
export type RegisterDay = {
	readonly closed: readonly {readonly fiscalDocument: number; readonly amountKopecks: number | null}[];
	/** Orders whose documents could not be asked for: they are in another storage, or the time was over. */
	readonly notAsked?: readonly string[];
};

export type Tally = {readonly count: number; readonly sumKopecks: number};

/** The money of one system on the day. A payment counts once, by where it stands now; refunds count beside. */
export type SystemTotals = {
	readonly system: PaymentSystem;
	/** Paid, and the receipt is closed or this till has no register. */
	readonly closed: Tally;
	/** Paid, and the receipt is not closed. */
	readonly notClosed: Tally;
	/** Money that came after an unpaid end and has no receipt. */
	readonly late: Tally;
	readonly refunded: Tally;
};

export type OpenPayment = {
	readonly orderId: string;
	readonly system: PaymentSystem;
	readonly amountKopecks: number;
	/** ISO. */
	readonly startedAt: string;
	readonly reason: OpenReason;
};

/** A person has settled it: the report shows who thinks what, and counts it as settled. */
export type Decision = {
	readonly orderId: string;
	readonly amountKopecks: number;
	readonly as: Outcome;
	readonly note: string | null;
	/** What the gateway says of it; null where it was not asked or does not know it. */
	readonly there: OrderStatus | null;
};

/** A receipt that was closed for money of the day: what the register is asked for. */
export type ClosedDocument = {
	readonly orderId: string;
	readonly fiscalDocument: number;
	readonly amountKopecks: number;
};

export type UnpaidOutcome = Exclude<Outcome, 'paid' | 'unresolved' | 'quarantined'>;

export type DayReport = {
	readonly day: string;
	readonly utcOffsetMinutes: number;
	readonly till: string;
	/** Only systems with money on the day. */
	readonly systems: readonly SystemTotals[];
	readonly receivedKopecks: number;
	readonly refundedKopecks: number;
	/** Payments begun on the day that ended without money. */
	readonly unpaid: Readonly<Record<UnpaidOutcome, number>>;
	/** All that waits for gateway, register or a person, of this day or an earlier one. */
	readonly open: readonly OpenPayment[];
	readonly decisions: readonly Decision[];
	readonly differences: readonly Difference[];
	readonly documents: readonly ClosedDocument[];
	/** Orders whose first rows are missing: nothing can be said about them. */
	readonly incomplete: readonly string[];
	readonly compared: {readonly gateway: boolean; readonly register: boolean};
	/**
	 * Nothing is open, nothing differs, nothing is missing, and the gateway was asked. The register need not have been:
	 * a receipt counts as closed only with the register's own word for it.
	 */
	readonly isClean: boolean;
};
