// FF02h: number of the fiscal storage, sixteen digits.
import {bytes1251} from '../bytes/text.ts';
import {type Command, done, exactly} from '../command.ts';

export const storageNumber: Command = {
	code: 0xff02,
	name: 'storage number',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: ({state}) => done(bytes1251(state.storageNumber, 16)),
};
