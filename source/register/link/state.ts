// What link v1 remembers between two bytes. Plain data: a step of the machine makes a new one.
import type {LinkCommand, LinkEnd} from './command.ts';
import type {LinkLimits} from './limits.ts';

/** One command on its way, or with `command: null` the fetching of an answer that the register may still keep. */
export type Job = {
	readonly command: LinkCommand | null;
	/**
	 * How far our frame may have come. `never`: not sent. `refused`: NAK came. `silent`: sent, and neither ACK nor
	 * NAK seen. `taken`: ACK came, or the line broke after the frame: an answer is owed.
	 */
	readonly sent: 'never' | 'refused' | 'silent' | 'taken';
	/** Sends of the frame that were not taken (I of the diagram). */
	readonly refusals: number;
	/** Tries to read one answer (J of the diagram). */
	readonly reads: number;
	/** ENQ in a row without any reply. */
	readonly silences: number;
	/** Stray transmissions and old answers dropped; a bound for a line that never stops talking. */
	readonly strays: number;
	/** Times that a repeatable command was begun anew. */
	readonly restarts: number;
	/** When a fetch gives up; null for a command. */
	readonly untilMs: number | null;
};

/** Where the machine stands. `wakeAtMs` is when it wants to be called though no byte came. */
export type Step =
	/** No command. Stray bytes are dropped; a command that comes right after them waits for silence. */
	| {readonly at: 'idle'; readonly strayUntilMs: number}
	/** Waits until the line is silent, then sends ENQ (or NAK and ENQ). */
	| {
			readonly at: 'drain';
			readonly wakeAtMs: number;
			readonly giveUpAtMs: number;
			readonly refuse: boolean;
	  }
	/** ENQ sent. */
	| {readonly at: 'enquire'; readonly wakeAtMs: number}
	/** Frame sent. */
	| {readonly at: 'offer'; readonly wakeAtMs: number}
	/** An answer is due. */
	| {readonly at: 'await'; readonly wakeAtMs: number}
	/** Inside an answer; `bytes` are what came after STX. */
	| {
			readonly at: 'read';
			readonly wakeAtMs: number;
			readonly giveUpAtMs: number;
			readonly bytes: readonly number[];
	  }
	/** The line broke; the world tries to open it again. */
	| {readonly at: 'offline'};

export type LinkState = {readonly limits: LinkLimits; readonly job: Job | null; readonly step: Step};

/** What a step of the machine asks of the world. */
export type Move = {
	readonly state: LinkState;
	/** Bytes to send now, in this order. */
	readonly send: readonly Uint8Array[];
	readonly end: LinkEnd | {readonly type: 'nothingKept'} | null;
};

export const idleLink = (limits: LinkLimits): LinkState => ({
	limits,
	job: null,
	step: {at: 'idle', strayUntilMs: 0},
});

/** When the machine wants a `wake`, or null. */
export const wakeAtMs = ({step}: LinkState): number | null => ('wakeAtMs' in step ? step.wakeAtMs : null);

export const newJob = (command: LinkCommand | null, untilMs: number | null): Job => ({
	command,
	sent: 'never',
	refusals: 0,
	reads: 0,
	silences: 0,
	strays: 0,
	restarts: 0,
	untilMs,
});
