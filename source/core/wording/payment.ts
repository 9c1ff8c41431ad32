// The shape of what is said about a payment: how it ended, why something is refused, what gateway and register say.

import type {OrderStatus} from '../order.ts';
import type {Outcome} from '../outcome.ts';
import type {RefusalCode} from '../payment/commands.ts';
import type {OpenMatter} from '../payment/view.ts';
import type {PaymentSystem} from '../payment-system.ts';

/** How a payment stands when it has ended, as a person sees it: finer than the outcome, since each kind has its own advice. */
export type EndKind =
	| 'paid'
	/** Paid, and the till has no register. */
	| 'paid-no-register'
	| 'receipt-failed'
	| 'receipt-unknown'
	| 'declined'
	| 'expired'
	| 'cancelled'
	/** Ended after too many technical errors, the cancel confirmed. */
	| 'cancelled-errors'
	/** Paid and returned at once. */
	| 'refunded'
	| 'unresolved'
	| 'quarantined'
	| 'rejected'
	/** Money that came after an unpaid end. */
	| 'late'
	| 'refund-running'
	| 'refund-done'
	/** The money is back with the customer, the refund's own receipt is not closed, or perhaps not. */
	| 'refund-receipt-failed'
	| 'refund-receipt-unknown'
	/** A person has decided. */
	| 'settled';

/** One sentence each: what happened, what is safe, what to press (console) or to run (command line). */
export type EndText = {
	readonly title: string;
	readonly happened: string;
	readonly safe: string;
	readonly press: string;
	/** The same advice for someone without the console; null where nothing is left to do. */
	readonly run: string | null;
};

/** What the sentences are filled with; everything is ready to print and clean. */
export type EndFacts = {
	readonly orderId: string;
	/** With its currency. */
	readonly sum: string;
	/** The gateway's or the program's reason in words, or null. */
	readonly reason: string | null;
	/** The end as it now counts. */
	readonly isPaid: boolean;
	/** «чек 12, ФД 341» in the till's language, or an empty text. */
	readonly receipt: string;
	/** The till has a register that could print a receipt for this payment. */
	readonly hasRegister: boolean;
	/** The receipt is still open for another try. */
	readonly isReceiptOpen: boolean;
	readonly faultText: string;
	readonly faultAdvice: string;
};

/** Everything that is said about payments. */
export type PaymentWording = {
	readonly money: (rubles: string) => string;
	readonly systems: Readonly<Record<PaymentSystem, string>>;
	readonly statuses: Readonly<Record<OrderStatus, string>>;
	readonly outcomes: Readonly<Record<Outcome, string>>;
	readonly matters: Readonly<Record<OpenMatter, string>>;
	readonly ends: Readonly<Record<EndKind, (facts: EndFacts) => EndText>>;
	/** The program's own reasons by their fixed words; a gateway's text stands for itself. */
	readonly reasons: Readonly<Record<string, string>>;
	/** What the gateway named otherwise than it was ordered; `detail` is its own word, cleaned, an amount in rubles. */
	readonly contradictions: Readonly<
		Record<'OTHER_ORDER' | 'OTHER_AMOUNT' | 'OTHER_CURRENCY' | 'OTHER_SYSTEM', (detail: string) => string>
	>;
	readonly refusals: Readonly<Record<RefusalCode, string>>;
	/** Words for the engine's own register codes, which come without text. */
	readonly registerFaults: Readonly<Record<string, {readonly text: string; readonly advice: string}>>;
	readonly registerFault: (code: string) => string;
	/** Added to an end whose refund was refused. */
	readonly refundDeclined: (reason: string | null) => string;
	readonly receiptNumbers: (number: number | null, fiscalDocument: number | null) => string;
};
