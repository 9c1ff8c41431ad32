// What is asked of the gateway when a payment begins. It is fixed in the journal before it is sent, and asked for again unchanged.
import type {PaymentSystem} from './payment-system.ts';

/** The whole body of CreateOrder in neutral words (contracts: gateway, `CreateOrder`). A dialect puts it into its own. */
export type OrderRequest = {
	readonly orderId: string;
	readonly posId: string;
	readonly agentId: string;
	readonly crsId: string;
	readonly wmid: string;
	readonly system: PaymentSystem;
	readonly amountKopecks: number;
	readonly currency: 'RUB';
	readonly ttlS: number;
	readonly description: string;
};

/** 1–64 characters of `A–Z a–z 0–9 . _ -`. */
export const isOrderId = (text: string): boolean => /^[A-Za-z0-9._-]{1,64}$/.test(text);

/** The gateway's words for where an order stands. `processing`: the customer has confirmed, nothing is paid yet. */
export const orderStatuses = [
	'waiting',
	'processing',
	'paid',
	'declined',
	'expired',
	'cancelled',
	'refunded',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

/** A well-formed word of the gateway about one order (GetStatus, CancelOrder, ListOrders). */
export type OrderAnswer = {
	readonly orderId: string;
	readonly gatewayOrderId: string;
	/** As the gateway says it: it may name another system than was ordered, and then that is a fact to judge. */
	readonly system: string;
	readonly status: OrderStatus;
	readonly amountKopecks: number;
	readonly currency: string;
	readonly paidAt: string | null;
	readonly reason: string | null;
};
