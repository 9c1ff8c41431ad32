// E0h, 40h, 41h: the shift is opened, reported on (X) and closed (Z). Register-protocol §7.1.
import {type Command, command, nothing} from './command.ts';

/** Mode 4 only; prints. */
export const openShift = (password: number): Command<null> =>
	command({code: 0xe0, kind: 'fiscal', answerMs: 120_000, password, decode: nothing});

/** Prints the sums of the shift and changes nothing. */
export const xReport = (password: number): Command<null> =>
	command({code: 0x40, kind: 'print', password, decode: nothing});

/** Closes the shift; modes 2 and 3. */
export const zReport = (password: number): Command<null> =>
	command({code: 0x41, kind: 'fiscal', answerMs: 65_000, password, decode: nothing});
