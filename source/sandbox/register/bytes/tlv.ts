// TLV structures: tag and length, two bytes each, then the value (reference, section 3).
import {Reader} from './reader.ts';

export type Tag = {readonly tag: number; readonly value: Uint8Array};

/** Reads a chain of tags; null when a length runs past the end. */
export function readTags(bytes: Uint8Array): readonly Tag[] | null {
	const reader = new Reader(bytes);
	const tags: Tag[] = [];
	while (reader.left > 0) {
		if (reader.left < 4) return null;
		const tag = reader.u16();
		const size = reader.u16();
		if (size > reader.left) return null;
		tags.push({tag, value: reader.take(size)});
	}
	return tags;
}
