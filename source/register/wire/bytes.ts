// Little-endian byte composing, and hex for people. Everything that goes to a register is built with these.

/** Whole bytes of a number, lowest first. Sums of 5 and quantities of 6 bytes leave 32 bits, so it divides instead of shifting. */
export function littleEndian(value: number, size: number): Uint8Array {
	if (!Number.isSafeInteger(value) || value < 0 || value >= 256 ** size)
		throw new RangeError(`${value} does not fit into ${size} bytes`);
	const bytes = new Uint8Array(size);
	for (let index = 0, rest = value; index < size; index += 1, rest = Math.floor(rest / 256))
		bytes[index] = rest % 256;
	return bytes;
}

/** One array of several pieces; a number is one byte. */
export function joinBytes(...pieces: readonly (Uint8Array | number)[]): Uint8Array {
	const length = pieces.reduce<number>(
		(sum, piece) => sum + (typeof piece === 'number' ? 1 : piece.length),
		0,
	);
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		if (typeof piece === 'number') bytes[at] = piece;
		else bytes.set(piece, at);
		at += typeof piece === 'number' ? 1 : piece.length;
	}
	return bytes;
}

/** The bytes cut or padded with zeros to exactly `size`. */
export function fitBytes(bytes: Uint8Array, size: number): Uint8Array {
	const fitted = new Uint8Array(size);
	fitted.set(bytes.subarray(0, size));
	return fitted;
}

/** `0x05, 0x1E` → `051e`. */
export const toHex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** `051e` → bytes; anything that is not a pair of hex digits ends the text. */
export const fromHex = (hex: string): Uint8Array =>
	Uint8Array.from(hex.match(/[0-9a-fA-F]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
