// 13h: a sound.
import {type Command, done, exactly} from '../command.ts';

export const beep: Command = {
	code: 0x13,
	name: 'beep',
	size: exactly(5),
	password: 'operator',
	modes: 'any',
	printer: 'ignores',
	run: (_device, _request, operator) => done(operator),
};
