// A one-byte code page both ways, built from TextDecoder: no table of our own to be wrong in.

export type CodePage = {
	encode(text: string): Uint8Array;
	decode(bytes: Uint8Array): string;
};

const questionMark = 0x3f;

/** @param label An encoding label of the platform, such as `windows-1251` or `ibm866`. */
export function codePage(label: string): CodePage {
	const decoder = new TextDecoder(label);
	const codes = new Map<string, number>();
	for (let code = 0x20; code < 0x100; code += 1) {
		const character = decoder.decode(Uint8Array.of(code));
		if (code !== 0x7f && !codes.has(character)) codes.set(character, code);
	}
	return {
		encode: (text) => {
			const printable = text.normalize('NFC').replace(/[\u0000-\u001f\u007f]+/g, '');
			return Uint8Array.from([...printable], (character) => codes.get(character) ?? questionMark);
		},
		decode: (bytes) => decoder.decode(bytes),
	};
}
