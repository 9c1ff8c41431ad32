// 10h: mode, submode, flags. The layout with bytes 10 and 11 is that of live devices (reference, section 4).

import {le} from '../bytes/build.ts';
import {type Command, done, exactly} from '../command.ts';
import {modeByte, statusFlags} from '../device.ts';

export const shortStatus: Command = {
	code: 0x10,
	name: 'short status',
	size: exactly(5),
	password: 'operator',
	modes: 'any',
	printer: 'ignores',
	run: (device, _request, operator) => {
		const operations = device.state.receipt?.operations.length ?? 0;
		return done(
			operator,
			le(statusFlags(device), 2),
			modeByte(device),
			device.printer.submode(),
			operations & 0xff,
			// Battery and supply, then what used to be error codes of memory and journal: live devices send C8 01.
			Uint8Array.of(0x9d, 0x2e, 0xc8, 0x01),
			operations >> 8,
			Uint8Array.of(0x74, 0x02, 0x00),
		);
	},
};
