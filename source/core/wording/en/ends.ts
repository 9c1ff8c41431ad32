// How a payment ended, in English: what happened, what is safe, what to press.
import type {EndFacts, PaymentWording} from '../payment.ts';

const because = ({reason}: EndFacts): string => (reason === null ? '' : ` Reason: ${closedBy(reason)}`);
const closedBy = (text: string): string => (/[.…]$/.test(text) ? text : `${text}.`);
const resolve = ({orderId}: EndFacts): string => `qrkassa resolve ${orderId}`;

const openReceipt = 'The customer has paid nothing; the receipt is still open with the same sum.';
const tryAgain = 'r — try again, t — another payment type, x — let the receipt go.';

export const endsEn: PaymentWording['ends'] = {
	paid: ({sum, receipt}) => ({
		title: 'PAID, RECEIPT CLOSED',
		happened: `The money has come: ${sum}${receipt === '' ? '' : `; ${receipt}`}.`,
		safe: 'All is written down, the customer may go.',
		press: 'Enter — next customer.',
		run: null,
	}),
	'paid-no-register': ({sum}) => ({
		title: 'PAID',
		happened: `The money has come: ${sum}. This till has no fiscal register.`,
		safe: 'The payment is written down; print a receipt on your own register if one is needed.',
		press: 'Enter — next customer.',
		run: null,
	}),
	'receipt-failed': (facts) => ({
		title: 'PAID, RECEIPT NOT CLOSED',
		happened: `The money has come: ${facts.sum}, but the receipt is not closed. ${facts.faultText}`,
		safe: `The money is safe, nobody has to pay twice. ${facts.faultAdvice}`,
		press: 'c — close the receipt again; Enter — leave it in the open matters.',
		run: resolve(facts),
	}),
	'receipt-unknown': (facts) => ({
		title: 'PAID, RECEIPT NOT KNOWN',
		happened: `The money has come: ${facts.sum}; whether the receipt closed is not known. ${facts.faultText}`,
		safe: `The money is safe; no second receipt prints by itself. ${facts.faultAdvice}`,
		press: 'c — ask the register and close; Enter — leave it in the open matters.',
		run: resolve(facts),
	}),
	declined: (facts) => ({
		title: 'DECLINED',
		happened: `The payment system has refused the payment.${because(facts)}`,
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	expired: (facts) => ({
		title: 'TIME IS OVER',
		happened: `The customer did not pay in time.${because(facts)}`,
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	cancelled: (facts) => ({
		title: 'CANCELLED',
		happened: `The payment is cancelled, the payment system has confirmed it.${because(facts)}`,
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	'cancelled-errors': () => ({
		title: 'CANCELLED: NO CONNECTION',
		happened: 'Too many technical errors in a row; the payment is cancelled, and that is confirmed.',
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	refunded: () => ({
		title: 'PAYMENT RETURNED',
		happened: 'The customer has paid, but the payment system returns the money at once.',
		safe: 'The money is on its way back; the receipt is still open with the same sum.',
		press: tryAgain,
		run: null,
	}),
	unresolved: (facts) => ({
		title: 'NOT KNOWN',
		happened: `How the payment ended is not known.${because(facts)}`,
		safe: 'The money may have come: do not hand over goods, do not charge twice. The till keeps asking.',
		press: 'a — ask now, x — put aside and take the next customer; r, t — charge again.',
		run: resolve(facts),
	}),
	quarantined: (facts) => ({
		title: 'TO BE CHECKED',
		happened: `The payment system's answer contradicts the order.${because(facts)}`,
		safe: 'Money may have been taken: keep the goods, the receipt is not closed. A senior decides.',
		press: 'Call a senior; x — put aside and take the next customer, the matter stays in the list.',
		run: resolve(facts),
	}),
	rejected: (facts) => ({
		title: 'ORDER REFUSED',
		happened: `The payment system has refused to make the order.${because(facts)}`,
		safe: openReceipt,
		press: tryAgain,
		run: null,
	}),
	late: (facts) => ({
		title: 'LATE MONEY',
		happened: `Money came after the payment had ended: ${facts.sum}.`,
		safe: 'The shop has the money and no receipt for it: it has to be receipted or returned.',
		press: facts.hasRegister
			? 'c — close a receipt for it, v — return it to the customer, Enter — later.'
			: 'v — return it to the customer, Enter — later.',
		run: resolve(facts),
	}),
	'refund-running': (facts) => ({
		title: 'REFUND NOT FINISHED',
		happened: `The refund of ${facts.sum} is sent, there is no answer yet.`,
		safe: 'It cannot be made twice: it has a number of its own.',
		press: 'a — ask now; Enter — leave it in the open matters.',
		run: resolve(facts),
	}),
	'refund-done': ({sum, receipt}) => ({
		title: 'MONEY RETURNED',
		happened: `The refund is done: ${sum}${receipt === '' ? '' : `; ${receipt}`}.`,
		safe: 'The payment is over, nothing is left to do.',
		press: 'Enter — next customer.',
		run: null,
	}),
	'refund-receipt-failed': (facts) => ({
		title: 'MONEY RETURNED, REFUND RECEIPT NOT CLOSED',
		happened: `The refund is done: ${facts.sum}, but its receipt is not closed. ${facts.faultText}`,
		safe: `The money has gone back once and will not go twice. ${facts.faultAdvice}`,
		press: 'c — close the refund receipt; Enter — leave it in the open matters.',
		run: resolve(facts),
	}),
	'refund-receipt-unknown': (facts) => ({
		title: 'MONEY RETURNED, RECEIPT NOT KNOWN',
		happened: `The refund is done: ${facts.sum}; whether its receipt closed is not known. ${facts.faultText}`,
		safe: `The money has gone back once; no second receipt prints by itself. ${facts.faultAdvice}`,
		press: 'c — ask the register and close; Enter — leave it in the open matters.',
		run: resolve(facts),
	}),
	settled: (facts) => ({
		title: 'SETTLED BY HAND',
		happened: `Written down by a person: ${facts.isPaid ? 'paid' : 'not paid'}.${facts.reason === null ? '' : ` Note: ${closedBy(facts.reason)}`}`,
		safe: 'The decision is in the journal, with its note.',
		press: facts.isReceiptOpen ? tryAgain : 'Enter — next customer.',
		run: null,
	}),
};
