// 13h: the register makes itself heard. Harmless, so it also shows that a line works both ways.
import {type Command, command, nothing} from './command.ts';

/** §4 «13 beep». */
export const beep = (password: number): Command<null> =>
	command({code: 0x13, kind: 'print', password, decode: nothing});
