// What the engine shows to screens: one immutable picture, made anew with each change.
import type {
	AnyEvent,
	EndedState,
	LiveState,
	PaymentEvent,
	PaymentState,
	RegisterFault,
} from '../core/index.ts';
import type {RegisterNotice} from './ports.ts';

/** One thing that happened in this process, as the log pane shows it. */
export type LogEntry = {
	readonly n: number;
	/** ISO wall time. */
	readonly at: string;
	readonly orderId: string;
	readonly event: PaymentEvent;
};

export type SlipState =
	| {readonly state: 'idle'}
	| {readonly state: 'printing'}
	| {readonly state: 'printed'}
	| {readonly state: 'failed'; readonly fault: RegisterFault};

export type Snapshot = {
	readonly revision: number;
	/** The payment that is under way, or null. */
	readonly live: LiveState | null;
	/** The payment that the cashier last had to do with: the live one, or the one that ended last. */
	readonly current: PaymentState;
	/** Ended payments that still wait for gateway, register or a person. */
	readonly open: readonly EndedState[];
	readonly log: readonly LogEntry[];
	readonly notice: RegisterNotice;
	readonly slip: SlipState;
	/** The disk takes no rows: said loudly until it does again. */
	readonly journalFault: string | null;
	/** A payment is being begun (the register is asked whether it can print). */
	readonly isStarting: boolean;
};

/** How many entries the log keeps; older ones are in the journal. */
const logLength = 1000;

/** The log with new entries at its end, never longer than a screen can need. */
export function logged(
	log: readonly LogEntry[],
	at: string,
	orderId: string,
	events: readonly PaymentEvent[],
): readonly LogEntry[] {
	if (events.length === 0) return log;
	const next = (log.at(-1)?.n ?? 0) + 1;
	return [...log, ...events.map((event, index) => ({n: next + index, at, orderId, event}))].slice(-logLength);
}

export type EventListener = (happened: {
	readonly orderId: string;
	readonly event: AnyEvent;
	readonly state: PaymentState;
	readonly at: string;
}) => void;
