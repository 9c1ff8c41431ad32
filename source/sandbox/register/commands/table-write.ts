// 1Eh: writes one field. Forbidden in an open receipt.
import {type Command, done, refused} from '../command.ts';

export const tableWrite: Command = {
	code: 0x1e,
	name: 'write table',
	size: [10, 255],
	password: 'administrator',
	modes: [2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15],
	printer: 'ignores',
	run: ({tables}, request) => {
		const error = tables.write(request.u8(), request.u16(), request.u8(), request.rest());
		return error === 0 ? done() : refused(error);
	},
};
