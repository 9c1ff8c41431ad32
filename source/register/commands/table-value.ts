// 1Fh and 1Eh: one field of one row of the register's tables (register-protocol §5).
import {littleEndian} from '../wire/bytes.ts';
import {type Command, command, nothing} from './command.ts';

export type TableField = {readonly table: number; readonly row: number; readonly field: number};

const place = ({table, row, field}: TableField): readonly (Uint8Array | number)[] => [
	table,
	littleEndian(row, 2),
	field,
];

/** The whole field as bytes: BIN is little-endian, CHAR is CP1251 padded with zeros. Any mode. */
export const readTableValue = (password: number, where: TableField): Command<Uint8Array> =>
	command({
		code: 0x1f,
		kind: 'read',
		password,
		fields: place(where),
		decode: (data) => data.bytes(data.left()),
	});

/** Refused in modes 1 and 8. `value` must fill the field: a shorter CHAR leaves the old tail in place (PY's fork). */
export const writeTableValue = (password: number, where: TableField, value: Uint8Array): Command<null> =>
	command({code: 0x1e, kind: 'write', password, fields: [...place(where), value], decode: nothing});
