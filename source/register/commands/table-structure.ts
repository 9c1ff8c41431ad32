// 2Dh and 2Eh: what tables and fields this firmware has. Their numbers differ between firmwares, their names do not.
import {type Command, command} from './command.ts';

export type TableInfo = {readonly name: string; readonly rows: number; readonly fields: number};

export type FieldInfo =
	| {readonly type: 'text'; readonly name: string; readonly sizeBytes: number}
	| {
			readonly type: 'number';
			readonly name: string;
			readonly sizeBytes: number;
			readonly min: number;
			readonly max: number;
	  };

const nameBytes = 40;

/** §5 «2D table». An unknown table is refused with 5Dh. */
export const tableInfo = (password: number, table: number): Command<TableInfo> =>
	command({
		code: 0x2d,
		kind: 'read',
		password,
		fields: [table],
		leastBytes: nameBytes + 3,
		decode: (data) => ({name: data.text(nameBytes), rows: data.number(2), fields: data.number(1)}),
	});

/** §5 «2E field»: bounds follow for numbers only. */
export const fieldInfo = (password: number, table: number, field: number): Command<FieldInfo> =>
	command({
		code: 0x2e,
		kind: 'read',
		password,
		fields: [table, field],
		leastBytes: nameBytes + 2,
		decode: (data) => {
			const name = data.text(nameBytes);
			const isText = data.number(1) === 1;
			const sizeBytes = data.number(1);
			if (isText) return {type: 'text', name, sizeBytes};
			return {type: 'number', name, sizeBytes, min: data.number(sizeBytes), max: data.number(sizeBytes)};
		},
	});
