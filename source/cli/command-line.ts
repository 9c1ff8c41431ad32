// The command line as data: which commands there are, which options each takes, and what is wrong with one that was typed.
import {parseArgs} from 'node:util';
import {nearest} from '../core/index.ts';

export type OptionKind = 'string' | 'boolean';

export type CommandSpec = {
	readonly name: string;
	/** How many words may follow the name, at least and at most. */
	readonly words: readonly [number, number];
	readonly options: Readonly<Record<string, OptionKind>>;
};

/** Options that every command takes. */
export const globalOptions = {
	till: 'string',
	lang: 'string',
	'no-color': 'boolean',
	help: 'boolean',
	version: 'boolean',
} as const satisfies Record<string, OptionKind>;

/** The commands of contracts: cli, in the order of the help page. */
export const commandSpecs: readonly CommandSpec[] = [
	{name: 'demo', words: [0, 0], options: {fault: 'string'}},
	{
		name: 'pay',
		words: [0, 0],
		options: {
			method: 'string',
			amount: 'string',
			order: 'string',
			receipt: 'string',
			'no-print': 'boolean',
			description: 'string',
			timeout: 'string',
			json: 'boolean',
		},
	},
	{
		name: 'setup',
		words: [0, 1],
		options: {from: 'string', answers: 'string', json: 'boolean'},
	},
	{name: 'settings', words: [1, 3], options: {json: 'boolean'}},
	{name: 'doctor', words: [0, 0], options: {json: 'boolean', fix: 'boolean'}},
	{name: 'register', words: [1, 5], options: {json: 'boolean', yes: 'boolean', write: 'boolean'}},
	{name: 'display', words: [0, 0], options: {}},
	{name: 'tail', words: [0, 0], options: {follow: 'boolean', json: 'boolean', since: 'string'}},
	{name: 'report', words: [0, 0], options: {day: 'string', json: 'boolean'}},
	{name: 'resolve', words: [0, 1], options: {as: 'string', note: 'string', json: 'boolean'}},
	{name: 'refund', words: [1, 1], options: {amount: 'string', json: 'boolean'}},
	{name: 'journal', words: [1, 2], options: {}},
	{name: 'support-bundle', words: [1, 1], options: {}},
	{
		name: 'sandbox',
		words: [0, 0],
		options: {
			'gateway-port': 'string',
			'register-port': 'string',
			roll: 'string',
			model: 'string',
			fault: 'string',
		},
	},
	{name: 'completion', words: [1, 1], options: {}},
	{name: 'help', words: [0, 1], options: {}},
];

export type ParsedLine = {
	readonly command: string | null;
	readonly words: readonly string[];
	readonly options: Readonly<Record<string, string | boolean | undefined>>;
};

export type LineFault =
	| {readonly code: 'UNKNOWN_COMMAND'; readonly word: string; readonly nearest: string | null}
	| {
			readonly code: 'UNKNOWN_OPTION';
			readonly word: string;
			readonly command: string | null;
			readonly nearest: string | null;
	  }
	| {readonly code: 'OPTION_VALUE'; readonly word: string}
	| {readonly code: 'OPTION_TWICE'; readonly word: string}
	| {readonly code: 'WORDS'; readonly command: string; readonly most: number; readonly least: number};

export type LineEnd =
	| {readonly ok: true; readonly line: ParsedLine}
	| {readonly ok: false; readonly fault: LineFault; readonly isJson: boolean};

/**
 * Reads the words after the program's name. Strict: an option that is not of the command, a value that is missing, an
 * option given twice or a word too many is a fault with the nearest right name.
 */
export function parseLine(argv: readonly string[]): LineEnd {
	const isJson = argv.includes('--json');
	const fail = (fault: LineFault): LineEnd => ({ok: false, fault, isJson});
	const {tokens} = parseArgs({
		args: [...argv],
		strict: false,
		tokens: true,
		options: Object.fromEntries(
			[globalOptions, ...commandSpecs.map((spec) => spec.options)].flatMap((options) =>
				Object.entries(options).map(([name, type]) => [name, {type}]),
			),
		),
	});
	const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
	const [name, ...rest] = words;
	const spec = commandSpecs.find((one) => one.name === name);
	if (name !== undefined && !spec) {
		return fail({
			code: 'UNKNOWN_COMMAND',
			word: name,
			nearest: nearest(
				name,
				commandSpecs.map((one) => one.name),
			),
		});
	}
	const known: Readonly<Record<string, OptionKind>> = {...globalOptions, ...spec?.options};
	const options: Record<string, string | boolean> = {};
	for (const token of tokens) {
		if (token.kind !== 'option') continue;
		const kind = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
		if (kind === undefined) {
			const near = nearest(token.name, Object.keys(known));
			return fail({
				code: 'UNKNOWN_OPTION',
				word: token.rawName,
				command: name ?? null,
				nearest: near === null ? null : `--${near}`,
			});
		}
		const isValueMissing = kind === 'string' && token.value === undefined;
		if (isValueMissing || (kind === 'boolean' && token.value !== undefined)) {
			return fail({code: 'OPTION_VALUE', word: token.rawName});
		}
		if (Object.hasOwn(options, token.name)) return fail({code: 'OPTION_TWICE', word: token.rawName});
		options[token.name] = token.value ?? true;
	}
	const [least, most] = spec?.words ?? [0, 0];
	const isAsking = options['help'] === true || options['version'] === true;
	if (spec && !isAsking && (rest.length < least || rest.length > most)) {
		return fail({code: 'WORDS', command: spec.name, least, most});
	}
	return {ok: true, line: {command: name ?? null, words: rest, options}};
}
