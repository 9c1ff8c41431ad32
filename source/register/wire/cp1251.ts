// Text on the register's paper and in its tables is Windows-1251; the tables come from the platform's own decoder.
import {cleanText} from '../../core/index.ts';
import {codePage} from './code-page.ts';

const page = codePage('windows-1251');

/** CP1251 bytes; what the page lacks becomes `?`, control characters are dropped (codes 1…31 would drive the printer). */
export const encodeText = (text: string): Uint8Array => page.encode(text);

/** CP1251 up to the first zero, cleaned for people. */
export function decodeText(bytes: Uint8Array): string {
	const end = bytes.indexOf(0);
	return cleanText(page.decode(end < 0 ? bytes : bytes.subarray(0, end)), 300);
}
