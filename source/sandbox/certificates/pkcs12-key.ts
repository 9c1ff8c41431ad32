// The key derivation of PKCS#12 (RFC 7292, appendix B.2): the MAC of every file, and the keys of legacy ones.
import {createHash} from 'node:crypto';

// The block of SHA-1 and SHA-256 in bytes: `v` of the RFC.
const blockBytes = 64;
const purposes = {key: 1, iv: 2, mac: 3} as const;

export type Derivation = {
	readonly hash: 'sha1' | 'sha256';
	readonly password: string;
	readonly salt: Buffer;
	readonly iterations: number;
	readonly purpose: keyof typeof purposes;
	/** Bytes wanted. */
	readonly length: number;
};

/** Derives `length` bytes from a password. The steps bear the RFC's own numbers. */
export function derivePkcs12Key(wanted: Derivation): Buffer {
	const {hash, password, salt, iterations, purpose, length} = wanted;
	const diversifier = Buffer.alloc(blockBytes, purposes[purpose]); // 1
	const input = Buffer.concat([fill(salt), fill(passwordBytes(password))]); // 2, 3, 4
	let derived = Buffer.alloc(0);
	while (derived.length < length) {
		let digest = createHash(hash).update(diversifier).update(input).digest(); // 6A
		for (let round = 1; round < iterations; round++) digest = createHash(hash).update(digest).digest();
		derived = Buffer.concat([derived, digest]);
		const addend = BigInt(`0x${repeat(digest, blockBytes).toString('hex')}`) + 1n; // 6B
		for (let at = 0; at < input.length; at += blockBytes)
			addInto(input.subarray(at, at + blockBytes), addend); // 6C
	}
	return derived.subarray(0, length);
}

/** A BMPString with its two closing zero bytes (appendix B.1). */
const passwordBytes = (password: string): Buffer => Buffer.from(`${password}\0`, 'utf16le').swap16();

const fill = (bytes: Buffer): Buffer => repeat(bytes, Math.ceil(bytes.length / blockBytes) * blockBytes);

const repeat = (bytes: Buffer, length: number): Buffer => Buffer.alloc(length, bytes);

function addInto(block: Buffer, addend: bigint): void {
	const sum = BigInt.asUintN(blockBytes * 8, BigInt(`0x${block.toString('hex')}`) + addend);
	block.write(sum.toString(16).padStart(blockBytes * 2, '0'), 'hex');
}
