// 25h cuts, 29h feeds, B0h goes on printing after the paper was changed (register-protocol §7.1, §10).
import {type Command, command, nothing} from './command.ts';
import {receiptTape} from './print-line.ts';

/** Not in modes 8, 10, 11, 12. */
export const cut = (password: number, how: 'full' | 'partial' = 'partial'): Command<null> =>
	command({
		code: 0x25,
		kind: 'print',
		password,
		fields: [how === 'full' ? 0 : 1],
		decode: nothing,
	});

/** Not in modes 8, 10, 11, 12. `lines` 1…255. */
export const feed = (password: number, lines: number): Command<null> =>
	command({code: 0x29, kind: 'print', password, fields: [receiptTape, lines], decode: nothing});

/** In submode 3 only. */
export const continuePrint = (password: number): Command<null> =>
	command({code: 0xb0, kind: 'continue', password, decode: nothing});
