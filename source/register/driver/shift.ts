// Opening and closing a shift, and the X report; a lost answer is judged by the documents (register-protocol §12.3).
import type {DocumentsBefore, RegisterTrouble} from '../../core/index.ts';
import type {Command} from '../commands/command.ts';
import {documentTypes, findDocument} from '../commands/find-document.ts';
import {openShift, xReport, zReport} from '../commands/shift.ts';
import {type Bench, beforehand} from './bench.ts';
import {deedOf} from './deed.ts';
import type {Reply} from './device.ts';
import {hasNoNewDocument, readDocuments} from './documents.ts';
import {modes} from './modes.ts';
import {perform, performPrint} from './perform.ts';
import {troubleOf} from './trouble.ts';
import {waitForPrinter} from './wait-for-printer.ts';

export type Done = {readonly type: 'done'} | {readonly type: 'failed'; readonly trouble: RegisterTrouble};

const failed = (reply: Exclude<Reply<unknown>, {type: 'ok'}>): Done => ({
	type: 'failed',
	trouble: troubleOf(reply),
});

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
	const first = await once(bench, command, before.answer, documentType, modeAfter);
	// Nothing has changed: the command never came through, and may go once more.
	return first === 'unchanged'
		? doneOrFailed(await once(bench, command, before.answer, documentType, modeAfter), command)
		: first;
}

async function once(
	bench: Bench,
	command: Command<null>,
	before: DocumentsBefore,
	documentType: number,
	modeAfter: number,
): Promise<Done | 'unchanged'> {
	const deed = deedOf(await perform(bench, command));
	if (deed.type === 'not') return {type: 'failed', trouble: deed.trouble};
	const printed = await waitForPrinter(bench);
	if (printed.type === 'problem') return {type: 'failed', trouble: printed.trouble};
	if (deed.type === 'done') return {type: 'done'};
	const isThere = printed.status.mode === modeAfter && (await isNext(bench, before, documentType));
	if (isThere) return {type: 'done'};
	return (await hasNoNewDocument(bench, before)) ? 'unchanged' : {type: 'failed', trouble: deed.trouble};
}

const doneOrFailed = (end: Done | 'unchanged', command: Command<null>): Done =>
	end === 'unchanged' ? {type: 'failed', trouble: {code: 'NO_ANSWER', command: command.code}} : end;

/** Without a storage there are no documents to look at, and the mode alone speaks. */
async function isNext({device}: Bench, {fiscalDocument}: DocumentsBefore, type: number): Promise<boolean> {
	if (fiscalDocument === null) return true;
	const found = await device.ask(findDocument(device.password, fiscalDocument + 1));
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
