// What gateway and register answer, in neutral words. Faults are answers: nothing here is ever thrown.
import type {GatewayFault, RegisterFault} from './fault.ts';
import type {OrderAnswer, OrderStatus} from './order.ts';
import type {Receipt} from './receipt.ts';

export type FaultAnswer = {readonly type: 'fault'; readonly fault: GatewayFault};

export type CreateAnswer =
	| {
			readonly type: 'created';
			readonly orderId: string;
			readonly gatewayOrderId: string;
			readonly status: OrderStatus;
			readonly qr: string;
			readonly expiresAt: string;
	  }
	/** The gateway refused to make the order (4xx but 401 and 429): nothing can be paid. */
	| {readonly type: 'rejected'; readonly code: string; readonly message: string}
	/** The order was made, but its QR failed our check: nothing may be shown, and the order is to be cancelled. */
	| {readonly type: 'qrRefused'; readonly gatewayOrderId: string; readonly reason: string}
	| FaultAnswer;

export type StatusAnswer = {readonly type: 'status'; readonly answer: OrderAnswer} | FaultAnswer;

/** `notFound` (404 `NOT_FOUND` to a cancel): the gateway never saw the id and has burnt it, so nothing can be paid. */
export type CancelAnswer =
	| {readonly type: 'status'; readonly answer: OrderAnswer}
	| {readonly type: 'notFound'}
	| FaultAnswer;

export type RefundAnswer =
	| {
			readonly type: 'refund';
			readonly refundId: string;
			readonly orderId: string;
			readonly status: 'done' | 'pending' | 'declined';
			readonly amountKopecks: number;
			readonly reason: string | null;
	  }
	| {readonly type: 'rejected'; readonly code: string; readonly message: string}
	| FaultAnswer;

export type OrdersAnswer =
	| {readonly type: 'orders'; readonly orders: readonly OrderAnswer[]; readonly next: string | null}
	| FaultAnswer;

export type SaleOrRefund = 'sale' | 'refund';

/** A receipt as the register gets it: lines, the slot that takes the whole sum, the payment's id for the slip. */
export type FiscalReceipt = {
	readonly kind: SaleOrRefund;
	readonly receipt: Receipt;
	readonly slot: number;
	readonly sumKopecks: number;
};

export type ReceiptEnd =
	| {
			readonly type: 'closed';
			readonly number: number | null;
			readonly fiscalDocument: number | null;
			readonly fiscalSign: string | null;
	  }
	/** Surely not closed. */
	| {readonly type: 'failed'; readonly fault: RegisterFault}
	/** The close may have happened; only `settleReceipt` can tell. */
	| {readonly type: 'unknown'; readonly fault: RegisterFault};

export type SettledReceipt = ReceiptEnd | {readonly type: 'notClosed'; readonly fault: RegisterFault};
