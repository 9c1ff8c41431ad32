// The pieces that a QR's text is written in. A digit costs 3⅓ bits in numeric mode, 5½ in alphanumeric and 8 in bytes.

export type QrMode = 'numeric' | 'alphanumeric' | 'bytes';

/** Takes bits, highest first: the encoder's own buffer. */
export type BitSink = {put(value: number, bits: number): void};

/** A run of characters in one mode; has the shape that the encoder's `dataList` wants. */
export type QrSegment = {
	readonly name: QrMode;
	/** Mode indicator of the standard: 1 numeric, 2 alphanumeric, 4 bytes. */
	readonly mode: 1 | 2 | 4;
	/** How many characters: what the count field says. */
	getLength(): number;
	write(buffer: BitSink): void;
};

/** The 45 characters of alphanumeric mode, by their value. */
const alphanumerics = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

const indicators = {numeric: 1, alphanumeric: 2, bytes: 4} as const;

/** Bits of the count field in versions 1–9, 10–26, 27–40. */
const countBits = {numeric: [10, 12, 14], alphanumeric: [9, 11, 13], bytes: [8, 16, 16]} as const;

/** Which of the three ranges of versions: the count fields have the same width throughout one. */
export type VersionRange = 0 | 1 | 2;

export const ranges: readonly VersionRange[] = [0, 1, 2];

export const rangeOfVersion = (version: number): VersionRange => (version < 10 ? 0 : version < 27 ? 1 : 2);

/** Bits that a segment costs before its first character: mode indicator and count. */
export const headBits = (mode: QrMode, range: VersionRange): number => 4 + countBits[mode][range];

/** The modes that can hold a character (one character = one byte here), the thriftiest last. */
export function modesOf(character: string): readonly QrMode[] {
	if (!alphanumerics.includes(character)) return ['bytes'];
	return character >= '0' && character <= '9'
		? ['bytes', 'alphanumeric', 'numeric']
		: ['bytes', 'alphanumeric'];
}

/** A segment that writes `text`, whose every character `mode` must be able to hold. */
export function segment(mode: QrMode, text: string): QrSegment {
	return {
		name: mode,
		mode: indicators[mode],
		getLength: () => text.length,
		write: (buffer) => writers[mode](text, buffer),
	};
}

const writers = {
	numeric(text: string, buffer: BitSink): void {
		for (const digits of text.match(/.{1,3}/g) ?? []) buffer.put(Number(digits), digits.length * 3 + 1);
	},
	alphanumeric(text: string, buffer: BitSink): void {
		for (const [first = '', second] of text.match(/..?/g) ?? []) {
			const value = alphanumerics.indexOf(first);
			if (second === undefined) buffer.put(value, 6);
			else buffer.put(value * 45 + alphanumerics.indexOf(second), 11);
		}
	},
	bytes(text: string, buffer: BitSink): void {
		for (let at = 0; at < text.length; at++) buffer.put(text.charCodeAt(at), 8);
	},
};
