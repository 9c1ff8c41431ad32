// JSON that may be printed on a terminal: JSON escapes only the C0 controls, and others drive terminals or reorder text too.
import {harmfulCharacters} from './outside-text.ts';

/** The value as one line of JSON in which every harmful character stands as `\uXXXX`: the same value, harmless to show. */
export const jsonText = (value: object): string =>
	// Outside of strings JSON is plain ASCII, so what is found stands inside of one.
	JSON.stringify(value).replace(harmfulCharacters, (found) =>
		Array.from(
			{length: found.length},
			(_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`,
		).join(''),
	);
