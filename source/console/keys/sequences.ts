// What terminals send for keys that are no characters: xterm, VT220, the Linux console, rxvt, PuTTY.
import type {KeyName} from './key.ts';

const functionKeys: Readonly<Record<string, KeyName>> = {
	OP: 'f1',
	OQ: 'f2',
	OR: 'f3',
	OS: 'f4',
	'[P': 'f1',
	'[Q': 'f2',
	'[R': 'f3',
	'[S': 'f4',
	'[[A': 'f1',
	'[[B': 'f2',
	'[[C': 'f3',
	'[[D': 'f4',
	'[[E': 'f5',
	'[11~': 'f1',
	'[12~': 'f2',
	'[13~': 'f3',
	'[14~': 'f4',
	'[15~': 'f5',
	'[17~': 'f6',
	'[18~': 'f7',
	'[19~': 'f8',
	'[20~': 'f9',
	'[21~': 'f10',
};

const cursorKeys: Readonly<Record<string, KeyName>> = {
	'[A': 'up',
	'[B': 'down',
	'[C': 'right',
	'[D': 'left',
	'[H': 'home',
	'[F': 'end',
	OA: 'up',
	OB: 'down',
	OC: 'right',
	OD: 'left',
	OH: 'home',
	OF: 'end',
	OM: 'enter',
	'[1~': 'home',
	'[4~': 'end',
	'[7~': 'home',
	'[8~': 'end',
	'[3~': 'delete',
	'[5~': 'pageup',
	'[6~': 'pagedown',
};

/** The key of an escape sequence without its ESC; null for one that means nothing here (mouse, focus, replies). */
export const keyOfSequence = (sequence: string): KeyName | null =>
	functionKeys[sequence] ?? cursorKeys[sequence] ?? null;

/** One complete sequence at the start of a text that follows an ESC. `[[A` is the Linux console's own form. */
export const sequencePattern = /^(?:\[\[[A-E]|\[[\u0030-\u003f]*[\u0020-\u002f]*[\u0040-\u007e]|O[A-Za-z])/;

/** A text after an ESC that may still become a sequence when more of it arrives. */
export const unfinishedPattern = /^(?:\[{0,2}|\[[\u0030-\u003f]*[\u0020-\u002f]*|O)$/;
