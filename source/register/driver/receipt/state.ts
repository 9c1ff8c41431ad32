// What stands in the register between two commands of a receipt: what a lost answer is judged by (register-protocol §12.3).
import type {SaleOrRefund} from '../../../core/index.ts';
import {receiptKind, subtotal} from '../../commands/receipt.ts';
import type {ShortStatus} from '../../commands/short-status.ts';
import type {Bench} from '../bench.ts';
import {modes} from '../modes.ts';
import {waitForPrinter} from '../wait-for-printer.ts';

export type ReceiptState =
	/** A receipt of our kind is open. */
	| {readonly type: 'open'; readonly operations: number; readonly totalKopecks: number}
	/** Something else is open: another kind, a non-fiscal document. */
	| {readonly type: 'other'}
	| {readonly type: 'none'; readonly isShiftOpen: boolean}
	| {readonly type: 'unreadable'};

/** Waits for the printer first: until it is idle the state may still be changing. */
export async function lookAtReceipt(bench: Bench, kind: SaleOrRefund): Promise<ReceiptState> {
	const waited = await waitForPrinter(bench);
	return waited.type === 'ready' ? stateOf(bench, waited.status, kind) : {type: 'unreadable'};
}

export async function stateOf(bench: Bench, status: ShortStatus, kind: SaleOrRefund): Promise<ReceiptState> {
	if (status.mode !== modes.documentOpen) return {type: 'none', isShiftOpen: status.mode === modes.shiftOpen};
	if (status.modeStatus !== receiptKind[kind]) return {type: 'other'};
	const total = await bench.device.ask(subtotal(bench.device.password));
	if (total.type !== 'ok') return {type: 'unreadable'};
	return {type: 'open', operations: status.operations, totalKopecks: total.answer};
}
