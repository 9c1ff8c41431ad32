// 10h: where the register stands (register-protocol §4, §10). Asked all the time: before each print, after each doubt.
import {type Command, command} from './command.ts';

export type ShortStatus = {
	readonly operator: number;
	readonly flags: number;
	/** Low nibble of the mode byte: 2 shift open, 3 over 24 h, 4 closed, 8 document open … */
	readonly mode: number;
	/** High nibble: in mode 8 the kind of the open document, 0 sale, 2 sale refund … */
	readonly modeStatus: number;
	/** 0 idle, 1 and 2 no paper, 3 waits for «continue», 4 and 5 printing. */
	readonly submode: number;
	/** Operations in the open receipt. */
	readonly operations: number;
	/** Receipt roll in place, by the flags; a model without the sensor says either. Judge by the submode first. */
	readonly hasReceiptPaper: boolean;
	readonly isCoverOpen: boolean;
	readonly batteryVolts: number;
	readonly supplyVolts: number;
	/** Some models only: 0 good, 1 paper broke, 2 printer error, 5 printing. */
	readonly lastPrint: number | null;
};

const receiptRoll = 1 << 1;
const receiptOptical = 1 << 7;
const coverOpen = 1 << 10;

/** §4 «10h»; layout as JP, PY and a live device have it (bytes 10 and 11 are garbage there). */
export const shortStatus = (password: number): Command<ShortStatus> =>
	command({
		code: 0x10,
		kind: 'read',
		answerMs: 3000,
		password,
		leastBytes: 11,
		decode: (data) => {
			const operator = data.number(1);
			const flags = data.number(2);
			const modeByte = data.number(1);
			const submode = data.number(1);
			const operationsLow = data.number(1);
			const batteryVolts = (data.number(1) * 5) / 255;
			const supplyVolts = (data.number(1) * 24) / 216;
			data.skip(2);
			const operations = operationsLow + data.number(1) * 256;
			data.skip(3);
			return {
				operator,
				flags,
				mode: modeByte & 0x0f,
				modeStatus: modeByte >> 4,
				submode,
				operations,
				hasReceiptPaper: (flags & (receiptRoll | receiptOptical)) !== 0,
				isCoverOpen: (flags & coverOpen) !== 0,
				batteryVolts,
				supplyVolts,
				lastPrint: data.left() > 0 ? data.number(1) : null,
			};
		},
	});
