// Values of TLV tags of a stored document: numbers of variable length, texts in CP866, structures within structures.
import {join, le} from './build.ts';
import {bytes866} from './text.ts';

/** A number in as few bytes as it needs, low byte first. */
export function variable(value: number): Uint8Array {
	let size = 1;
	while (value >= 256 ** size) size += 1;
	return le(value, size);
}

export const tag = (number: number, value: Uint8Array): Uint8Array =>
	join(le(number, 2), le(value.length, 2), value);

export const textTag = (number: number, text: string): Uint8Array => tag(number, bytes866(text));
