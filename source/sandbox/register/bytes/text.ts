// The register's two code pages: Windows-1251 in commands and tables, CP866 inside TLV tags (reference, section 3).

const windows1251 = new TextDecoder('windows-1251');
const cp866 = new TextDecoder('ibm866');

const question = 0x3f;

/** Byte of each letter of a code page. */
function lettersOf(page: {decode(bytes: Uint8Array): string}): ReadonlyMap<string, number> {
	const letters = new Map<string, number>();
	for (let byte = 255; byte >= 0; byte--) letters.set(page.decode(Uint8Array.of(byte)), byte);
	return letters;
}

const letters1251 = lettersOf(windows1251);
const letters866 = lettersOf(cp866);

/** Text of a command up to its first zero byte; bytes 1…31 are not printed. */
export function text1251(bytes: Uint8Array): string {
	const end = bytes.indexOf(0);
	const visible = (end < 0 ? bytes : bytes.subarray(0, end)).filter((byte) => byte > 31);
	return windows1251.decode(visible);
}

/** Text as Windows-1251, cut or padded with zeros to `size` bytes when it is given. */
export function bytes1251(text: string, size?: number): Uint8Array {
	const encoded = Uint8Array.from([...text], (letter) => letters1251.get(letter) ?? question);
	if (size === undefined) return encoded;
	const padded = new Uint8Array(size);
	padded.set(encoded.subarray(0, size));
	return padded;
}

/** Text of a TLV value. */
export const text866 = (bytes: Uint8Array): string => cp866.decode(bytes.filter((byte) => byte > 31));

/** Text for a TLV value; what the code page lacks becomes a question mark. */
export const bytes866 = (text: string): Uint8Array =>
	Uint8Array.from([...text], (letter) => letters866.get(letter) ?? question);
