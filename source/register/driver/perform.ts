// A command that prints or sells: what its refusal for printer's reasons, and its lost answer, have in common.
import type {Command} from '../commands/command.ts';
import {printerErrors} from '../errors/codes.ts';
import type {Bench} from './bench.ts';
import type {Reply} from './device.ts';
import {waitForPrinter} from './wait-for-printer.ts';

/** More refusals in a row than any paper change makes; then the refusal itself is the answer. */
const refusalLimit = 5;

/**
 * Sends a command. Where the printer is busy or without paper nothing was done (§11): it goes again after the wait. After a
 * lost answer the register is asked whether it still keeps it; the command itself never goes again from here.
 */
export async function perform<Answer>(bench: Bench, command: Command<Answer>): Promise<Reply<Answer>> {
	const {device} = bench;
	for (let refusals = 0; ; refusals += 1) {
		const reply = await device.ask(command);
		if (reply.type === 'unknown') return device.recall(command, bench.times.recallMs);
		if (reply.type !== 'refused' || !printerErrors.has(reply.error) || refusals >= refusalLimit) return reply;
		const waited = await waitForPrinter(bench);
		if (waited.type === 'problem') return reply;
	}
}

/**
 * A command of class N (§1.5): it prints and does nothing fiscal. With its end unknown it goes once more, after the printer
 * is known to be there: paper may be lost, money can't.
 */
export async function performPrint(bench: Bench, command: Command<null>): Promise<Reply<null>> {
	const reply = await perform(bench, command);
	if (reply.type !== 'unknown' && reply.type !== 'notTaken') return reply;
	const waited = await waitForPrinter(bench);
	return waited.type === 'ready' ? perform(bench, command) : reply;
}
