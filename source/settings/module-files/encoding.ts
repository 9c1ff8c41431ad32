// The two encodings of the module's files, both ways and without loss: UTF-8 (with or without a mark) and Windows-1251.

export type TextEncoding = 'utf-8' | 'windows-1251';

export type DecodedText = {
	readonly encoding: TextEncoding;
	/** Whether the file begins with the UTF-8 mark; it is not part of `text`. */
	readonly hasMark: boolean;
	readonly text: string;
};

export type DecodeFault = 'utf16' | 'binary' | 'brokenUtf8';

export type DecodeEnd =
	| {readonly ok: true; readonly decoded: DecodedText}
	| {readonly ok: false; readonly fault: DecodeFault};

const mark = '\ufeff';

/** Text of a file's bytes: UTF-8 where it is strictly that, else Windows-1251, which holds any bytes. */
export function decodeText(bytes: Uint8Array): DecodeEnd {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
		return {ok: false, fault: 'utf16'};
	if (bytes.includes(0)) return {ok: false, fault: 'binary'};
	const utf8 = decodeUtf8(bytes);
	if (utf8 !== null) {
		const hasMark = utf8.startsWith(mark);
		return {
			ok: true,
			decoded: {encoding: 'utf-8', hasMark, text: hasMark ? utf8.slice(mark.length) : utf8},
		};
	}
	// The mark promises UTF-8: such a file was damaged, and reading it as Windows-1251 would be a guess.
	if (first === 0xef && second === 0xbb && bytes[2] === 0xbf) return {ok: false, fault: 'brokenUtf8'};
	const text = new TextDecoder('windows-1251').decode(bytes);
	return {ok: true, decoded: {encoding: 'windows-1251', hasMark: false, text}};
}

/** Strict UTF-8 with its mark kept, or null. */
export function decodeUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		return null;
	}
}

/**
 * The bytes of a text, or null where the encoding cannot hold it: a character that it lacks, or bytes that would be taken for the
 * other encoding when they are read again.
 */
export function encodeText({encoding, hasMark, text}: DecodedText): Uint8Array | null {
	const bytes =
		encoding === 'utf-8' ? Buffer.from(hasMark ? mark + text : text, 'utf8') : encodeWindows1251(text);
	const again = bytes && decodeText(bytes);
	return again?.ok && again.decoded.text === text && again.decoded.encoding === encoding ? bytes : null;
}

let windows1251: ReadonlyMap<string, number> | null = null;

/** The byte of each character, turned round from the decoder's own table. */
function windows1251Bytes(): ReadonlyMap<string, number> {
	windows1251 ??= new Map(
		[...new TextDecoder('windows-1251').decode(Uint8Array.from({length: 256}, (_, byte) => byte))].map(
			(character, byte) => [character, byte],
		),
	);
	return windows1251;
}

function encodeWindows1251(text: string): Uint8Array | null {
	const bytesOf = windows1251Bytes();
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index++) {
		const byte = bytesOf.get(text.charAt(index));
		if (byte === undefined) return null;
		bytes[index] = byte;
	}
	return bytes;
}
