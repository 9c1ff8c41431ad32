// What a till can ask and what it is answered, in neutral words: dialects turn HTTP into a command and an answer into HTTP.
import type {PaymentSystem} from '../../core/index.ts';
import type {Delivery} from './delivery.ts';
import type {ListRange} from './list-page.ts';
import type {OrderView, OrderWish} from './order.ts';
import type {StoryId} from './stories/story.ts';

/** The operations of the contract, by its own names. */
export type Operation =
	| 'Ping'
	| 'CreateOrder'
	| 'GetStatus'
	| 'CancelOrder'
	| 'RefundOrder'
	| 'GetRefund'
	| 'ListOrders';

export type Command =
	| {readonly type: 'Ping'}
	/** `fingerprint` is equal for equal requests and for no others. */
	| {readonly type: 'CreateOrder'; readonly wish: OrderWish; readonly fingerprint: string}
	| {readonly type: 'GetStatus'; readonly orderId: string}
	| {readonly type: 'CancelOrder'; readonly orderId: string}
	| {readonly type: 'RefundOrder'; readonly wish: RefundWish; readonly fingerprint: string}
	| {readonly type: 'GetRefund'; readonly refundId: string}
	| {
			readonly type: 'ListOrders';
			readonly range: ListRange;
	  };

export type RefundWish = {
	readonly refundId: string;
	readonly orderId: string;
	readonly amountKopecks: number;
};

export type RefundView = RefundWish & {
	readonly status: 'done' | 'pending' | 'declined';
	readonly reason: string | null;
};

/** A rule of the contract was broken, or the wish is not granted. `message` is for people and names the thing. */
export type Refusal = {
	readonly type: 'refused';
	readonly httpStatus: number;
	readonly code: string;
	readonly message: string;
};

export type Answer =
	| {readonly type: 'pong'; readonly systems: readonly PaymentSystem[]}
	| {
			readonly type: 'created';
			readonly isRepeat: boolean;
			readonly order: OrderView;
			readonly story: StoryId;
			readonly delivery: Delivery;
	  }
	| {
			readonly type: 'order';
			readonly order: OrderView;
			readonly story: StoryId;
			readonly delivery: Delivery;
	  }
	| {readonly type: 'refund'; readonly refund: RefundView}
	| {readonly type: 'page'; readonly orders: readonly OrderView[]; readonly next: string | null}
	| Refusal;

export const refuse = (httpStatus: number, code: string, message: string): Refusal => ({
	type: 'refused',
	httpStatus,
	code,
	message,
});

/** A body that is not what the contract says. */
export const badRequest = (message: string): Refusal => refuse(400, 'BAD_REQUEST', message);
