// 17h and 12h: a line of text on the receipt's tape (register-protocol §8).
import {fitBytes} from '../wire/bytes.ts';
import {encodeText} from '../wire/cp1251.ts';
import {type Command, command, nothing} from './command.ts';

/** Bit 1 of the flags: the receipt's tape. */
export const receiptTape = 2;

/** Font 1. Padded to the 40 bytes that every model wants. */
export const printLine = (password: number, text: string): Command<null> =>
	command({
		code: 0x17,
		kind: 'print',
		password,
		fields: [receiptTape, fitBytes(encodeText(text), 40)],
		decode: nothing,
	});

/** Font 2, twice as wide. Padded to 20 bytes. */
export const printWideLine = (password: number, text: string): Command<null> =>
	command({
		code: 0x12,
		kind: 'print',
		password,
		fields: [receiptTape, fitBytes(encodeText(text), 20)],
		decode: nothing,
	});
