// 88h: an own receipt that can't be finished is cancelled; that it is gone and was not closed the documents prove.
import type {DocumentsBefore} from '../../../core/index.ts';
import {cancelReceipt} from '../../commands/receipt.ts';
import type {Bench} from '../bench.ts';
import {hasNoNewDocument} from '../documents.ts';
import {modes} from '../modes.ts';
import {perform} from '../perform.ts';
import {waitForPrinter} from '../wait-for-printer.ts';

/** True when the register surely stands without an open receipt and without a new document. */
export async function cancelOwn(bench: Bench, before: DocumentsBefore): Promise<boolean> {
	await perform(bench, cancelReceipt(bench.device.password));
	const waited = await waitForPrinter(bench);
	if (waited.type === 'problem' || waited.status.mode === modes.documentOpen) return false;
	return hasNoNewDocument(bench, before);
}
