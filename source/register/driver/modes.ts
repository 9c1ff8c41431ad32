// The modes of the register that a till meets (register-protocol §10), and what each means for one who wants to sell.
import type {RegisterTrouble} from '../../core/index.ts';
import {subtotal} from '../commands/receipt.ts';
import type {ShortStatus} from '../commands/short-status.ts';
import type {Device} from './device.ts';

export const modes = {shiftOpen: 2, shiftExpired: 3, shiftClosed: 4, documentOpen: 8} as const;

/** Null where selling can begin. In mode 8 the total is asked for, so that the cashier sees whose receipt it may be. */
export async function modeTrouble(device: Device, status: ShortStatus): Promise<RegisterTrouble | null> {
	switch (status.mode) {
		case modes.shiftOpen:
			return null;
		case modes.shiftExpired:
			return {code: 'SHIFT_EXPIRED'};
		case modes.shiftClosed:
			return {code: 'SHIFT_CLOSED'};
		case modes.documentOpen: {
			const total = await device.ask(subtotal(device.password));
			return {
				code: 'FOREIGN_RECEIPT',
				kind: status.modeStatus,
				totalKopecks: total.type === 'ok' ? total.answer : null,
				operations: status.operations,
			};
		}
		default:
			return {code: 'MODE', mode: status.mode};
	}
}
