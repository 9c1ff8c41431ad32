// The shape of what the customer reads. Words for someone who knows neither the till nor its troubles.
import type {PaymentSystem} from '../payment-system.ts';

/** How a payment that was not simply paid is told to the customer. */
export type CustomerEnd =
	| 'declined'
	| 'expired'
	| 'cancelled'
	/** Paid, and the money is on its way back. */
	| 'returned'
	/** No code could be made. */
	| 'no-code'
	/** The end is not known, or has to be checked: whoever may have paid must not pay again. */
	| 'ask-cashier';

/** What has become of it, and what the customer should do. */
export type CustomerWords = {readonly title: string; readonly hint: string};

export type DisplayWording = {
	/** What to do with the code, by payment system. */
	readonly invitation: Readonly<Record<PaymentSystem, string>>;
	/** `time` is minutes and seconds, `2:51`. */
	readonly timeLeft: (time: string) => string;
	/** The order is being made. */
	readonly preparing: string;
	/** Said instead of a code that this screen doesn't show. */
	readonly codeOnPaper: string;
	readonly codeAtCashier: string;
	/** The customer has confirmed, the bank is working. */
	readonly confirming: CustomerWords;
	/** The time is over or a cancel is under way: whether it was paid is being found out. */
	readonly checking: CustomerWords;
	readonly paid: string;
	readonly ends: Readonly<Record<CustomerEnd, CustomerWords>>;
};
