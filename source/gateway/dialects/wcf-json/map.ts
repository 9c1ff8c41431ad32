// The map of a WCF service: the vendor's words for ours. An admin writes it as JSON (docs/gateway.md tells it field by field).
import type {OrderStatus, PaymentSystem} from '../../../core/index.ts';
import type {HmacAlgorithm} from '../../hmac.ts';

export const operations = [
	'Ping',
	'CreateOrder',
	'GetStatus',
	'CancelOrder',
	'RefundOrder',
	'GetRefund',
	'ListOrders',
] as const;

export type Operation = (typeof operations)[number];

/** What a request may say. `sign` is last in the making, wherever the map puts it. */
export const requestFields = [
	'agentId',
	'posId',
	'crsId',
	'wmid',
	'orderId',
	'refundId',
	'system',
	'amount',
	'currency',
	'ttl',
	'description',
	'from',
	'to',
	'cursor',
	'nonce',
	'time',
	'sign',
] as const;

export type RequestField = (typeof requestFields)[number];

/** What an answer may say. */
export const answerFields = [
	'resultCode',
	'resultText',
	'orderId',
	'gatewayOrderId',
	'qr',
	'state',
	'expiresAt',
	'system',
	'amount',
	'currency',
	'paidAt',
	'reason',
	'refundId',
	'refundState',
	'orders',
	'next',
	'time',
	'systems',
] as const;

export type AnswerField = (typeof answerFields)[number];

export type RefundStatus = 'done' | 'pending' | 'declined';

/** `wcf`: `/Date(ms+0300)/`. */
export type TimeForm = 'seconds' | 'milliseconds' | 'iso' | 'wcf';

/** A checked map. Null: the vendor's service has no such thing. */
export type WcfMap = {
	/** Name in the address. */
	readonly operations: Readonly<Record<Operation, string | null>>;
	/** Names of the wrappers; `{operation}` stands for the operation's name. Null: bare. */
	readonly wrap: {readonly request: string | null; readonly answer: string | null};
	/** The vendor's names in the order in which they are written (and signed, unless `sign.parts` says otherwise). */
	readonly request: readonly {readonly field: RequestField; readonly name: string}[];
	readonly answer: Readonly<Record<AnswerField, string | null>>;
	readonly systems: Readonly<Record<PaymentSystem, string | null>>;
	/** The vendor's words, as text (a number by its digits). */
	readonly states: Readonly<Record<string, OrderStatus>>;
	readonly refundStates: Readonly<Record<string, RefundStatus>>;
	readonly amount: {readonly unit: 'rubles' | 'kopecks'; readonly as: 'number' | 'string'};
	/** A shorter life is rounded up to `minimumS`; we cancel in time. */
	readonly lifeTime: {readonly minimumS: number};
	/** How `time` is written. */
	readonly time: TimeForm;
	/** How `from` and `to` are written. Dates in answers are read in either form. */
	readonly dates: 'iso' | 'wcf';
	/** `field`: `resultCode` is one of `accepted`, and the HTTP code is always 200. `http`: by the HTTP code. */
	readonly success: {readonly by: 'field'; readonly accepted: readonly string[]} | {readonly by: 'http'};
	/** Result codes that are no plain refusal: `technical` is tried again, `notFound` never heard of the order. */
	readonly codes: {readonly technical: readonly string[]; readonly notFound: readonly string[]};
	readonly habits: {
		/** What `notFound` to a status question means; some gateways know of an order only once it is scanned. */
		readonly unknownOrder: 'error' | 'waiting';
		/** `none`: a cancel has no answer of its own, and the status is asked for after it. */
		readonly cancelAnswer: 'status' | 'none';
	};
	readonly sign: {
		readonly algorithm: HmacAlgorithm;
		/** Request fields and constant fields by our or their own name, or `body`; null: all in the order of `request`. */
		readonly parts: readonly string[] | null;
		readonly joiner: string;
		/** The header that bears the signature; null: the field `sign` does. */
		readonly header: string | null;
	};
	/** Sent along unchanged. Header values may hold `{agentId}`, `{posId}`, `{time}`, `{nonce}`. */
	readonly constants: {
		readonly fields: Readonly<Record<string, string>>;
		readonly headers: Readonly<Record<string, string>>;
	};
};
