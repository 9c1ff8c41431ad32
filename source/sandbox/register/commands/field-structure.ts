// 2Eh: name, type and size of a field; a number has bounds besides.
import {le} from '../bytes/build.ts';
import {bytes1251} from '../bytes/text.ts';
import {type Command, done, exactly, refused} from '../command.ts';
import {errors} from '../errors.ts';
import {findTable} from '../tables/tables.ts';

export const fieldStructure: Command = {
	code: 0x2e,
	name: 'field structure',
	size: exactly(7),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: (_device, request) => {
		const field = findTable(request.u8())?.fields[request.u8() - 1];
		if (!field) return refused(errors.noSuchTable);
		const name = bytes1251(field.name, 40);
		if (field.type === 'text') return done(name, 1, field.size);
		return done(name, 0, field.size, le(field.min, field.size), le(field.max, field.size));
	},
};
