// A question that must be answered though the register is busy at this moment.
import {printerErrors, storageErrors} from '../errors/codes.ts';
import type {Bench} from './bench.ts';
import type {Reply} from './device.ts';

/**
 * A question that a receipt waits for. Where the register is only busy (printer, storage at work: 2Fh, 30h) it is asked
 * again for a while: with the money taken a refusal would cost the customer the receipt.
 */
export async function readPatiently<Answer>(
	bench: Bench,
	ask: () => Promise<Reply<Answer>>,
): Promise<Reply<Answer>> {
	const startedMs = performance.now();
	for (;;) {
		const reply = await ask();
		const isBusy =
			reply.type === 'refused' && (printerErrors.has(reply.error) || storageErrors.has(reply.error));
		if (!isBusy || performance.now() - startedMs > bench.times.settleLimitMs) return reply;
		if (!(await bench.pause(bench.times.settleMs))) return reply;
	}
}
