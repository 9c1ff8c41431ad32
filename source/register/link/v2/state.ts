// What link v2 remembers between two bytes. Plain data, as in link v1.
import type {LinkCommand} from '../command.ts';
import type {LinkLimits} from '../limits.ts';
import {emptyInbox, type Inbox} from './frame.ts';

export type JobV2 = {
	readonly command: LinkCommand | null;
	/** Our request's number once it went out. */
	readonly number: number | null;
	/** A sync went out after the request: the number that it brings is a verdict. */
	readonly isAsked: boolean;
	/** Tries without an answer, in a row. */
	readonly silences: number;
	/** Times that a repeatable command was numbered anew. */
	readonly restarts: number;
	readonly giveUpAtMs: number;
};

export type StepV2 =
	| {readonly at: 'idle'}
	/** The empty request was sent: the register's last number is due. */
	| {readonly at: 'sync'; readonly wakeAtMs: number}
	/** The request was sent: an answer with its number is due. */
	| {readonly at: 'request'; readonly wakeAtMs: number}
	| {readonly at: 'offline'};

export type LinkStateV2 = {
	readonly version: 2;
	readonly limits: LinkLimits;
	readonly inbox: Inbox;
	/** Number of the last request of ours: only its answer is ours to fetch. */
	readonly lastSent: number | null;
	readonly job: JobV2 | null;
	readonly step: StepV2;
};

export const idleLinkV2 = (limits: LinkLimits): LinkStateV2 => ({
	version: 2,
	limits,
	inbox: emptyInbox,
	lastSent: null,
	job: null,
	step: {at: 'idle'},
});
