// The ways to print a QR, from the best to the plainest. A way that the firmware lacks leads to the next one.
import type {RegisterTrouble} from '../../../core/index.ts';
import type {Command} from '../../commands/command.ts';
import {factsOfError, notSupported} from '../../errors/codes.ts';
import type {Bench} from '../bench.ts';
import type {Capabilities} from '../capabilities.ts';
import type {Reply} from '../device.ts';
import {perform, performPrint} from '../perform.ts';
import {troubleOf} from '../trouble.ts';

export type WayEnd =
	| {readonly type: 'printed'}
	/** Not this way: the firmware lacks it, or the code doesn't fit. Nothing was printed. */
	| {readonly type: 'next'}
	| {readonly type: 'failed'; readonly trouble: RegisterTrouble};

export type QrWay = (bench: Bench, able: Capabilities, text: string) => Promise<WayEnd>;

/**
 * Loads, then prints. A refusal that surely did nothing sends to the next way; with 37h that is remembered under
 * `code`, so that it is not tried again on this device.
 */
export async function loadAndPrint(
	bench: Bench,
	code: string,
	loads: readonly Command<null>[],
	print: Command<null>,
): Promise<WayEnd> {
	for (const load of loads) {
		const reply = await perform(bench, load);
		if (reply.type !== 'ok') return refused(bench, code, reply);
	}
	const printed = await performPrint(bench, print);
	return printed.type === 'ok' ? {type: 'printed'} : refused(bench, code, printed);
}

function refused(bench: Bench, code: string, reply: Exclude<Reply<null>, {type: 'ok'}>): WayEnd {
	if (reply.type !== 'refused' || factsOfError(reply.error).taken === 'unknown')
		return {type: 'failed', trouble: troubleOf(reply)};
	if (reply.error === notSupported) bench.lacks.add(code);
	return {type: 'next'};
}
