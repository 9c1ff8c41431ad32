// The events of a payment, for tests.
import type {PaymentEvent} from '../../source/core/index.ts';

export const started = (orderId: string, slot: number | null = 2): PaymentEvent => ({
	type: 'payment.started',
	method: 'sbp',
	code: '7',
	amountKopecks: 125_000,
	receipt: {
		lines: [{name: 'Кофе', priceKopecks: 125_000, quantity: '1.000', vat: 'none'}],
		email: null,
		phone: null,
	},
	deadline: '2026-01-31T09:03:00.000Z',
	order: {
		orderId,
		posId: 'P1',
		agentId: '1',
		crsId: '0',
		wmid: '0',
		system: 'sbp',
		amountKopecks: 125_000,
		currency: 'RUB',
		ttlS: 180,
		description: 'Оплата',
	},
	policy: {responseTimeoutS: 180, pollIntervalS: 5, statusErrorLimit: 5},
	slot,
	printSlip: true,
});

export const created: PaymentEvent = {
	type: 'order.created',
	gatewayOrderId: 'g-1',
	qr: 'https://qr.nspk.ru/A',
	expiresAt: '2026-01-31T09:03:00Z',
};
export const paid: PaymentEvent = {type: 'payment.paid', paidAt: null, amountKopecks: 125_000};
export const late: PaymentEvent = {
	type: 'payment.late',
	status: 'paid',
	paidAt: null,
	amountKopecks: 125_000,
};
export const closing: PaymentEvent = {
	type: 'receipt.closing',
	slot: 2,
	documentBefore: 340,
	before: {fiscalDocument: 340, storageNumber: '9999', shiftNumber: 5, receiptNumber: 11},
};
export const closed: PaymentEvent = {
	type: 'receipt.closed',
	number: 12,
	fiscalDocument: 341,
	fiscalSign: null,
};
export const receiptFailed: PaymentEvent = {type: 'receipt.failed', code: 'LINK', text: '', advice: ''};
export const receiptUnknown: PaymentEvent = {type: 'receipt.unknown', code: 'LINK', text: '', advice: ''};
export const ended = (
	word: 'declined' | 'expired' | 'cancelled' | 'unresolved' | 'quarantined',
): PaymentEvent => ({
	type: `payment.${word}`,
	reason: null,
});
export const rejected: PaymentEvent = {type: 'order.rejected', code: 'LIMIT', message: ''};
export const resolved = (
	by: 'gateway' | 'person',
	as: Extract<PaymentEvent, {type: 'resolved'}>['as'],
): PaymentEvent => ({type: 'resolved', by, as, note: null});
export const refund = (
	word: 'requested' | 'done' | 'pending' | 'declined',
	amountKopecks = 125_000,
): PaymentEvent => {
	switch (word) {
		case 'requested':
		case 'done':
			return {type: `refund.${word}`, refundId: 'r-1', amountKopecks};
		case 'pending':
			return {type: 'refund.pending', refundId: 'r-1'};
		case 'declined':
			return {type: 'refund.declined', refundId: 'r-1', reason: null};
	}
};
export const dropped: PaymentEvent = {type: 'receipt.dropped'};

/** A payment from its start to a closed receipt. */
export const whole = (orderId: string): readonly [string, readonly PaymentEvent[]] => [
	orderId,
	[started(orderId), created, paid, closing, closed],
];
