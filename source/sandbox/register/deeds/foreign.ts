// Another program at the same register: it leaves a receipt open, or sells between our commands.
import type {Device} from '../device.ts';
import type {FiscalReceiptDocument} from '../state/document.ts';
import type {OpenReceipt} from '../state/receipt.ts';
import {closeReceipt} from './close.ts';
import {openReceipt} from './receipt.ts';
import {openShift} from './shift.ts';

/** The other program works under the first cashier's password. */
const otherOperator = 1;

/** Opens a receipt of the other program with one position; one that is open stays as it is. */
export function openForeignReceipt(device: Device, amountKopecks = 77_700): OpenReceipt {
	if (device.state.receipt) return device.state.receipt;
	if (!device.state.isShiftOpen) openShift(device, otherOperator);
	const receipt = openReceipt(device, 0, otherOperator);
	receipt.operations.push({
		name: 'Чужой товар',
		quantityMillionths: 1_000_000,
		priceKopecks: amountKopecks,
		sumKopecks: amountKopecks,
		taxRate: 8,
		department: 1,
		method: 4,
		subject: 1,
	});
	return receipt;
}

/** Sells for cash as the other program; the error code when it can't. */
export function sellForeign(device: Device, amountKopecks: number): FiscalReceiptDocument | number {
	const own = device.state.receipt;
	device.state.receipt = null;
	openForeignReceipt(device, amountKopecks);
	const closed = closeReceipt(device, otherOperator, {
		slotsKopecks: [amountKopecks],
		roundingKopecks: 0,
		taxSystem: 1,
		text: '',
		isForeign: true,
	});
	device.state.receipt = own;
	return closed;
}
