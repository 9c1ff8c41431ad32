// 1Fh: one field of a table, the whole of it.
import {type Command, done, exactly, refused} from '../command.ts';

export const tableRead: Command = {
	code: 0x1f,
	name: 'read table',
	size: exactly(9),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: ({tables}, request) => {
		const value = tables.read(request.u8(), request.u16(), request.u8());
		return typeof value === 'number' ? refused(value) : done(value);
	},
};
