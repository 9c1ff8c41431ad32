// Reads and writes table fields; what differs from the factory is in the state.
import {fromHex, le, toHex} from '../bytes/build.ts';
import {Reader} from '../bytes/reader.ts';
import {bytes1251, text1251} from '../bytes/text.ts';
import {errors} from '../errors.ts';
import type {RegisterState} from '../state/state.ts';
import {factoryTables} from './factory.ts';
import type {Field, Table} from './schema.ts';

export const findTable = (number: number): Table | undefined =>
	factoryTables.find((table) => table.number === number);

export class Tables {
	readonly #state: () => RegisterState;

	constructor(state: () => RegisterState) {
		this.#state = state;
	}

	/** Bytes of a field, or the error: 5Dh for a table, row or field that is not there. */
	read(table: number, row: number, field: number): Uint8Array | number {
		const found = locate(table, row, field);
		if (!found) return errors.noSuchTable;
		const changed = this.#state().tables[key(table, row, field)];
		return changed === undefined ? initialBytes(found, row) : fromHex(changed);
	}

	/** Writes a field: 0, or the error. A text shorter than the field keeps the old bytes behind it. */
	write(table: number, row: number, field: number, value: Uint8Array): number {
		const found = locate(table, row, field);
		if (!found) return errors.noSuchTable;
		if (found.fixed === 'always' || (found.fixed === 'first-row' && row === 1)) return errors.fieldIsFixed;
		if (found.needsClosedShift && this.#state().isShiftOpen) return errors.fieldIsLockedNow;
		if (value.length === 0 || value.length > found.size) return errors.wrongLength;
		if (found.type === 'number') {
			if (value.length !== found.size) return errors.wrongLength;
			const number = new Reader(value).uint(found.size);
			if (number < found.min || number > found.max) return errors.badParameters;
		}
		const bytes = this.bytes(table, row, field);
		bytes.set(value);
		this.#state().tables[key(table, row, field)] = toHex(bytes);
		return 0;
	}

	/** The value of a numeric field that is known to exist. */
	number(table: number, row: number, field: number): number {
		const bytes = this.bytes(table, row, field);
		return new Reader(bytes).uint(bytes.length);
	}

	/** The value of a text field that is known to exist. */
	text(table: number, row: number, field: number): string {
		return text1251(this.bytes(table, row, field));
	}

	/** Sets a number by the register itself. */
	setNumber(table: number, row: number, field: number, value: number): void {
		this.#state().tables[key(table, row, field)] = toHex(le(value, this.bytes(table, row, field).length));
	}

	private bytes(table: number, row: number, field: number): Uint8Array {
		const bytes = this.read(table, row, field);
		if (typeof bytes === 'number') throw new Error(`No field ${table}.${row}.${field}`);
		return bytes;
	}
}

const key = (table: number, row: number, field: number): string => `${table}.${row}.${field}`;

function locate(table: number, row: number, field: number): Field | undefined {
	const found = findTable(table);
	return found && row >= 1 && row <= found.rows ? found.fields[field - 1] : undefined;
}

const initialBytes = (field: Field, row: number): Uint8Array =>
	field.type === 'number' ? le(field.initial(row), field.size) : bytes1251(field.initial(row), field.size);
