// The open receipt's life up to its close: opened, filled, cancelled.
import type {Device} from '../device.ts';
import {errors} from '../errors.ts';
import {type OpenReceipt, type Operation, type ReceiptKind, totalOf} from '../state/receipt.ts';

/** Largest sum of the protocol, 10^10 − 1 kopecks. */
export const maxKopecks = 9_999_999_999;

const maxOperations = 1000;

export function openReceipt(device: Device, kind: ReceiptKind, operator: number): OpenReceipt {
	const receipt: OpenReceipt = {kind, operator, operations: [], tags: [], delayedLines: []};
	device.state.receipt = receipt;
	return receipt;
}

/** The receipt that an operation of this kind goes to, opened by itself where the model does so; or the error. */
export function receiptFor(device: Device, kind: ReceiptKind, operator: number): OpenReceipt | number {
	const {receipt} = device.state;
	if (!receipt) {
		return device.model.opensReceiptItself ? openReceipt(device, kind, operator) : errors.wrongMode;
	}
	if (!mayTouch(receipt, operator)) return errors.otherOperator;
	return receipt.kind === kind ? receipt : errors.wrongReceiptKind;
}

/** Another operator's document is closed to all but the system administrator (row 30). */
export const mayTouch = (receipt: OpenReceipt, operator: number): boolean =>
	operator === 30 || receipt.operator === operator;

/** The error that forbids this operation in this receipt, or 0. */
export function operationFault(receipt: OpenReceipt | null, operation: Operation): number {
	if (operation.quantityMillionths === 0) return errors.badParameters;
	if (operation.priceKopecks > maxKopecks) return errors.priceOverflow;
	if (operation.department > 16) return errors.wrongDepartment;
	if ((receipt?.operations.length ?? 0) >= maxOperations) return errors.tooManyOperations;
	const total = (receipt ? totalOf(receipt) : 0) + operation.sumKopecks;
	return total > maxKopecks ? errors.totalOverflow : 0;
}

/** Price × quantity in kopecks, half a kopeck goes up. */
export function sumOf(priceKopecks: number, quantityMillionths: number): number {
	const product = BigInt(priceKopecks) * BigInt(quantityMillionths);
	return Number((product + 500_000n) / 1_000_000n);
}
