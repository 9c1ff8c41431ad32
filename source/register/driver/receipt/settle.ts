// Was the receipt closed? The algorithm of register-protocol §12.2, step by step. It sells and closes nothing.
import type {DocumentsBefore, FiscalReceipt, RegisterTrouble} from '../../../core/index.ts';
import {closeReceipt} from '../../commands/close.ts';
import type {ShortStatus} from '../../commands/short-status.ts';
import type {Bench} from '../bench.ts';
import {modes} from '../modes.ts';
import {waitForPrinter} from '../wait-for-printer.ts';
import {cancelOwn} from './cancel.ts';
import {isOwnReceipt} from './own.ts';
import type {PrintEnd} from './print.ts';
import {readTwice} from './readings.ts';
import {searchDocuments} from './search.ts';
import {stateOf} from './state.ts';

export type SettleEnd = PrintEnd | {readonly type: 'notClosed'; readonly trouble: RegisterTrouble};

const notClosed: SettleEnd = {type: 'notClosed', trouble: {code: 'NOT_CLOSED'}};
const unresolved = (trouble: RegisterTrouble): SettleEnd => ({type: 'unknown', trouble});

export async function settle(
	bench: Bench,
	receipt: FiscalReceipt,
	before: DocumentsBefore,
	taxSystemBit: number,
): Promise<SettleEnd> {
	// 1. An answer that the register still keeps may be that of the close.
	const answered = await recallClose(bench, receipt, before, taxSystemBit);
	if (answered !== null) return answered;
	// 2. The printer comes to rest, however long it takes.
	const waited = await waitForPrinter(bench);
	if (waited.type === 'problem') return unresolved(waited.trouble);
	// 3. Two readings that agree: the storage may still be working.
	const reading = await readTwice(bench);
	if (reading.type === 'problem') return unresolved(reading.trouble);
	const {documents: now, status} = reading;
	if (before.fiscalDocument === null || now.fiscalDocument === null)
		return withoutStorage(bench, receipt, before, now, status);
	// 4. Another storage knows nothing of our receipt.
	if (now.storageNumber !== before.storageNumber)
		return unresolved({
			code: 'OTHER_STORAGE',
			expected: before.storageNumber ?? '',
			found: now.storageNumber ?? '',
		});
	// 5. and 6. New documents: ours is among them, or a person decides.
	if (now.fiscalDocument !== before.fiscalDocument)
		return searchDocuments(bench, receipt, before, {...now, fiscalDocument: now.fiscalDocument});
	// 7. and 8. No new document: surely not closed.
	return removeOwn(bench, receipt, before, status);
}

/** Trusted only with the very next document number; all else is left to the documents. */
async function recallClose(
	{device, times}: Bench,
	{slot, sumKopecks}: FiscalReceipt,
	before: DocumentsBefore,
	taxSystemBit: number,
): Promise<SettleEnd | null> {
	const asked = closeReceipt(device.password, {payments: {[slot]: sumKopecks}, taxSystemBit});
	const reply = await device.recall(asked, times.recallMs);
	if (reply.type !== 'ok' || before.fiscalDocument === null) return null;
	const {fiscalDocument, fiscalSign} = reply.answer;
	if (fiscalDocument !== before.fiscalDocument + 1) return null;
	const number = before.receiptNumber === null ? null : before.receiptNumber + 1;
	return {type: 'closed', number, fiscalDocument, fiscalSign};
}

/** An own receipt that stands open is cancelled first, so that it may be made anew. A stranger's stays. */
async function removeOwn(
	bench: Bench,
	receipt: FiscalReceipt,
	before: DocumentsBefore,
	status: ShortStatus,
): Promise<SettleEnd> {
	if (status.mode !== modes.documentOpen) return notClosed;
	const state = await stateOf(bench, status, receipt.kind);
	if (state.type === 'unreadable') return unresolved({code: 'UNSETTLED'});
	if (state.type !== 'open' || !isOwnReceipt(receipt, state))
		return unresolved({
			code: 'FOREIGN_RECEIPT',
			kind: status.modeStatus,
			totalKopecks: state.type === 'open' ? state.totalKopecks : null,
			operations: status.operations,
		});
	return (await cancelOwn(bench, before)) ? notClosed : unresolved({code: 'UNSETTLED'});
}

/** 9. An old device: the count of closed receipts and the mode. */
async function withoutStorage(
	bench: Bench,
	receipt: FiscalReceipt,
	before: DocumentsBefore,
	now: DocumentsBefore,
	status: ShortStatus,
): Promise<SettleEnd> {
	const made = (now.receiptNumber ?? 0) - (before.receiptNumber ?? 0);
	const isAlike = before.fiscalDocument === null && now.fiscalDocument === null;
	if (!isAlike || made < 0 || made > 1) return unresolved({code: 'UNSETTLED'});
	if (made === 0) return removeOwn(bench, receipt, before, status);
	if (status.mode === modes.documentOpen) return unresolved({code: 'UNSETTLED'});
	return {type: 'closed', number: null, fiscalDocument: null, fiscalSign: null};
}
