// 1Bh: operation registers. 148…151 count receipts by kind, 152 is the through document number (register-protocol §4).
import {type Command, command} from './command.ts';

/** Counts of closed receipts: sale, buy, sale refund, buy refund. */
export const receiptRegisters = [148, 149, 150, 151] as const;

export const operationRegister = (password: number, register: number): Command<number> =>
	command({
		code: 0x1b,
		kind: 'read',
		password,
		fields: [register],
		leastBytes: 3,
		decode: (data) => {
			data.skip(1);
			return data.number(2);
		},
	});
