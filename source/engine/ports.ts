// What the engine needs of the world. Real gateways, registers and journals, and their fakes, stand behind these.
// No port ever throws for an expected end: a fault is an answer.
import type {
	CancelAnswer,
	CreateAnswer,
	DocumentsBefore,
	FaultAnswer,
	FiscalReceipt,
	OrderRequest,
	OrderStatus,
	OrdersAnswer,
	PaymentEvent,
	PaymentSystem,
	ReceiptEnd,
	RefundAnswer,
	RegisterFault,
	SettledReceipt,
	StatusAnswer,
} from '../core/index.ts';

export type {
	CancelAnswer,
	CreateAnswer,
	FaultAnswer,
	FiscalReceipt,
	OrdersAnswer,
	ReceiptEnd,
	RefundAnswer,
	SaleOrRefund,
	SettledReceipt,
	StatusAnswer,
} from '../core/index.ts';

/** How long one request may take for its whole answer; aborting it makes the answer `{type: 'fault'}` of no interest. */
export type RequestLimits = {readonly timeoutMs: number; readonly signal?: AbortSignal};

export type PingAnswer =
	| {
			readonly type: 'pong';
			/** Gateway's clock, unix seconds. */
			readonly timeS: number;
			readonly agentId: string;
			readonly posId: string;
			readonly systems: readonly PaymentSystem[];
	  }
	| FaultAnswer;

export type GatewayPort = {
	ping(limits: RequestLimits): Promise<PingAnswer>;
	createOrder(order: OrderRequest, limits: RequestLimits): Promise<CreateAnswer>;
	getStatus(orderId: string, limits: RequestLimits): Promise<StatusAnswer>;
	cancelOrder(orderId: string, limits: RequestLimits): Promise<CancelAnswer>;
	refundOrder(
		refund: {readonly orderId: string; readonly refundId: string; readonly amountKopecks: number},
		limits: RequestLimits,
	): Promise<RefundAnswer>;
	getRefund(refundId: string, limits: RequestLimits): Promise<RefundAnswer>;
	listOrders(
		range: {readonly from: string; readonly to: string; readonly cursor: string | null},
		limits: RequestLimits,
	): Promise<OrdersAnswer>;
	/** Closes kept connections; afterwards the port is not used. */
	close(): Promise<void>;
};

export type Preflight =
	| {readonly type: 'ready'; readonly warnings: readonly RegisterFault[]}
	| {readonly type: 'problem'; readonly fault: RegisterFault};

/** The slip that the customer scans. Texts are ready to print; the register lays them out for its width. */
export type QrSlip = {
	readonly shopName: string;
	readonly systemName: string;
	readonly amountKopecks: number;
	readonly orderId: string;
	readonly qr: string;
	/** Local wall time, `HH:MM`. */
	readonly validUntil: string;
	/** Printed again for the same order: marked «повтор». */
	readonly isRepeat: boolean;
};

export type SlipEnd = {readonly type: 'printed'} | {readonly type: 'failed'; readonly fault: RegisterFault};

/** What the register says while something long goes on (paper, shift opening), for the cashier's screen. */
export type RegisterNotice = RegisterFault | null;

export type RegisterPort = {
	/** All that can be known before an order is made: link, mode, shift (a closed one is opened), paper, foreign receipt. */
	preflight(): Promise<Preflight>;
	printSlip(slip: QrSlip): Promise<SlipEnd>;
	/** Reads the documents before the receipt. No command that prints or sells. */
	prepareReceipt(): Promise<
		| {readonly type: 'ready'; readonly before: DocumentsBefore}
		| {readonly type: 'failed'; readonly fault: RegisterFault}
	>;
	/** Opens, sells, closes. Called once for each `receipt.closing` in the journal, never by itself again. */
	printReceipt(receipt: FiscalReceipt, before: DocumentsBefore): Promise<ReceiptEnd>;
	/**
	 * After a lost close or a crash: what became of it, by the documents (register-protocol §12.2). An own receipt that
	 * stands open and unclosed is cancelled, and the answer is `notClosed`: it may be made anew.
	 */
	settleReceipt(receipt: FiscalReceipt, before: DocumentsBefore): Promise<SettledReceipt>;
	/** Subscribes to what the register waits for (paper …); the newest notice wins, null clears it. */
	onNotice(listener: (notice: RegisterNotice) => void): () => void;
	close(): Promise<void>;
};

/** A QR display beside the till: best effort. */
export type DisplayPort = {
	/** True once the display's line has taken all of it. Never rejects, and answers within a few seconds. */
	showQr(qr: string): Promise<boolean>;
};

/** One event as it lies in the journal. */
export type JournalRow = {
	readonly seq: number;
	/** ISO wall time with milliseconds, UTC. */
	readonly at: string;
	readonly orderId: string | null;
	readonly event: PaymentEvent;
};

export type AppendEnd =
	| {readonly type: 'written'; readonly rows: readonly JournalRow[]}
	| {readonly type: 'failed'; readonly text: string};

export type JournalPort = {
	/** Appends all events in one transaction; when it answers `written` they are on disk. */
	append(orderId: string | null, events: readonly PaymentEvent[], at: string): AppendEnd;
	/** All payments that are not surely over, and what each has been through; oldest first. */
	unfinished(): readonly {readonly orderId: string; readonly rows: readonly JournalRow[]}[];
	/** Payments that ended unpaid at or after a time (ISO), oldest first: late money may come for them. */
	recentlyEnded(
		sinceIso: string,
	): readonly {readonly orderId: string; readonly rows: readonly JournalRow[]}[];
	/** One payment's rows, oldest first; empty where there is none. */
	ofOrder(orderId: string): readonly JournalRow[];
	/** Tells readers beside us what goes on between two rows (a live poll); best effort, never on disk for long. */
	beat(pulse: JournalPulse): void;
};

/** The live poll that readers see through the bell before it is folded into a row. */
export type JournalPulse = {
	readonly orderId: string;
	readonly n: number;
	readonly status: OrderStatus | 'error';
	readonly errorsInRow: number;
	readonly at: string;
};

export type ClockPort = {
	/** Monotonic milliseconds. */
	nowMs(): number;
	/** Wall time, for people. */
	now(): Date;
	setTimer(afterMs: number, run: () => void): () => void;
};
