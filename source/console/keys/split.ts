// A chunk from the terminal as single key presses: a scanner or a hasty hand sends many at once, and none may be lost.
import type {Key} from './key.ts';
import {keyOfSequence, sequencePattern, unfinishedPattern} from './sequences.ts';

/** What a text holds. */
export type Split = {
	readonly keys: readonly Key[];
	/** The start of an escape sequence whose rest has not come yet. */
	readonly rest: string;
};

const esc = '\u001b';

/** Splits what has arrived. With `isFinal` nothing more is awaited: a lone ESC is the Esc key. */
export function splitKeys(text: string, isFinal: boolean): Split {
	const keys: Key[] = [];
	let at = 0;
	while (at < text.length) {
		if (text[at] === esc) {
			const tail = text.slice(at + 1);
			if (!isFinal && unfinishedPattern.test(tail)) return {keys, rest: text.slice(at)};
			const sequence = sequencePattern.exec(tail)?.[0];
			if (sequence !== undefined) {
				const name = keyOfSequence(sequence);
				if (name !== null) keys.push({name, sequence: esc + sequence, isText: false});
				at += 1 + sequence.length;
				continue;
			}
			keys.push({name: 'esc', sequence: esc, isText: false});
			// The beginning of a sequence that never came to its end is dropped: it was no typing.
			at += isFinal && tail !== '' && unfinishedPattern.test(tail) ? 1 + tail.length : 1;
			continue;
		}
		const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
		at += character.length;
		// CR LF is one Enter.
		if (character === '\r' && text[at] === '\n') at++;
		const key = keyOfCharacter(character);
		if (key) keys.push(key);
	}
	return {keys, rest: ''};
}

const controls: Readonly<Record<string, string>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	'\b': 'backspace',
	'\u007f': 'backspace',
	'\u0003': 'ctrl-c',
};

function keyOfCharacter(character: string): Key | null {
	const name = controls[character];
	if (name !== undefined) return {name, sequence: character, isText: false};
	// Other control characters type nothing.
	return character < ' ' || (character >= '\u0080' && character < '\u00a0')
		? null
		: {name: character, sequence: character, isText: true};
}
