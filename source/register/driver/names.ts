// Names of payment types in the register (table 5): the receipt prints them, so the till's and the register's should agree.
import type {RegisterTrouble} from '../../core/index.ts';
import {fieldInfo} from '../commands/table-structure.ts';
import {readTableValue, writeTableValue} from '../commands/table-value.ts';
import {fitBytes} from '../wire/bytes.ts';
import {decodeText, encodeText} from '../wire/cp1251.ts';
import type {Device, Reply} from './device.ts';

/** A payment type of the till: its slot («Номер оплаты в ККМ», 2…13) and the name that the receipt should show. */
export type SlotName = {readonly slot: number; readonly name: string};

export type ComparedName = SlotName & {readonly found: string; readonly isSame: boolean};

const namesTable = 5;
const place = (slot: number) => ({table: namesTable, row: slot, field: 1});

export async function compareNames(
	device: Device,
	names: readonly SlotName[],
): Promise<Reply<readonly ComparedName[]>> {
	const compared: ComparedName[] = [];
	for (const {slot, name} of names) {
		const reply = await device.ask(readTableValue(device.password, place(slot)));
		if (reply.type !== 'ok') return reply;
		const found = decodeText(reply.answer);
		compared.push({slot, name, found, isSame: found.toUpperCase() === name.trim().toUpperCase()});
	}
	return {type: 'ok', answer: compared};
}

export const nameTroubles = (compared: readonly ComparedName[]): readonly RegisterTrouble[] =>
	compared
		.filter(({isSame}) => !isSame)
		.map(({slot, name, found}) => ({code: 'SLOT_NAME', slot, name, found}));

/** Writes only what differs; each name fills its whole field, or the old one's tail would stay. Not within a receipt. */
export async function putNames(
	device: Device,
	names: readonly SlotName[],
): Promise<Reply<readonly ComparedName[]>> {
	const field = await device.ask(fieldInfo(device.password, namesTable, 1));
	if (field.type !== 'ok') return field;
	const compared = await compareNames(device, names);
	if (compared.type !== 'ok') return compared;
	for (const {slot, name, isSame} of compared.answer) {
		if (isSame) continue;
		const value = fitBytes(encodeText(name), field.answer.sizeBytes);
		const reply = await device.ask(writeTableValue(device.password, place(slot), value));
		if (reply.type !== 'ok') return reply;
	}
	return compareNames(device, names);
}
