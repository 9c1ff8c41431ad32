// What is said about payments, in English.
import type {PaymentWording} from '../payment.ts';
import {endsEn} from './ends.ts';

export const paymentEn: PaymentWording = {
	money: (rubles) => `${rubles} RUB`,
	systems: {sbp: 'SBP', webmoney: 'WebMoney', wechat: 'WeChat Pay', alipay: 'Alipay'},
	statuses: {
		waiting: 'waiting for payment',
		processing: 'customer has confirmed, the bank is working',
		paid: 'paid',
		declined: 'declined',
		expired: 'the order has expired',
		cancelled: 'cancelled',
		refunded: 'the money goes back',
	},
	outcomes: {
		paid: 'paid',
		declined: 'declined',
		expired: 'expired',
		cancelled: 'cancelled',
		unresolved: 'not known',
		quarantined: 'to be checked',
		rejected: 'order refused',
	},
	matters: {
		unresolved: 'the end is not known',
		quarantined: 'the answer contradicts the order',
		receipt: 'paid, receipt not closed',
		late: 'LATE MONEY',
		refund: 'refund not finished',
	},
	ends: endsEn,
	reasons: {
		deadline: 'the time is over',
		gateway: 'the payment system decided so',
		cashier: 'cancelled by the cashier',
		errors: 'too many technical errors in a row',
		signal: 'the program was asked to stop',
		qr: 'the QR failed its check',
		refunded: 'the money goes back to the customer',
		'no-answer': 'no answer to the cancel',
		processing: 'the bank is still working on it',
		waiting: 'the cancel was not confirmed',
		JOURNAL_BROKEN: "the till's journal was damaged, and the end of this payment is not seen in it",
	},
	contradictions: {
		OTHER_ORDER: (detail) => `the payment system answered about another order: ${detail}`,
		OTHER_AMOUNT: (detail) => `the payment system named another amount: ${detail}`,
		OTHER_CURRENCY: (detail) => `the payment system named another currency: ${detail}`,
		OTHER_SYSTEM: (detail) => `the payment system named another way to pay: ${detail}`,
	},
	refusals: {
		PAYMENT_RUNNING: 'A payment is under way on this till: wait for its end.',
		NO_PAYMENT: 'There is no such payment.',
		ALREADY_CANCELLING: 'The cancel has been asked for: waiting for the payment system.',
		ALREADY_PAID: 'The payment is already paid: it cannot be cancelled, the receipt is being printed.',
		ALREADY_ENDED: 'The payment has already ended.',
		NOT_PAID: 'The payment system has not confirmed the payment: the receipt must not be closed.',
		RECEIPT_CLOSED: 'The receipt of this payment is already closed.',
		REFUND_RUNNING: 'A refund of this payment is under way or done.',
		REFUND_AMOUNT: 'A refund is at least 0.01 and at most what was paid.',
		NOTHING_TO_RESOLVE: 'Nothing to resolve here: the payment is over.',
		NOTHING_TO_DROP: 'There is no open receipt.',
		STALE_ANSWER: 'Things have changed meanwhile: look at the screen again.',
		DISK: 'The disk takes no records: nothing was sent. Call the administrator, then try again.',
	},
	registerFaults: {
		DISK: {
			text: 'The disk takes no records, so the receipt was not printed: without a record it could be printed twice.',
			advice: 'Call the administrator to make room or change the disk; then close the receipt.',
		},
		NO_REGISTER: {text: 'No fiscal register is set up.', advice: 'Call the administrator.'},
		INTERNAL: {
			text: 'The exchange with the register broke off.',
			advice: 'Check the register and try again.',
		},
		OWED: {text: 'The receipt has not been printed yet.', advice: 'Close the receipt.'},
		NOT_CLOSED: {
			text: 'The register confirms: the receipt is not closed.',
			advice: 'Close the receipt again.',
		},
	},
	registerFault: (code) => `Register fault ${code}.`,
	refundDeclined: (reason) => `The refund was refused${reason === null ? '' : `: ${reason}`}.`,
	receiptNumbers(number, fiscalDocument) {
		const parts: readonly (string | null)[] = [
			number === null ? null : `receipt ${number}`,
			fiscalDocument === null ? null : `fiscal document ${fiscalDocument}`,
		];
		return parts.filter((part) => part !== null).join(', ');
	},
};
