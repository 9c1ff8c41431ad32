// What the outer world saw of a till: its requests, its receipts, its screen, its disk. The checker knows nothing else.
import type {JournalRow} from '../../source/engine/index.ts';
import type {Scenario} from './scenario.ts';
import type {Document} from './world/device.ts';
import type {ServerOrder} from './world/server.ts';

export type Operation = 'createOrder' | 'getStatus' | 'cancelOrder' | 'refundOrder' | 'getRefund';

/** One request as the gateway's client saw it. */
export type SeenRequest = {
	readonly atMs: number;
	/** The process that asked, counted from 1. */
	readonly boot: number;
	readonly operation: Operation;
	readonly orderId: string;
	readonly body: string;
	/** How many rows lay on disk when it left. */
	readonly rowsThen: number;
	/** null: the process died before the answer. */
	endedAtMs: number | null;
	/** `aborted`: the till no longer wanted it. */
	end: 'aborted' | 'fault' | 'strange' | 'strange paid' | 'rejected' | 'answer' | null;
	/** The gateway's word, where it was well-formed and about our order. */
	status: string | null;
};

export type SeenCall = {
	readonly atMs: number;
	readonly boot: number;
	readonly operation: 'printReceipt' | 'settleReceipt';
	readonly orderId: string;
	readonly rowsThen: number;
};

/** What the screen said about a payment when that changed. */
export type SeenScreen = {
	readonly atMs: number;
	readonly boot: number;
	readonly orderId: string;
	readonly phase: string;
	readonly outcome: string | null;
	readonly receipt: string | null;
	readonly rowsThen: number;
	/** The screen says loudly that the disk takes no rows. */
	readonly isDiskFaultShown: boolean;
};

export type Boot = {
	readonly atMs: number;
	diedAtMs: number | null;
};

export type Open = {readonly orderId: string; readonly matter: string};

export type History = {
	readonly scenario: Scenario;
	/** Presses of Enter that the till could hear. */
	readonly enters: {readonly atMs: number; readonly orderId: string; isStarted: boolean}[];
	readonly requests: SeenRequest[];
	readonly calls: SeenCall[];
	readonly screens: SeenScreen[];
	readonly boots: Boot[];
	/** When the QR of an order could first be seen. */
	readonly seenAtMs: Map<string, number>;
	/** Orders whose rows were in memory only, the disk refusing them, when the process died: nobody can know of them. */
	readonly forgotten: Set<string>;
	/** Presses that ask at once: the schedule does not count then. */
	readonly hurriedAtMs: number[];
	readonly rows: readonly JournalRow[];
	/** True time of each row. */
	readonly rowsAtMs: readonly number[];
	readonly documents: readonly Document[];
	readonly orders: ReadonlyMap<string, ServerOrder>;
	readonly burnt: ReadonlyMap<string, number>;
	/** What waits on the screen at the end. */
	open: readonly Open[];
	liveAtEnd: string | null;
	/** Things that must not happen at all: an exception that nobody caught. */
	readonly crashes: string[];
	/** Steps, requests, calls and appends until the world grew calm: where a fault could be placed. */
	places: {steps: number; requests: number; calls: number; appends: number; lastMs: number};
	/** The story, line by line, where it was asked for. */
	readonly lines: string[];
};
