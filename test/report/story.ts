// Payments of a day as rows of the journal, short to write. Times are UTC; the till is in Moscow, three hours ahead.
import type {DocumentsBefore, OrderAnswer, PaymentEvent, PaymentSystem} from '../../source/core/index.ts';
import type {JournalRow} from '../../source/engine/index.ts';
import {dayReport, type ReportInput} from '../../source/report/index.ts';

export const utcOffsetMinutes = 180;
export const day = '2026-01-31';

const before: DocumentsBefore = {
	fiscalDocument: 340,
	storageNumber: '9999078900001234',
	shiftNumber: 12,
	receiptNumber: 11,
};

type Sale = {
	readonly orderId?: string;
	readonly at?: string;
	readonly amountKopecks?: number;
	readonly system?: PaymentSystem;
	readonly slot?: number | null;
};

/** One payment: what is said of it, a second after the last thing where no time is given. */
export class Story {
	readonly rows: JournalRow[] = [];
	readonly orderId: string;
	readonly amountKopecks: number;
	#atMs: number;

	constructor({orderId = 'A-1', at = '2026-01-31T06:00:00Z', amountKopecks = 125_000, ...sale}: Sale = {}) {
		this.orderId = orderId;
		this.amountKopecks = amountKopecks;
		this.#atMs = Date.parse(at);
		const {system = 'sbp', slot = 2} = sale;
		this.say({
			type: 'payment.started',
			method: system,
			code: '7',
			amountKopecks,
			receipt: {
				lines: [{name: 'Кофе', priceKopecks: amountKopecks, quantity: '1.000', vat: 'none'}],
				email: null,
				phone: null,
			},
			deadline: new Date(this.#atMs + 180_000).toISOString(),
			order: {
				orderId,
				posId: 'N100',
				agentId: '7',
				crsId: '0',
				wmid: '0',
				system,
				amountKopecks,
				currency: 'RUB',
				ttlS: 180,
				description: 'Касса 1',
			},
			policy: {responseTimeoutS: 180, pollIntervalS: 5, statusErrorLimit: 5},
			slot,
			printSlip: false,
		});
	}

	say(event: PaymentEvent, at?: string): this {
		this.#atMs = at === undefined ? this.#atMs + 1_000 : Date.parse(at);
		this.rows.push({
			seq: this.rows.length + 1,
			at: new Date(this.#atMs).toISOString(),
			orderId: this.orderId,
			event,
		});
		return this;
	}

	created(): this {
		return this.say({
			type: 'order.created',
			gatewayOrderId: 'G-1',
			qr: 'https://qr.nspk.ru/A',
			expiresAt: '',
		});
	}

	paid(at?: string): this {
		return this.say({type: 'payment.paid', paidAt: null, amountKopecks: this.amountKopecks}, at);
	}

	closed(fiscalDocument: number | null = 341, at?: string): this {
		this.say({type: 'receipt.closing', slot: 2, documentBefore: 340, before}, at);
		return this.say({type: 'receipt.closed', number: 12, fiscalDocument, fiscalSign: null});
	}

	late(at?: string): this {
		return this.say(
			{type: 'payment.late', status: 'paid', paidAt: null, amountKopecks: this.amountKopecks},
			at,
		);
	}

	refunded(amountKopecks = this.amountKopecks, at?: string): this {
		this.say({type: 'refund.requested', refundId: `${this.orderId}-R1`, amountKopecks});
		return this.say({type: 'refund.done', refundId: `${this.orderId}-R1`, amountKopecks}, at);
	}

	/** Money went back, and its receipt is closed. */
	returned(amountKopecks = this.amountKopecks, at?: string): this {
		return this.refunded(amountKopecks, at).closed(342);
	}
}

/** A sale as it should be: paid, receipt closed. */
export const sale = (given: Sale = {}, fiscalDocument = 341): Story =>
	new Story(given).created().paid().closed(fiscalDocument);

/** What the gateway says of an order. */
export const answer = (orderId: string, change: Partial<OrderAnswer> = {}): OrderAnswer => ({
	orderId,
	gatewayOrderId: `G-${orderId}`,
	system: 'sbp',
	status: 'paid',
	amountKopecks: 125_000,
	currency: 'RUB',
	paidAt: '2026-01-31T06:00:02Z',
	reason: null,
	...change,
});

/** The report of the day over these payments; the gateway says of each what `there` holds. */
export const reportOf = (
	stories: readonly Story[],
	there: readonly OrderAnswer[] | null,
	change: Partial<ReportInput> = {},
) =>
	dayReport({
		day,
		utcOffsetMinutes,
		till: 'Касса 1',
		rows: stories.flatMap(({rows}) => rows),
		gatewayOrders: there,
		register: null,
		...change,
	});
