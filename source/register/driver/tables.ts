// The register's tables for an admin: a field is read and written as what it is, a number within bounds or a text.
import type {RegisterTrouble} from '../../core/index.ts';
import {type FieldInfo, fieldInfo, type TableInfo, tableInfo} from '../commands/table-structure.ts';
import {readTableValue, type TableField, writeTableValue} from '../commands/table-value.ts';
import {fitBytes, littleEndian} from '../wire/bytes.ts';
import {decodeText, encodeText} from '../wire/cp1251.ts';
import {createReader} from '../wire/reader.ts';
import type {Device, Reply} from './device.ts';
import {troubleOf} from './trouble.ts';

export type TableStructure = TableInfo & {readonly fieldInfos: readonly FieldInfo[]};
export type TableValue = {readonly field: FieldInfo; readonly value: number | string};

export type Written = {readonly type: 'done'} | {readonly type: 'failed'; readonly trouble: RegisterTrouble};

export async function readStructure(device: Device, table: number): Promise<Reply<TableStructure>> {
	const info = await device.ask(tableInfo(device.password, table));
	if (info.type !== 'ok') return info;
	const fieldInfos: FieldInfo[] = [];
	for (let field = 1; field <= info.answer.fields; field += 1) {
		const reply = await device.ask(fieldInfo(device.password, table, field));
		if (reply.type !== 'ok') return reply;
		fieldInfos.push(reply.answer);
	}
	return {type: 'ok', answer: {...info.answer, fieldInfos}};
}

export async function readValue(device: Device, where: TableField): Promise<Reply<TableValue>> {
	const field = await device.ask(fieldInfo(device.password, where.table, where.field));
	if (field.type !== 'ok') return field;
	const bytes = await device.ask(readTableValue(device.password, where));
	if (bytes.type !== 'ok') return bytes;
	const value =
		field.answer.type === 'text'
			? decodeText(bytes.answer)
			: createReader(bytes.answer).number(bytes.answer.length);
	return {type: 'ok', answer: {field: field.answer, value}};
}

/** `text` as a person writes it; what the field can't hold is refused before anything is sent. */
export async function writeValue(device: Device, where: TableField, text: string): Promise<Written> {
	const field = await device.ask(fieldInfo(device.password, where.table, where.field));
	if (field.type !== 'ok') return {type: 'failed', trouble: troubleOf(field)};
	const value = fieldBytes(field.answer, text);
	if (value === null) {
		const allowed = allowedIn(field.answer);
		return {type: 'failed', trouble: {code: 'TABLE_VALUE', name: field.answer.name, allowed}};
	}
	const reply = await device.ask(writeTableValue(device.password, where, value));
	return reply.type === 'ok' ? {type: 'done'} : {type: 'failed', trouble: troubleOf(reply)};
}

const allowedIn = (field: FieldInfo): string =>
	field.type === 'text' ? `0…${field.sizeBytes}` : `${field.min}…${field.max}`;

function fieldBytes(field: FieldInfo, text: string): Uint8Array | null {
	if (field.type === 'text') {
		const bytes = encodeText(text);
		return bytes.length > field.sizeBytes ? null : fitBytes(bytes, field.sizeBytes);
	}
	const number = /^\d{1,15}$/.test(text) ? Number(text) : -1;
	return number < field.min || number > field.max ? null : littleEndian(number, field.sizeBytes);
}
