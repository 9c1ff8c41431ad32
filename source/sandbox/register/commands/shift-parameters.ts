// FF40h: is the shift open, its number, the number of the last receipt in it.
import {le} from '../bytes/build.ts';
import {type Command, done, exactly} from '../command.ts';

export const shiftParameters: Command = {
	code: 0xff40,
	name: 'shift parameters',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: ({state}) => done(state.isShiftOpen ? 1 : 0, le(state.shift, 2), le(state.receiptsInShift, 2)),
};
