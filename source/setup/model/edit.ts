// Typing into a line: characters go to its end, Backspace takes the last one away.
import type {Key} from '../../console/index.ts';

/** Longer than any setting: the rest of what a mad scanner sends is not typed. */
const longest = 2000;

/** The text after a key; null where the key types nothing. */
export function typedInto(text: string, key: Key): string | null {
	if (key.name === 'backspace') return [...text].slice(0, -1).join('');
	if (key.name === 'delete') return '';
	return key.isText && text.length < longest ? text + key.sequence : null;
}

/** A pasted text as one line. */
export const pastedInto = (text: string, pasted: string): string =>
	(text + pasted.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ')).slice(0, longest);
