// FCh: what device this is. Needs no password.
import {bytes1251} from '../bytes/text.ts';
import {type Command, done, exactly} from '../command.ts';

export const deviceType: Command = {
	code: 0xfc,
	name: 'device type',
	size: exactly(1),
	password: 'none',
	modes: 'any',
	printer: 'ignores',
	run: ({model}) => done(0, 0, Uint8Array.of(...model.protocol), model.number, 0, bytes1251(model.name)),
};
