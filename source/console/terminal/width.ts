// How many columns a text takes. In the bundle it also stands for `string-width` itself, which Ink asks about each text of each
// frame: its tables of emoji take longer to build than the rest of a screen, and what a till shows hardly ever needs them.
import {createRequire} from 'node:module';

type Options = {readonly ambiguousIsNarrow?: boolean; readonly countAnsiEscapeCodes?: boolean};
type StringWidth = (text: string, options?: Options) => number;

/** Letters, signs, lines and blocks that are one column wide and join with nothing. */
const plain =
	/^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25a0\u2713-\u2718\u276f]*$/;
const style = /\u001b\[[\d;]*m/g;

let whole: StringWidth | null = null;

/** Columns that a text takes on a terminal, its colours aside: the answer of `string-width`, sooner. */
export function widthOf(text: string, options?: Options): number {
	if (options?.ambiguousIsNarrow !== false) {
		const bare = text.includes('\u001b') && !options?.countAnsiEscapeCodes ? text.replace(style, '') : text;
		if (plain.test(bare)) return bare.length;
	}
	whole ??= createRequire(import.meta.url)('string-width').default as StringWidth;
	return whole(text, options);
}

export default widthOf;
