// FF40h: the shift by the storage, and the number of its last receipt.
import {type Command, command} from './command.ts';

export type StorageShift = {
	readonly isOpen: boolean;
	readonly shift: number;
	/** The last receipt made in this shift, 0 before the first. */
	readonly receipt: number;
};

/** §9 «FF40 shift». */
export const storageShift = (password: number): Command<StorageShift> =>
	command({
		code: 0xff40,
		kind: 'read',
		password,
		leastBytes: 5,
		decode: (data) => ({isOpen: data.number(1) === 1, shift: data.number(2), receipt: data.number(2)}),
	});
