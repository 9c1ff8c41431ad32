// In English: what is wrong in a dialect's map and how to mend it.
import type {MapExpectation, MapProblem} from '../gateway.ts';

/** What is wrong, and what should stand there. */
export function mapProblemEn({
	file,
	line,
	path,
	code,
	expected,
	seen,
}: MapProblem): readonly [string, string] {
	const place = `${file}, line ${line}`;
	const shown = seen === '' ? '' : ` (it is “${seen}”)`;
	switch (code) {
		case 'SYNTAX':
			return [
				`${place}: this is not JSON.`,
				'Check the commas, quotes and braces in this line and before it.',
			];
		case 'MISSING':
			return [`${place}: ${path} is missing.`, `Add it: ${what(expected)}.`];
		case 'TYPE':
			return [`${place}: ${path} is of the wrong kind${shown}.`, `It has to be ${what(expected)}.`];
		case 'WORD':
			return [`${place}: ${path} is a word that isn't known${shown}.`, `Allowed: ${what(expected)}.`];
		case 'UNKNOWN':
			return [`${place}: the name ${path} isn't known.`, `Allowed: ${what(expected)}.`];
		case 'REPEATED':
			return [`${place}: ${path} stands there twice.`, 'Leave one.'];
	}
}

function what(expected: MapExpectation): string {
	switch (expected.type) {
		case 'words':
			return expected.words.join(', ');
		case 'json':
			return 'JSON';
		case 'once':
			return 'once';
		case 'object':
			return 'an object in braces';
		case 'list':
			return 'a list in brackets, not empty';
		case 'text':
			return 'a text in quotes';
		case 'textOrNull':
			return 'a text in quotes, or null';
		case 'number':
			return 'a whole number';
	}
}
