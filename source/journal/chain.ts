// The hash chain (contracts: journal): each row's hash covers the one before, so that no row can change, go or move unseen.
import {hash} from 'node:crypto';

/** A row that the next one is chained to. `hash` is lower-case hex. */
export type ChainPoint = {readonly seq: number; readonly hash: string};

/** Before the first row: 32 zero bytes. */
export const chainStart: ChainPoint = {seq: 0, hash: '0'.repeat(64)};

/** The hash of a row that follows a row with the hash `before`. `orderId` null counts as empty. */
export type ChainHasher = (
	before: string,
	seq: number,
	at: string,
	orderId: string | null,
	type: string,
	body: string,
) => string;

/**
 * A hasher with a buffer of its own: a million rows are checked at every start, so nothing is allocated for each row but the
 * hash's text (text, since the bytes of a hash cost three times as much to hand over).
 */
export function createChainHasher(): ChainHasher {
	let buffer = Buffer.alloc(64 * 1024);

	/** Puts a text with its length in bytes before it (big-endian) and gives the place behind. */
	const put = (text: string, offset: number): number => {
		const length = buffer.write(text, offset + 4, 'utf8');
		buffer[offset] = length >>> 24;
		buffer[offset + 1] = length >>> 16;
		buffer[offset + 2] = length >>> 8;
		buffer[offset + 3] = length;
		return offset + 4 + length;
	};

	return (before, seq, at, orderId, type, body) => {
		const order = orderId ?? '';
		// No character takes more than three bytes for each unit of its length.
		const most = 128 + 3 * (at.length + order.length + type.length + body.length);
		if (most > buffer.length) buffer = Buffer.alloc(most * 2);
		buffer.write(before, 0, 'hex');
		let end = put(String(seq), 32);
		end = put(at, end);
		end = put(order, end);
		end = put(type, end);
		end = put(body, end);
		return hash('sha256', buffer.subarray(0, end), 'hex');
	};
}
