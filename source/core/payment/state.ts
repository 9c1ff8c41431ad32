// Where a payment stands: a union on `phase`, and what a phase does not have its type does not have.
import type {RegisterFault} from '../fault.ts';
import type {OrderRequest, OrderStatus} from '../order.ts';
import type {Outcome} from '../outcome.ts';
import type {PaymentSystem} from '../payment-system.ts';
import type {Receipt} from '../receipt.ts';
import type {CancelBy, DocumentsBefore, PaymentPolicy, QrPlace} from './events.ts';

/** What is fixed at the start of a payment. `…Ms` are monotonic, of the process that looks. */
export type PaymentFacts = {
	readonly orderId: string;
	readonly method: PaymentSystem;
	readonly code: string;
	readonly amountKopecks: number;
	readonly receipt: Receipt;
	readonly order: OrderRequest;
	readonly policy: PaymentPolicy;
	/** null: the till has no register. */
	readonly slot: number | null;
	readonly printSlip: boolean;
	readonly deadline: string;
	readonly startedAtMs: number;
	readonly deadlineMs: number;
};

export type CreatedOrder = {
	readonly gatewayOrderId: string;
	readonly qr: string;
	readonly expiresAt: string;
	/** null until the QR has been shown. */
	readonly shownOn: readonly QrPlace[] | null;
};

/**
 * The line to the gateway as one payment sees it: at most one request in flight, a number for each so that the answer
 * to one that is no longer wanted is known as such, and when the next may start.
 */
export type GatewayLine = {
	readonly inFlight: number | null;
	readonly lastExchange: number;
	readonly nextMs: number;
	readonly errorsInRow: number;
	/** Status requests so far. */
	readonly polls: number;
};

export type IdleState = {readonly phase: 'idle'};

export type CreatingState = {
	readonly phase: 'creating';
	readonly facts: PaymentFacts;
	readonly line: GatewayLine;
};

export type WaitingState = {
	readonly phase: 'waiting';
	readonly facts: PaymentFacts;
	readonly created: CreatedOrder;
	readonly line: GatewayLine;
	readonly lastStatus: OrderStatus;
};

/** A cancel is under way; its answer decides. `asking`: the customer had confirmed, so the status is asked on. */
export type CheckingState = {
	readonly phase: 'checking';
	readonly facts: PaymentFacts;
	readonly created: CreatedOrder | null;
	readonly line: GatewayLine;
	readonly by: CancelBy;
	readonly stage: 'cancelling' | 'asking';
	readonly untilMs: number;
	/** Why the QR was refused, where that is what led here. */
	readonly qrReason: string | null;
};

export type PaidFacts = {readonly paidAt: string | null; readonly amountKopecks: number};

export type FiscalisingState = {
	readonly phase: 'fiscalising';
	readonly facts: PaymentFacts;
	readonly slot: number;
	readonly created: CreatedOrder | null;
	readonly paid: PaidFacts;
	readonly step:
		| {readonly type: 'preparing'}
		| {readonly type: 'printing'; readonly before: DocumentsBefore}
		| {readonly type: 'settling'; readonly before: DocumentsBefore};
	/** A receipt that the register proved not closed is made anew by itself at most once. */
	readonly isRemade: boolean;
	/** An effect for this step runs in this process (false right after a restart). */
	readonly isRunning: boolean;
	/** null: the sale's receipt. Else the refund's, of the payment that had ended so. */
	readonly refundOf: EndedState | null;
};

export type ReceiptView =
	| {readonly state: 'none'}
	| {readonly state: 'off'}
	| {
			readonly state: 'closed';
			readonly number: number | null;
			readonly fiscalDocument: number | null;
			readonly fiscalSign: string | null;
	  }
	| {readonly state: 'failed'; readonly fault: RegisterFault}
	| {readonly state: 'unknown'; readonly fault: RegisterFault; readonly before: DocumentsBefore};

export type RefundView = {
	readonly refundId: string;
	readonly amountKopecks: number;
	readonly state: 'requested' | 'pending' | 'done' | 'declined';
	readonly reason: string | null;
};

/** The questions that go on after an end: about an unresolved payment, and about late money. */
export type Watch = {readonly step: number; readonly untilMs: number | null};

export type EndedState = {
	readonly phase: 'ended';
	readonly facts: PaymentFacts;
	readonly created: CreatedOrder | null;
	readonly line: GatewayLine;
	readonly outcome: Outcome;
	readonly reason: string | null;
	readonly cancelBy: CancelBy | null;
	readonly paid: PaidFacts | null;
	readonly receipt: ReceiptView;
	readonly resolved: {
		readonly by: 'gateway' | 'person';
		readonly as: Outcome;
		readonly note: string | null;
	} | null;
	/** Money that came after an unpaid end. */
	readonly isLate: boolean;
	readonly refund: RefundView | null;
	/** The refund's own receipt; there is one only where the sale had one. */
	readonly refundReceipt: ReceiptView;
	/** The cashier has let the open receipt go. */
	readonly isDropped: boolean;
	readonly endedAtMs: number;
	/** null: nothing is asked any more. */
	readonly watch: Watch | null;
};

export type LiveState = CreatingState | WaitingState | CheckingState | FiscalisingState;

export type PaymentState = IdleState | LiveState | EndedState;

export const idle: IdleState = {phase: 'idle'};
