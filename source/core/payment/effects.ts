// What is to be done in the world, as data. The engine carries them out once the events of the same decision are on disk.
import type {FiscalReceipt} from '../answers.ts';
import type {OrderRequest} from '../order.ts';
import type {DocumentsBefore} from './events.ts';

export type Effect =
	| {
			readonly type: 'createOrder';
			readonly exchange: number;
			readonly order: OrderRequest;
			readonly timeoutMs: number;
	  }
	| {readonly type: 'showQr'; readonly qr: string; readonly printSlip: boolean}
	| {
			readonly type: 'askStatus';
			readonly exchange: number;
			readonly orderId: string;
			readonly timeoutMs: number;
	  }
	/** Takes the place of a request of the same payment that is still in flight. */
	| {
			readonly type: 'cancelOrder';
			readonly exchange: number;
			readonly orderId: string;
			readonly timeoutMs: number;
	  }
	| {readonly type: 'prepareReceipt'}
	| {readonly type: 'printReceipt'; readonly receipt: FiscalReceipt; readonly before: DocumentsBefore}
	| {readonly type: 'settleReceipt'; readonly receipt: FiscalReceipt; readonly before: DocumentsBefore}
	| {
			readonly type: 'refundOrder';
			readonly orderId: string;
			readonly refundId: string;
			readonly amountKopecks: number;
	  }
	| {readonly type: 'askRefund'; readonly refundId: string};
