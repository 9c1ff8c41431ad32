// FF03h: the day until which the storage serves; live devices send two bytes more (reference, section 9).
import {storageDate} from '../bytes/build.ts';
import {type Command, done, exactly} from '../command.ts';

export const storageExpiry: Command = {
	code: 0xff03,
	name: 'storage expiry',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: ({state}) => done(storageDate(state.storageExpiresAtMs).subarray(0, 3), Uint8Array.of(0x47, 0x01)),
};
