// Closing the receipt: the sums are checked, the storage gets its document, the shift its totals, the tape its receipt.
import type {Device} from '../device.ts';
import {isShiftOverdue} from '../device.ts';
import {errors} from '../errors.ts';
import {printDocument} from '../papers/print-document.ts';
import {receiptPaper} from '../papers/receipt-paper.ts';
import type {FiscalReceiptDocument} from '../state/document.ts';
import {totalOf} from '../state/receipt.ts';
import {addDocument} from './documents.ts';
import {maxKopecks, mayTouch} from './receipt.ts';

export type Payment = {
	/** Sums of the slots, slot 1 first; missing ones are zero. */
	readonly slotsKopecks: readonly number[];
	readonly roundingKopecks: number;
	/** Bit of the tax system, 0 when the command has none. */
	readonly taxSystem: number;
	readonly text: string;
	readonly isForeign: boolean;
};

/** Closes the open receipt; the document, or the error that leaves the receipt as it was. */
export function closeReceipt(
	device: Device,
	operator: number,
	payment: Payment,
): FiscalReceiptDocument | number {
	const {state} = device;
	const {receipt} = state;
	if (!receipt) return errors.receiptIsClosed;
	if (!mayTouch(receipt, operator)) return errors.otherOperator;
	if (isShiftOverdue(device) && !device.model.closesOverdueReceipt) return errors.shiftOver24h;
	const total = totalOf(receipt) - payment.roundingKopecks;
	const slotsKopecks = Array.from({length: 16}, (_, index) => payment.slotsKopecks[index] ?? 0);
	const fault = paymentFault(device, total, slotsKopecks);
	if (fault !== 0) return fault;
	if (state.storageError !== null) return state.storageError;
	const changeKopecks = slotsKopecks.reduce((sum, slot) => sum + slot, 0) - total;
	slotsKopecks[0] = (slotsKopecks[0] ?? 0) - changeKopecks;

	state.receiptsInShift += 1;
	state.receiptsByKind[receipt.kind] = (state.receiptsByKind[receipt.kind] ?? 0) + 1;
	const totals = state.slotTotals[receipt.kind] ?? [];
	for (const [index, slot] of slotsKopecks.entries()) totals[index] = (totals[index] ?? 0) + slot;
	state.cashKopecks += takesCashIn(receipt.kind) ? slotsKopecks[0] : -slotsKopecks[0];
	const document = addDocument<FiscalReceiptDocument>(device, {
		type: 3,
		kind: receipt.kind,
		totalKopecks: total,
		slotsKopecks,
		changeKopecks,
		receiptNumber: state.receiptsInShift,
		operations: receipt.operations,
		tags: receipt.tags,
		isForeign: payment.isForeign,
	});
	state.receipt = null;
	printDocument(device, 'document', receiptPaper(device, document, {operator, payment, receipt}));
	return document;
}

/** Sale and buy refund bring cash, the other two kinds give it away. */
const takesCashIn = (kind: number): boolean => kind === 0 || kind === 3;

function paymentFault(device: Device, totalKopecks: number, slotsKopecks: readonly number[]): number {
	const {state, tables} = device;
	const receipt = state.receipt;
	if (!receipt) return errors.receiptIsClosed;
	const overflown = slotsKopecks.findIndex((slot) => slot > maxKopecks);
	if (overflown >= 0) return overflown < 4 ? errors.cashOverflow + overflown : errors.badParameters;
	if (receipt.operations.length === 0) return errors.zeroTotal;
	if (totalKopecks <= 0 && tables.number(1, 1, 23) === 1) return errors.zeroTotal;
	const [cash = 0, ...others] = slotsKopecks;
	const cashless = others.reduce((sum, slot) => sum + slot, 0);
	if (cashless > totalKopecks) return errors.cashlessTooMuch;
	if (cash + cashless < totalKopecks) return errors.paidTooLittle;
	if (!takesCashIn(receipt.kind) && totalKopecks - cashless > state.cashKopecks) return errors.notEnoughCash;
	return 0;
}
