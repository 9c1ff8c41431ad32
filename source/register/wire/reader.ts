// Reads an answer's data field by field. Beyond the end it reads zeros: the shortest usable length is checked before.
import {decodeText} from './cp1251.ts';

/** A cursor over the data of an answer. Numbers are little-endian, dates become `YYYY-MM-DD`, times `HH:MM`. */
export type Reader = {
	/** Bytes not read yet. */
	left(): number;
	number(size: number): number;
	bytes(size: number): Uint8Array;
	/** CP1251 up to the first zero, trimmed. */
	text(size: number): string;
	skip(size: number): void;
};

export function createReader(data: Uint8Array): Reader {
	let at = 0;
	const bytes = (size: number): Uint8Array => {
		const piece = data.subarray(at, at + size);
		at += size;
		return piece;
	};
	return {
		left: () => Math.max(0, data.length - at),
		number: (size) => bytes(size).reduce((sum, byte, index) => sum + byte * 256 ** index, 0),
		bytes,
		text: (size) => decodeText(bytes(size)),
		skip: (size) => {
			at += size;
		},
	};
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Day, month, year as the register's own commands give them. */
export function readDate(reader: Reader): string {
	const [day, month, year] = [reader.number(1), reader.number(1), reader.number(1)];
	return `20${two(year)}-${two(month)}-${two(day)}`;
}

/** Hour, minute, second. */
export function readTime(reader: Reader): string {
	return `${two(reader.number(1))}:${two(reader.number(1))}:${two(reader.number(1))}`;
}

/** Year, month, day, hour, minute as the storage gives them. */
export function readStorageTime(reader: Reader): string {
	const [year, month, day, hour, minute] = [1, 1, 1, 1, 1].map((size) => reader.number(size));
	return `20${two(year ?? 0)}-${two(month ?? 0)}-${two(day ?? 0)} ${two(hour ?? 0)}:${two(minute ?? 0)}`;
}
