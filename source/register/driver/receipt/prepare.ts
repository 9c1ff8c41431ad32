// The documents before a receipt. Asked right before the intent is written down; nothing here prints or sells.
import type {DocumentsBefore, RegisterTrouble} from '../../../core/index.ts';
import type {Bench} from '../bench.ts';
import {readDocuments} from '../documents.ts';
import {modeTrouble} from '../modes.ts';
import {readPatiently} from '../read-patiently.ts';
import {troubleOf} from '../trouble.ts';
import {waitForPrinter} from '../wait-for-printer.ts';

export type Prepared =
	| {readonly type: 'ready'; readonly before: DocumentsBefore}
	| {readonly type: 'failed'; readonly trouble: RegisterTrouble};

/** Waits for the printer (also for paper: the receipt is owed), then wants mode 2 and reads FF01h and FF40h. */
export async function prepare(bench: Bench): Promise<Prepared> {
	const waited = await waitForPrinter(bench);
	if (waited.type === 'problem') return {type: 'failed', trouble: waited.trouble};
	const mode = await modeTrouble(bench.device, waited.status);
	if (mode !== null) return {type: 'failed', trouble: mode};
	const documents = await readPatiently(bench, () => readDocuments(bench.device));
	if (documents.type !== 'ok') return {type: 'failed', trouble: troubleOf(documents)};
	return {type: 'ready', before: documents.answer};
}
