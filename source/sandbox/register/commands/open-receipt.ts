// 8Dh: opens a receipt; 0 sale, 1 buy, 2 sale refund, 3 buy refund.
import {type Command, done, exactly, refused} from '../command.ts';
import {openReceipt as open} from '../deeds/receipt.ts';
import {errors} from '../errors.ts';
import type {ReceiptKind} from '../state/receipt.ts';

export const openReceipt: Command = {
	code: 0x8d,
	name: 'open receipt',
	size: exactly(6),
	password: 'operator',
	modes: [2],
	refusals: {3: errors.shiftOver24h, 4: errors.shiftIsClosed, 8: errors.receiptIsOpen},
	printer: 'acts',
	run: (device, request, operator) => {
		const kind = request.u8();
		if (kind > 3) return refused(errors.badParameters);
		open(device, kind as ReceiptKind, operator);
		return done(operator);
	},
};
