// FF01h, FF40h and 10h until two readings in a row agree (register-protocol §12.2, step 3).
import type {DocumentsBefore, FiscalReceipt, RegisterTrouble} from '../../../core/index.ts';
import {type ShortStatus, shortStatus} from '../../commands/short-status.ts';
import type {Bench} from '../bench.ts';
import type {Reply} from '../device.ts';
import {readDocuments} from '../documents.ts';
import {closedPort, troubleOf} from '../trouble.ts';
import {stateOf} from './state.ts';

export type Reading = {readonly documents: DocumentsBefore; readonly status: ShortStatus};

export type ReadingEnd =
	| ({readonly type: 'agreed'} & Reading)
	| {readonly type: 'problem'; readonly trouble: RegisterTrouble};

export async function readTwice(bench: Bench): Promise<ReadingEnd> {
	const {times, pause} = bench;
	const startedMs = performance.now();
	let last = await readOnce(bench);
	for (;;) {
		if (!(await pause(times.settleMs))) return {type: 'problem', trouble: closedPort};
		const next = await readOnce(bench);
		if (last.type === 'ok' && next.type === 'ok' && isSame(last.answer, next.answer))
			return {type: 'agreed', ...next.answer};
		// A refusal may be the storage still at work (2Fh, 30h); silence is not going to speak.
		if (next.type !== 'ok' && next.type !== 'refused') return {type: 'problem', trouble: troubleOf(next)};
		if (performance.now() - startedMs > times.settleLimitMs)
			return {
				type: 'problem',
				trouble: next.type === 'ok' ? {code: 'UNSETTLED'} : troubleOf(next),
			};
		last = next;
	}
}

/** Whether our receipt surely stands open with its whole total, and no document was made since. */
export async function standsWhole(
	bench: Bench,
	{kind, sumKopecks}: FiscalReceipt,
	before: DocumentsBefore,
): Promise<boolean> {
	const reading = await readTwice(bench);
	if (reading.type !== 'agreed') return false;
	const {documents: now, status} = reading;
	const isSameDocument =
		now.fiscalDocument === before.fiscalDocument &&
		now.storageNumber === before.storageNumber &&
		now.receiptNumber === before.receiptNumber;
	const state = isSameDocument ? await stateOf(bench, status, kind) : null;
	return state?.type === 'open' && state.totalKopecks === sumKopecks;
}

async function readOnce({device}: Bench): Promise<Reply<Reading>> {
	const documents = await readDocuments(device);
	if (documents.type !== 'ok') return documents;
	const status = await device.ask(shortStatus(device.password));
	if (status.type !== 'ok') return status;
	return {type: 'ok', answer: {documents: documents.answer, status: status.answer}};
}

function isSame(one: Reading, other: Reading): boolean {
	const facts = ({documents, status}: Reading) => [
		documents.fiscalDocument,
		documents.storageNumber,
		documents.shiftNumber,
		documents.receiptNumber,
		status.mode,
		status.modeStatus,
		status.submode,
		status.operations,
	];
	return facts(one).join() === facts(other).join();
}
