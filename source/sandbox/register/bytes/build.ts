// Builds answers: little-endian numbers, binary dates, joined parts.

/** `value` as `size` bytes, low byte first. */
export function le(value: number, size: number): Uint8Array {
	const bytes = new Uint8Array(size);
	let rest = value;
	for (let index = 0; index < size; index++) {
		bytes[index] = rest % 256;
		rest = Math.floor(rest / 256);
	}
	return bytes;
}

/** Joins numbers (one byte each) and byte arrays. */
export function join(...parts: readonly (number | Uint8Array)[]): Uint8Array {
	return Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part])));
}

/** Day, month, year of the register's clock (local time), as 11h has them. */
export function dayMonthYear(atMs: number): Uint8Array {
	const at = new Date(atMs);
	return Uint8Array.of(at.getDate(), at.getMonth() + 1, at.getFullYear() % 100);
}

/** Hours, minutes, seconds of the register's clock. */
export function hourMinuteSecond(atMs: number): Uint8Array {
	const at = new Date(atMs);
	return Uint8Array.of(at.getHours(), at.getMinutes(), at.getSeconds());
}

/** The storage's date: year, month, day, hour, minute (reference, section 9). */
export function storageDate(atMs: number): Uint8Array {
	const at = new Date(atMs);
	return Uint8Array.of(
		at.getFullYear() % 100,
		at.getMonth() + 1,
		at.getDate(),
		at.getHours(),
		at.getMinutes(),
	);
}

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
