// How a fiscal command ended, in the only three ways that matter for what is fiscal.
import type {RegisterTrouble} from '../../core/index.ts';
import {factsOfError} from '../errors/codes.ts';
import type {Reply} from './device.ts';
import {troubleOf} from './trouble.ts';

export type Deed =
	| {readonly type: 'done'}
	/** Surely not carried out. */
	| {readonly type: 'not'; readonly trouble: RegisterTrouble}
	/** May have been carried out: only the register's state can tell. */
	| {readonly type: 'doubt'; readonly trouble: RegisterTrouble};

export const done: Deed = {type: 'done'};

export function deedOf(reply: Exclude<Reply<unknown>, {type: 'ok'}>): Exclude<Deed, {type: 'done'}>;
export function deedOf(reply: Reply<unknown>): Deed;
export function deedOf(reply: Reply<unknown>): Deed {
	if (reply.type === 'ok') return done;
	const trouble = troubleOf(reply);
	const isDoubtful =
		reply.type === 'unknown' ||
		reply.type === 'notTaken' ||
		(reply.type === 'refused' && factsOfError(reply.error).taken === 'unknown');
	return {type: isDoubtful ? 'doubt' : 'not', trouble};
}
