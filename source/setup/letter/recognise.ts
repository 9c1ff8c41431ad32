// A payment system's letter as it was pasted: labels in Russian or English, in any order, the value after its name, before it
// or on the next line. Pure; what is not surely there is left out, and a person looks at the result.
import {type LetterField, letterFields} from './fields.ts';
import {type LabelledField, labelPattern} from './labels.ts';
import {plausible, urlIn, valueAtEnd, valueAtStart} from './values.ts';

export type RecognisedLetter = {
	readonly fields: Readonly<Partial<Record<LetterField, string>>>;
	/** Fields for which the letter names two different values: the first was taken, the person decides. */
	readonly doubtful: readonly LetterField[];
};

type Label = {readonly field: LabelledField; readonly start: number; readonly end: number};

/** Finds the access line, the numbers and the secrets of a letter. */
export function recogniseLetter(letter: string): RecognisedLetter {
	const text = tidy(letter);
	const found = new Map<LabelledField, string[]>();
	const add = (field: LabelledField, value: string): void => {
		const values = found.get(field) ?? [];
		if (!values.includes(value)) found.set(field, [...values, value]);
	};
	const labels = labelsIn(text);
	for (const [index, label] of labels.entries()) {
		const value = valueOfLabel(text, label, labels[index - 1], labels[index + 1]);
		if (value !== null) add(label.field, value);
	}
	const access = accessLine(text, found);
	if (access !== null) found.set('accessLine', [access, ...(found.get('accessLine') ?? []).slice(1)]);
	for (const [field, value] of unnamed(text, found)) add(field, value);
	return {
		fields: Object.fromEntries(
			letterFields.flatMap((field) => {
				const value = found.get(field)?.[0];
				return value === undefined ? [] : [[field, value]];
			}),
		),
		doubtful: letterFields.filter((field) => (found.get(field)?.length ?? 0) > 1),
	};
}

/** One kind of blank and of line end; table bars, arrows and marks of lists are blanks too. */
const tidy = (letter: string): string =>
	letter
		.slice(0, 20_000)
		.replaceAll(/\r\n?/g, '\n')
		.replaceAll(/[\u00a0\u2007\u202f\t|•·→*`]/g, ' ')
		.replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '');

function labelsIn(text: string): readonly Label[] {
	// What stands inside an address or a value that looks like a name is none.
	const taken = [...text.matchAll(/https?:\/\/\S+/gi)].map(({0: url, index}) => [index, index + url.length]);
	return [...text.matchAll(labelPattern)].flatMap(({0: name, index, groups = {}}) => {
		if (taken.some(([start = 0, end = 0]) => index >= start && index < end)) return [];
		const field = Object.keys(groups).find((key) => groups[key] !== undefined);
		return field === undefined
			? []
			: [{field: field as LabelledField, start: index, end: index + name.length}];
	});
}

function valueOfLabel(
	text: string,
	label: Label,
	before: Label | undefined,
	after: Label | undefined,
): string | null {
	const rest = text.slice(label.end, after?.start ?? text.length);
	const [sameLine = '', ...lines] = rest.split('\n');
	const next = lines.find((line) => line.trim() !== '') ?? '';
	const lineStart = Math.max(text.lastIndexOf('\n', label.start - 1) + 1, before?.end ?? 0);
	return (
		valueAtStart(label.field, sameLine) ??
		valueAtEnd(label.field, text.slice(lineStart, label.start)) ??
		valueAtStart(label.field, next)
	);
}

/** The whole address: from the two parts, or from its own label, or the only address that the letter has. */
function accessLine(text: string, found: ReadonlyMap<LabelledField, readonly string[]>): string | null {
	const server = found.get('server')?.[0]?.replace(/\/+$/, '');
	const service = found.get('service')?.[0];
	const named = found.get('accessLine')?.[0];
	if (named !== undefined) return named;
	if (service !== undefined && /^https:/i.test(service)) return service;
	if (server !== undefined && service !== undefined) return `${server}/${service.replace(/^\/+/, '')}`;
	return urlIn(text) ?? server ?? null;
}

/** Values that are known by their form alone, where the letter gives no name to them. */
function unnamed(
	text: string,
	found: ReadonlyMap<LabelledField, readonly string[]>,
): readonly (readonly [LetterField, string])[] {
	const known = new Set([...found.values()].flat());
	const words = text.split(/\s+/).filter((word) => !known.has(word) && !word.includes('://'));
	return (['wmid', 'agentKey'] as const).flatMap((field) => {
		const word = found.has(field) ? undefined : words.find((one) => plausible(field, one));
		return word === undefined ? [] : [[field, word] as const];
	});
}
