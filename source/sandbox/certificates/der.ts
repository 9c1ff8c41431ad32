// The few DER values that a PKCS#12 file is made of (X.690), as bytes.

/** One DER value: tag, length, contents. */
export function der(tag: number, ...contents: readonly Buffer[]): Buffer {
	const body = Buffer.concat(contents);
	if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
	const length = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
	return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

export const sequence = (...items: readonly Buffer[]): Buffer => der(0x30, ...items);

export const octets = (bytes: Buffer): Buffer => der(0x04, bytes);

/** `[0] EXPLICIT`. */
export const explicit0 = (item: Buffer): Buffer => der(0xa0, item);

/** A small non-negative INTEGER (below 8000h). */
export const integer = (value: number): Buffer =>
	der(0x02, value < 0x80 ? Buffer.from([value]) : Buffer.from([value >> 8, value & 0xff]));

/** An OBJECT IDENTIFIER from its dotted form. */
export function objectId(dotted: string): Buffer {
	const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
	const bytes = [first * 40 + second];
	for (const arc of rest) {
		const septets = [arc & 0x7f];
		for (let left = arc >>> 7; left > 0; left >>>= 7) septets.unshift(0x80 | (left & 0x7f));
		bytes.push(...septets);
	}
	return der(0x06, Buffer.from(bytes));
}
