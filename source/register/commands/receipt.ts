// 8Dh, 88h, 89h: a receipt is opened, cancelled, its total read (register-protocol §7.1).
import type {SaleOrRefund} from '../../core/index.ts';
import {type Command, command, nothing} from './command.ts';

/** 8Dh's numbers of receipt kinds, which are also the status nibble of mode 8. FF46h and FF0Ah count differently. */
export const receiptKind = {sale: 0, refund: 2} as const satisfies Record<SaleOrRefund, number>;

export const openReceipt = (password: number, kind: SaleOrRefund): Command<null> =>
	command({code: 0x8d, kind: 'fiscal', password, fields: [receiptKind[kind]], decode: nothing});

/** Mode 8 only; the register is in mode 2 or 3 afterwards. */
export const cancelReceipt = (password: number): Command<null> =>
	command({code: 0x88, kind: 'fiscal', password, decode: nothing});

/** The total of the open receipt in kopecks. Mode 8 only. */
export const subtotal = (password: number): Command<number> =>
	command({
		code: 0x89,
		kind: 'read',
		password,
		leastBytes: 6,
		decode: (data) => {
			data.skip(1);
			return data.number(5);
		},
	});
