// What a dialect is: our neutral requests told in a gateway's own words, and its answers told back in ours.
// Nothing outside this room knows which dialect is in use.
import type {GatewayFault, OrderRequest} from '../../core/index.ts';
import type {
	CancelAnswer,
	CreateAnswer,
	FaultAnswer,
	OrdersAnswer,
	PingAnswer,
	RefundAnswer,
	StatusAnswer,
} from '../../engine/ports.ts';
import type {Json} from '../answer/json.ts';

/** Drawn anew for each request that goes on the wire, for a repeated one too. */
export type Stamp = {
	/** Wall time, ms. */
	readonly timeMs: number;
	/** 32 lower-case hex digits, never used twice. */
	readonly nonce: string;
};

/** One HTTP request, always a POST. */
export type WireRequest = {
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
};

/** Makes the request under a stamp. Called again when a kept connection died: new time, nonce and signature. */
export type Call = (stamp: Stamp) => WireRequest;

/** An HTTP answer that came whole. `body` holds the JSON, or why there is none. */
export type WireAnswer = {
	readonly type: 'answer';
	readonly httpStatus: number;
	readonly body:
		| {readonly ok: true; readonly json: Json}
		| {readonly ok: false; readonly fault: GatewayFault};
	/** Where a redirect points; null for any other answer. */
	readonly location: string | null;
	/** The time that the request bore, wall ms: what a `CLOCK` refusal is about. */
	readonly stampedMs: number;
};

/** Sends one call and hears its answer. A technical fault of the connection is an answer as well. */
export type Ask = (call: Call) => Promise<WireAnswer | FaultAnswer>;

/** Who speaks: what goes into headers, bodies and signatures. */
export type Speaker = {
	/** The service's path, without a slash at its end. */
	readonly servicePath: string;
	readonly agentId: string;
	/** Secret. */
	readonly agentKey: string;
	readonly posId: string;
	/** What was ordered under an id, for gateways whose answers leave it out; null where it isn't known any more. */
	readonly orderOf: (orderId: string) => OrderRequest | null;
};

export type RefundRequest = {
	readonly orderId: string;
	readonly refundId: string;
	readonly amountKopecks: number;
};

/** Both ends ISO; `cursor` is the `next` of the page before, null for the first page. */
export type OrdersRange = {readonly from: string; readonly to: string; readonly cursor: string | null};

/**
 * The operations of a gateway as conversations: most ask once, but a creation may take two steps and remember the first,
 * a cancel without an answer of its own may ask for the status after it, and «no such order yet» may be said to be
 * `waiting`. The QR's text is handed on unchecked; the gateway room checks it for all dialects alike.
 */
export type Speech = {
	ping(ask: Ask): Promise<PingAnswer>;
	createOrder(ask: Ask, order: OrderRequest): Promise<CreateAnswer>;
	getStatus(ask: Ask, orderId: string): Promise<StatusAnswer>;
	cancelOrder(ask: Ask, orderId: string): Promise<CancelAnswer>;
	refundOrder(ask: Ask, refund: RefundRequest): Promise<RefundAnswer>;
	getRefund(ask: Ask, refundId: string): Promise<RefundAnswer>;
	listOrders(ask: Ask, range: OrdersRange): Promise<OrdersAnswer>;
};

export type Dialect = {
	/** As `till.json` names it. */
	readonly name: string;
	/** One speech for each gateway connection: it may hold what a conversation has to remember. */
	speak(speaker: Speaker): Speech;
};
