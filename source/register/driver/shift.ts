// Opening and closing a shift, and the X report; a lost answer is judged by the documents (register-protocol §12.3).
import type {RegisterTrouble} from '../../core/index.ts';
import type {Command} from '../commands/command.ts';
import {documentTypes, findDocument} from '../commands/find-document.ts';
import {openShift, xReport, zReport} from '../commands/shift.ts';
import {factsOfError} from '../errors/codes.ts';
import {type Bench, beforehand} from './bench.ts';
import type {Reply} from './device.ts';
import {readDocuments} from './documents.ts';
import {modes} from './modes.ts';
import {perform, performPrint} from './perform.ts';
import {troubleOf} from './trouble.ts';
import {waitForPrinter} from './wait-for-printer.ts';

export type Done = {readonly type: 'done'} | {readonly type: 'failed'; readonly trouble: RegisterTrouble};

const failed = (reply: Exclude<Reply<unknown>, {type: 'ok'}>): Done => ({
	type: 'failed',
	trouble: troubleOf(reply),
});

const maybeDone = (reply: Reply<unknown>): boolean =>
	reply.type === 'unknown' || (reply.type === 'refused' && factsOfError(reply.error).taken === 'unknown');

/** E0h; done only when the register stands in mode 2. */
export const openTheShift = (bench: Bench): Promise<Done> =>
	fiscalReport(bench, openShift(bench.device.password), documentTypes.shiftOpening, modes.shiftOpen);

/** 41h (Z): the shift's sums are printed and closed. Only at a person's wish. */
export const closeTheShift = (bench: Bench): Promise<Done> =>
	fiscalReport(bench, zReport(bench.device.password), documentTypes.shiftClosing, modes.shiftClosed);

async function fiscalReport(
	bench: Bench,
	command: Command<null>,
	documentType: number,
	modeAfter: number,
): Promise<Done> {
	const ready = await waitForPrinter(bench, beforehand(bench.times));
	if (ready.type === 'problem') return {type: 'failed', trouble: ready.trouble};
	const before = await readDocuments(bench.device);
	if (before.type !== 'ok') return failed(before);
	const reply = await perform(bench, command);
	if (reply.type !== 'ok' && !maybeDone(reply)) return failed(reply);
	const printed = await waitForPrinter(bench);
	if (printed.type === 'problem') return {type: 'failed', trouble: printed.trouble};
	if (reply.type === 'ok') return {type: 'done'};
	const {fiscalDocument} = before.answer;
	const isThere =
		printed.status.mode === modeAfter &&
		(fiscalDocument === null || (await isDocument(bench, fiscalDocument + 1, documentType)));
	return isThere ? {type: 'done'} : failed(reply);
}

async function isDocument({device}: Bench, fiscalDocument: number, type: number): Promise<boolean> {
	const found = await device.ask(findDocument(device.password, fiscalDocument));
	return found.type === 'ok' && found.answer.type === type;
}

/** 40h (X): prints and changes nothing. */
export async function printXReport(bench: Bench): Promise<Done> {
	const ready = await waitForPrinter(bench, beforehand(bench.times));
	if (ready.type === 'problem') return {type: 'failed', trouble: ready.trouble};
	const reply = await performPrint(bench, xReport(bench.device.password));
	if (reply.type !== 'ok') return failed(reply);
	const printed = await waitForPrinter(bench);
	return printed.type === 'ready' ? {type: 'done'} : {type: 'failed', trouble: printed.trouble};
}
