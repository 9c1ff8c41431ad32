// Frames of link v2: 8F, length, number, data, CRC, with 8F and 9F stuffed (register-protocol §2).
import {joinBytes, littleEndian} from '../../wire/bytes.ts';
import {crc16} from './crc.ts';

export const START = 0x8f;
const ESCAPE = 0x9f;
const escapedStart = 0x81;
const escapedEscape = 0x83;

export type FrameV2 = {readonly number: number; readonly data: Uint8Array};

const stuff = (bytes: Uint8Array): readonly number[] =>
	Array.from(bytes).flatMap((byte) =>
		byte === START ? [ESCAPE, escapedStart] : byte === ESCAPE ? [ESCAPE, escapedEscape] : [byte],
	);

const pack = (content: Uint8Array): Uint8Array => {
	const body = joinBytes(littleEndian(content.length, 2), content);
	return Uint8Array.of(START, ...stuff(joinBytes(body, littleEndian(crc16(body), 2))));
};

/** «Your last answer, please»: also the ping, and the way to learn the register's number. */
export const syncRequest: Uint8Array = pack(new Uint8Array());

export const encodeRequest = (number: number, data: Uint8Array): Uint8Array =>
	pack(joinBytes(littleEndian(number, 2), data));

/** What has come of a frame so far: unstuffed bytes after 8F. `isOpen` false: waits for the next 8F. */
export type Inbox = {
	readonly isOpen: boolean;
	readonly isEscaped: boolean;
	readonly bytes: readonly number[];
};

export const emptyInbox: Inbox = {isOpen: false, isEscaped: false, bytes: []};

/** One byte more; a whole frame with the right CRC comes out beside the emptied inbox. */
export function take(inbox: Inbox, byte: number): {readonly inbox: Inbox; readonly frame: FrameV2 | null} {
	if (byte === START) return {inbox: {...emptyInbox, isOpen: true}, frame: null};
	if (!inbox.isOpen) return {inbox, frame: null};
	if (byte === ESCAPE && !inbox.isEscaped) return {inbox: {...inbox, isEscaped: true}, frame: null};
	const plain = inbox.isEscaped ? unstuffed(byte) : byte;
	if (plain === null) return {inbox: emptyInbox, frame: null};
	const bytes = [...inbox.bytes, plain];
	const length = (bytes[0] ?? 0) + (bytes[1] ?? 0) * 256;
	if (bytes.length < 2 || bytes.length < length + 4)
		return {inbox: {isOpen: true, isEscaped: false, bytes}, frame: null};
	return {inbox: emptyInbox, frame: whole(bytes, length)};
}

const unstuffed = (byte: number): number | null =>
	byte === escapedStart ? START : byte === escapedEscape ? ESCAPE : null;

function whole(bytes: readonly number[], length: number): FrameV2 | null {
	const crc = (bytes[length + 2] ?? 0) + (bytes[length + 3] ?? 0) * 256;
	// An answer always has its number; a length of 1 is invalid, 0 is for requests only.
	if (length < 2 || crc !== crc16(bytes.slice(0, length + 2))) return null;
	return {
		number: (bytes[2] ?? 0) + (bytes[3] ?? 0) * 256,
		data: Uint8Array.from(bytes.slice(4, length + 2)),
	};
}
