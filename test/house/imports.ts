// Reads what a file imports: from where, whether for its types alone, and in which line.
import {bareCode} from './bare-code.ts';

export type Import = {
	readonly specifier: string;
	/** `import type …` and `export type … from`: gone when the program runs. */
	readonly isTypeOnly: boolean;
	/** What is taken by name; `*` where it is the whole of it. */
	readonly names: readonly string[];
	readonly line: number;
};

const forms: readonly RegExp[] = [
	// import x from '…', import {…} from '…', import '…', export {…} from '…', export * from '…'
	/\b(?<kind>import|export)\b(?<type>\s+type\b(?!\s*,|\s+from\b))?(?<names>[\w\s*{},$]*?(?:\bfrom\s*)?)(?<quote>['"])(?<inside> *)\k<quote>/dg,
	// import('…')
	/\b(?<kind>import)\s*\(\s*(?<quote>['"])(?<inside> *)\k<quote>/dg,
];

/** All imports and re-exports of a file, also the dynamic ones. */
export function readImports(text: string): readonly Import[] {
	const code = bareCode(text);
	return forms.flatMap((form) =>
		[...code.matchAll(form)].map((match): Import => {
			const [from = 0, to = 0] = match.indices?.groups?.['inside'] ?? [];
			return {
				specifier: text.slice(from, to),
				isTypeOnly: match.groups?.['type'] !== undefined,
				names: readNames(match.groups?.['names'] ?? '*'),
				line: code.slice(0, match.index).split('\n').length,
			};
		}),
	);
}

function readNames(clause: string): readonly string[] {
	const braced = /\{([^}]*)\}/.exec(clause)?.[1];
	if (braced === undefined) return ['*'];
	const names = braced.split(',').map((name) =>
		name
			.trim()
			.replace(/^type\s+/, '')
			.replace(/\s+as\s.*$/, ''),
	);
	return names.filter((name) => name !== '');
}
