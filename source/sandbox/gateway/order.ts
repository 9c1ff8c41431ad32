// An order as the gateway keeps it: what was asked for, and the life that it has had so far. Pure data.
import type {PaymentSystem} from '../../core/index.ts';
import type {StoryId} from './stories/story.ts';

/** The status words of the contract. */
export type OrderStatus =
	| 'waiting'
	| 'processing'
	| 'paid'
	| 'declined'
	| 'expired'
	| 'cancelled'
	| 'refunded';

/** What a till asked for, in neutral words. */
export type OrderWish = {
	readonly orderId: string;
	readonly system: PaymentSystem;
	readonly amountKopecks: number;
	readonly ttlS: number;
	readonly description: string;
};

/** What an order has been through. */
export type Life = {
	readonly status: OrderStatus;
	/** Since when it has that status, unix ms. */
	readonly sinceMs: number;
	readonly paidAtMs: number | null;
	/** The sum that the gateway tells: as ordered, until somebody pays another. */
	readonly amountKopecks: number;
	readonly reason: string | null;
	/** How often each was asked. */
	readonly polls: number;
	readonly cancels: number;
};

export type Order = OrderWish & {
	readonly gatewayOrderId: string;
	readonly qr: string;
	readonly createdAtMs: number;
	readonly expiresAtMs: number;
	readonly story: StoryId;
	/** Tells the same request from another one with the same id. */
	readonly fingerprint: string;
	readonly life: Life;
};

/** What an answer may say of an order; a dialect puts it into its own words. */
export type OrderView = {
	readonly orderId: string;
	readonly gatewayOrderId: string;
	readonly system: PaymentSystem;
	readonly status: OrderStatus;
	readonly amountKopecks: number;
	/** Unix ms; a text only where a story puts nonsense into its place. */
	readonly paidAt: number | string | null;
	readonly reason: string | null;
	readonly qr: string;
	readonly expiresAtMs: number;
	/** A field that the contract doesn't know, sent where it is not null. */
	readonly remark: string | null;
};

/** The life of an order that was made this moment. */
export const newLife = (amountKopecks: number, nowMs: number): Life => ({
	status: 'waiting',
	sinceMs: nowMs,
	paidAtMs: null,
	amountKopecks,
	reason: null,
	polls: 0,
	cancels: 0,
});

/** The plain truth about an order. */
export const viewOf = ({life, ...order}: Order): OrderView => ({
	orderId: order.orderId,
	gatewayOrderId: order.gatewayOrderId,
	system: order.system,
	status: life.status,
	amountKopecks: life.amountKopecks,
	paidAt: life.paidAtMs,
	reason: life.reason,
	qr: order.qr,
	expiresAtMs: order.expiresAtMs,
	remark: null,
});
