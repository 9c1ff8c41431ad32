// Payments in a till's journal: paid ones, open ones, written by the journal itself.
import type {PaymentEvent} from '../../../source/core/index.ts';
import {type Journal, openJournal} from '../../../source/journal/index.ts';
import {before, order, policy, qr} from '../../core/samples.ts';

export const programOf = (version: string) => ({version, node: process.versions.node, pid: process.pid});

export const started = (orderId: string): PaymentEvent => ({
	type: 'payment.started',
	method: 'sbp',
	code: '7',
	amountKopecks: order.amountKopecks,
	receipt: {
		lines: [{name: 'Кофе', priceKopecks: order.amountKopecks, quantity: '1.000', vat: 'none'}],
		email: 'ivan.petrov@shop.example',
		phone: '+79991234567',
	},
	deadline: '2026-01-31T09:03:00.000Z',
	order: {...order, orderId},
	policy,
	slot: 2,
	printSlip: false,
});

export const created: PaymentEvent = {
	type: 'order.created',
	gatewayOrderId: 'G-1',
	qr,
	expiresAt: '2026-01-31T09:03:00Z',
};

/** From Enter to the closed receipt. */
export const paidAndClosed = (orderId: string): readonly PaymentEvent[] => [
	started(orderId),
	created,
	{type: 'qr.shown', where: ['screen']},
	{type: 'payment.paid', paidAt: '2026-01-31T09:01:00Z', amountKopecks: order.amountKopecks},
	{type: 'receipt.closing', slot: 2, documentBefore: 340, before},
	{type: 'receipt.closed', number: 12, fiscalDocument: 341, fiscalSign: '1234567890'},
];

export const leftUnresolved = (orderId: string): readonly PaymentEvent[] => [
	started(orderId),
	created,
	{type: 'cancel.requested', by: 'errors', qrReason: null},
	{type: 'payment.unresolved', reason: 'errors'},
];

/** Opens the journal of a till for as long as `work` takes. */
export function withJournal(folder: string, work: (journal: Journal) => void): void {
	const opened = openJournal({folder});
	if (!opened.ok) throw new Error(opened.text);
	try {
		work(opened.journal);
	} finally {
		opened.journal.close();
	}
}

/** Writes whole payments, each under its own id. */
export function writePayments(
	folder: string,
	payments: Readonly<Record<string, readonly PaymentEvent[]>>,
): void {
	withJournal(folder, (journal) => {
		for (const [orderId, events] of Object.entries(payments)) {
			for (const event of events) journal.append(orderId, [event], new Date().toISOString());
		}
	});
}
