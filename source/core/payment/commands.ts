// What may be said to a payment: a person's wish, an answer of the world, the passing of time. Orders, in the imperative or as an answer.
import type {
	CancelAnswer,
	CreateAnswer,
	ReceiptEnd,
	RefundAnswer,
	SettledReceipt,
	StatusAnswer,
} from '../answers.ts';
import type {GatewayFault, RegisterFault} from '../fault.ts';
import type {OrderRequest} from '../order.ts';
import type {Outcome} from '../outcome.ts';
import type {Receipt} from '../receipt.ts';
import type {DocumentsBefore, PaymentPolicy, QrPlace} from './events.ts';

/** A payment to be made. `startedAtMs` is the cashier's Enter: the clock of the whole operation runs from it. */
export type PayCommand = {
	readonly type: 'pay';
	readonly order: OrderRequest;
	readonly code: string;
	readonly receipt: Receipt;
	readonly policy: PaymentPolicy;
	readonly slot: number | null;
	readonly printSlip: boolean;
	/** ISO wall time of the deadline. */
	readonly deadline: string;
	readonly startedAtMs: number;
};

export type Command =
	| PayCommand
	| {readonly type: 'tick'}
	/** A process has read the journal and takes the payment up. */
	| {readonly type: 'resume'}
	| {readonly type: 'createAnswered'; readonly exchange: number; readonly answer: CreateAnswer}
	| {readonly type: 'qrShown'; readonly where: readonly QrPlace[]}
	| {
			readonly type: 'statusAnswered';
			readonly exchange: number;
			readonly answer: StatusAnswer;
			readonly ms: number;
	  }
	| {readonly type: 'cancel'; readonly by: 'cashier' | 'signal'}
	| {
			readonly type: 'cancelAnswered';
			readonly exchange: number;
			readonly answer: CancelAnswer;
			readonly ms: number;
	  }
	/** Look now: after a suspend, or because a person asks. */
	| {readonly type: 'askNow'}
	| {readonly type: 'receiptPrepared'; readonly before: DocumentsBefore}
	| {readonly type: 'receiptNotPrepared'; readonly fault: RegisterFault}
	| {readonly type: 'receiptEnded'; readonly end: ReceiptEnd}
	| {readonly type: 'receiptSettled'; readonly end: SettledReceipt}
	/** The register's documents as another payment's receipt found them: they may prove that ours was never closed. */
	| {readonly type: 'documentsSeen'; readonly before: DocumentsBefore}
	/** Close the receipt of a paid payment whose receipt is not closed. */
	| {readonly type: 'closeReceipt'}
	| {readonly type: 'refund'; readonly refundId: string; readonly amountKopecks: number}
	| {readonly type: 'refundAnswered'; readonly answer: RefundAnswer}
	| {readonly type: 'resolveByPerson'; readonly as: Outcome; readonly note: string}
	| {readonly type: 'dropReceipt'};

/** Why a command does nothing here; wording has a sentence for the cashier for each. */
export type RefusalCode =
	| 'PAYMENT_RUNNING'
	| 'NO_PAYMENT'
	| 'ALREADY_CANCELLING'
	| 'ALREADY_PAID'
	| 'ALREADY_ENDED'
	| 'NOT_PAID'
	| 'RECEIPT_CLOSED'
	| 'REFUND_RUNNING'
	| 'REFUND_AMOUNT'
	| 'NOTHING_TO_RESOLVE'
	| 'NOTHING_TO_DROP'
	| 'STALE_ANSWER'
	/** The disk takes no rows: what would need an intent on it is not begun. */
	| 'DISK';

/** What a decision may know besides state and command. */
export type Moment = {
	/** Monotonic. */
	readonly nowMs: number;
	/** Puts a technical error into one line in the till's language. */
	readonly describe: (fault: GatewayFault) => string;
};
