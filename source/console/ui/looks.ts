// Signs and colours by what the terminal can show. No meaning rests on a colour alone: each tone has words or a sign beside it.
import type {Capabilities} from '../terminal/capabilities.ts';

/** What a text is like; its colour comes from here, its meaning from its words. */
export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'info' | 'quiet';

/** Characters beside letters, as far as the terminal has them. */
export type Signs = {
	readonly good: string;
	readonly bad: string;
	readonly warn: string;
	readonly pointer: string;
	readonly up: string;
	readonly down: string;
	readonly full: string;
	readonly empty: string;
	readonly border: 'round' | 'classic';
	/** Block elements for large digits. */
	readonly hasBlocks: boolean;
};

/** Signs and colours of one terminal. */
export type Looks = {
	readonly signs: Signs;
	/** A colour's name for Ink; nothing on terminals without colours. */
	readonly colour: (tone: Tone) => {readonly color?: string};
};

const unicode: Signs = {
	good: '✔',
	bad: '✖',
	warn: '!',
	pointer: '❯',
	up: '↑',
	down: '↓',
	full: '█',
	empty: '░',
	border: 'round',
	hasBlocks: true,
};

const ascii: Signs = {
	good: 'OK',
	// No letter: an x would read as a key.
	bad: '!!',
	warn: '!',
	pointer: '>',
	up: 'Up',
	down: 'Down',
	full: '#',
	empty: '.',
	border: 'classic',
	hasBlocks: false,
};

const colours: Readonly<Record<Tone, string | null>> = {
	plain: null,
	good: 'green',
	bad: 'red',
	warn: 'yellow',
	info: 'cyan',
	// Grey and dim text is unreadable on many old panels.
	quiet: null,
};

/** The looks that a terminal allows. */
export function looksOf({glyphs, hasColours}: Capabilities): Looks {
	return {
		signs: glyphs === 'unicode' ? unicode : ascii,
		colour(tone) {
			const color = colours[tone];
			return hasColours && color !== null ? {color} : {};
		},
	};
}
