// What has happened to a payment, in the words of the journal (contracts: journal). A payment is a fold over these.
import type {GatewayFaultKind} from '../fault.ts';
import type {OrderRequest, OrderStatus} from '../order.ts';
import type {Outcome} from '../outcome.ts';
import type {PaymentSystem} from '../payment-system.ts';
import type {Receipt} from '../receipt.ts';

/** The rules of one payment, fixed at its start so that a later change of settings cannot bend a running payment. */
export type PaymentPolicy = {
	/** For the whole operation, from the cashier's Enter. */
	readonly responseTimeoutS: number;
	/** Between status requests, from start to start. */
	readonly pollIntervalS: number;
	/** Technical errors in a row that are allowed; the next one ends the polling. */
	readonly statusErrorLimit: number;
};

/** Where a QR can be shown to the customer. */
export type QrPlace = 'screen' | 'paper' | 'display';

export type CancelBy = 'cashier' | 'deadline' | 'errors' | 'signal' | 'qr';

/** The register's documents before a receipt was begun: what an unknown close is judged by (register-protocol §12.1). */
export type DocumentsBefore = {
	/** Number of the last fiscal document (ФД), or null on a device without a storage. */
	readonly fiscalDocument: number | null;
	readonly storageNumber: string | null;
	readonly shiftNumber: number | null;
	readonly receiptNumber: number | null;
};

export type PaymentEvent =
	| {
			readonly type: 'payment.started';
			readonly method: PaymentSystem;
			readonly code: string;
			readonly amountKopecks: number;
			readonly receipt: Receipt;
			/** ISO wall time, for people and for readers in another process. */
			readonly deadline: string;
			readonly order: OrderRequest;
			readonly policy: PaymentPolicy;
			/** The register's slot of the payment type; null: this till has no register. */
			readonly slot: number | null;
			/** Whether the QR slip may be printed. */
			readonly printSlip: boolean;
	  }
	| {
			readonly type: 'order.created';
			readonly gatewayOrderId: string;
			readonly qr: string;
			readonly expiresAt: string;
	  }
	| {readonly type: 'order.rejected'; readonly code: string; readonly message: string}
	| {readonly type: 'qr.shown'; readonly where: readonly QrPlace[]}
	| {
			readonly type: 'status.answered';
			readonly operation: 'status' | 'cancel';
			readonly status: OrderStatus;
			readonly ms: number;
			readonly count: number;
	  }
	| {
			readonly type: 'status.failed';
			readonly operation: 'create' | 'status' | 'cancel';
			readonly kind: GatewayFaultKind;
			readonly code: string;
			readonly text: string;
			readonly errorsInRow: number;
	  }
	| {
			readonly type: 'cancel.requested';
			readonly by: CancelBy;
			/** Why the QR was refused, where `by` is `qr`. */
			readonly qrReason: string | null;
	  }
	| {readonly type: 'payment.paid'; readonly paidAt: string | null; readonly amountKopecks: number}
	| {readonly type: 'payment.declined'; readonly reason: string | null}
	| {readonly type: 'payment.expired'; readonly reason: string | null}
	| {readonly type: 'payment.cancelled'; readonly reason: string | null}
	| {readonly type: 'payment.unresolved'; readonly reason: string | null}
	| {readonly type: 'payment.quarantined'; readonly reason: string | null}
	| {
			readonly type: 'payment.late';
			readonly status: OrderStatus;
			readonly paidAt: string | null;
			readonly amountKopecks: number;
	  }
	| {
			readonly type: 'receipt.closing';
			readonly slot: number;
			readonly documentBefore: number | null;
			readonly before: DocumentsBefore;
	  }
	| {
			readonly type: 'receipt.closed';
			/** The receipt's number in its shift (FF40h). */
			readonly number: number | null;
			/** The storage's document number (ФД). */
			readonly fiscalDocument: number | null;
			readonly fiscalSign: string | null;
	  }
	| {readonly type: 'receipt.failed'; readonly code: string; readonly text: string; readonly advice: string}
	| {readonly type: 'receipt.unknown'; readonly code: string; readonly text: string; readonly advice: string}
	| {readonly type: 'refund.requested'; readonly refundId: string; readonly amountKopecks: number}
	| {readonly type: 'refund.done'; readonly refundId: string; readonly amountKopecks: number}
	| {readonly type: 'refund.declined'; readonly refundId: string; readonly reason: string | null}
	| {readonly type: 'refund.pending'; readonly refundId: string}
	| {
			readonly type: 'resolved';
			readonly by: 'gateway' | 'person';
			readonly as: Outcome;
			readonly note: string | null;
	  }
	/** The cashier let the open receipt go: it is no longer offered for another try. */
	| {readonly type: 'receipt.dropped'};

export type PaymentEventType = PaymentEvent['type'];

/** Happens in one process only and is not written: which request is in flight, which effect runs, what time it is. */
export type PassingEvent =
	| {readonly type: 'exchange.begun'; readonly operation: 'create' | 'status' | 'cancel'}
	| {readonly type: 'exchange.ended'}
	| {readonly type: 'receipt.running'}
	/** A receipt that is owed is taken up again after the end. */
	| {readonly type: 'receipt.reopened'}
	/** The next question may be asked at once. */
	| {readonly type: 'line.hurried'}
	/** A restart: what was in flight is lost, waits begin anew. */
	| {readonly type: 'process.restarted'};

export type AnyEvent = PaymentEvent | PassingEvent;

const passingTypes: ReadonlySet<string> = new Set<PassingEvent['type']>([
	'exchange.begun',
	'exchange.ended',
	'receipt.running',
	'receipt.reopened',
	'line.hurried',
	'process.restarted',
]);

/** Whether an event belongs into the journal. */
export const isJournalled = (event: AnyEvent): event is PaymentEvent => !passingTypes.has(event.type);
