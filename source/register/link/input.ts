// What happens to a link machine: the same for v1 and v2.
import type {LinkCommand} from './command.ts';

export type LinkInput =
	/** A command. Only when idle. */
	| {readonly type: 'start'; readonly command: LinkCommand}
	/** An answer that the register may keep is fetched, for at most `withinMs`. Only when idle. */
	| {readonly type: 'fetch'; readonly withinMs: number}
	| {readonly type: 'bytes'; readonly bytes: Uint8Array}
	| {readonly type: 'wake'}
	/** The connection broke; it is open again; it can't be opened. */
	| {readonly type: 'lost'}
	| {readonly type: 'opened'}
	| {readonly type: 'unreachable'};
