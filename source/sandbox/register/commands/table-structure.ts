// 2Dh: name, rows and fields of a table.
import {le} from '../bytes/build.ts';
import {bytes1251} from '../bytes/text.ts';
import {type Command, done, exactly, refused} from '../command.ts';
import {errors} from '../errors.ts';
import {findTable} from '../tables/tables.ts';

export const tableStructure: Command = {
	code: 0x2d,
	name: 'table structure',
	size: exactly(6),
	password: 'administrator',
	modes: 'any',
	printer: 'ignores',
	run: (_device, request) => {
		const table = findTable(request.u8());
		if (!table) return refused(errors.noSuchTable);
		return done(bytes1251(table.name, 40), le(table.rows, 2), table.fields.length);
	},
};
