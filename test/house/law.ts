// The laws of the house (docs/architecture.md): who may import whom, how long a file may be, what is never written.
import {posix} from 'node:path';
import {bareCode} from './bare-code.ts';
import {type Import, readImports} from './imports.ts';

type Room = {
	/** Rooms whose doors may be imported. */
	readonly knows: readonly string[];
	/** Rooms whose doors may be imported for their types alone. */
	readonly knowsTypesOf?: readonly string[];
	/** Implements a port: types of engine/ports.ts may be imported. */
	readonly hasPort?: true;
	/** What alone may be taken from the core. */
	readonly fromCore?: ReadonlySet<string>;
	readonly packages: 'none' | 'any' | 'no-screen';
};

const screens = {knows: ['core', 'engine', 'qr'], packages: 'any'} as const;

/** The exports of core/money.ts and core/payment-system.ts. */
const moneyAndSystems: ReadonlySet<string> = new Set([
	'AmountFault',
	'ParsedAmount',
	'PaymentSystem',
	'decimalRubles',
	'formatRubles',
	'isPaymentSystem',
	'maxAmountKopecks',
	'minAmountKopecks',
	'parseRubles',
	'paymentSystems',
]);

/** One law for each room of source/. */
export const rooms: Readonly<Record<string, Room>> = {
	core: {knows: [], packages: 'none'},
	engine: {knows: ['core'], packages: 'none'},
	qr: {knows: ['core'], packages: 'no-screen'},
	settings: {knows: ['core'], packages: 'no-screen'},
	gateway: {knows: ['core'], hasPort: true, packages: 'no-screen'},
	journal: {knows: ['core'], hasPort: true, packages: 'no-screen'},
	register: {knows: ['core', 'qr'], hasPort: true, packages: 'no-screen'},
	console: screens,
	display: screens,
	log: screens,
	// The wizard is built of the console's parts.
	setup: {knows: ['core', 'engine', 'qr', 'console'], packages: 'any'},
	report: {knows: ['core', 'engine', 'qr'], packages: 'no-screen'},
	doctor: {
		knows: ['core', 'engine', 'qr'],
		knowsTypesOf: ['gateway', 'register', 'journal', 'settings'],
		packages: 'no-screen',
	},
	// It must not share the mistakes of those that it is the other side of.
	sandbox: {knows: ['core'], fromCore: moneyAndSystems, packages: 'no-screen'},
	cli: {
		knows: [
			'core',
			'engine',
			'qr',
			'settings',
			'gateway',
			'journal',
			'register',
			'console',
			'display',
			'log',
			'setup',
			'report',
			'doctor',
			'sandbox',
		],
		packages: 'any',
	},
};

/** Other doors than `<room>/index.ts`. */
const sideDoors: ReadonlySet<string> = new Set(['core/wording/index.ts']);

const isScreenPackage = (specifier: string): boolean => /^(?:react|ink)(?:$|[-/])/.test(specifier);

/** What breaks the import law in a file; `path` is relative to source/, e.g. `core/money.ts`. */
export function importFaults(path: string, text: string): readonly string[] {
	const name = path.split('/')[0] ?? '';
	const room = rooms[name];
	if (!room) return [`${path}: no law for the room «${name}»`];
	return readImports(text).flatMap((one) => {
		const fault = one.specifier.startsWith('.')
			? relativeFault(path, name, room, one)
			: packageFault(room, one.specifier);
		return fault ? [`${path}:${one.line} imports ${one.specifier}: ${fault}`] : [];
	});
}

function packageFault(room: Room, specifier: string): string | null {
	if (room.packages === 'none') return 'this room imports no packages and nothing of Node';
	return room.packages === 'no-screen' && isScreenPackage(specifier) ? 'React and Ink are for screens' : null;
}

function relativeFault(
	path: string,
	own: string,
	room: Room,
	{specifier, isTypeOnly, names}: Import,
): string | null {
	const target = posix.normalize(posix.join(posix.dirname(path), specifier));
	if (target.startsWith('../')) return 'outside of source/';
	const other = target.split('/')[0] ?? '';
	if (other === own) return null;
	if (target === 'engine/ports.ts' && room.hasPort) {
		return isTypeOnly ? null : 'of the ports only the types may be imported';
	}
	const isDoor = target === `${other}/index.ts` || sideDoors.has(target);
	if (other === 'core' && room.fromCore && isDoor) {
		const strange = names.filter((name) => !room.fromCore?.has(name));
		return strange.length > 0 ? `${own} takes only money and payment systems from the core` : null;
	}
	if (room.knows.includes(other)) return isDoor ? null : `past the door of ${other}`;
	if (isTypeOnly && room.knowsTypesOf?.includes(other)) return isDoor ? null : `past the door of ${other}`;
	return `${own} does not know ${other}`;
}

/** Files that may be longer than 300 lines, each with the reason. */
export const longFiles: Readonly<Record<string, string>> = {};

export const longestLines = 300;

/** Words that are written nowhere, with the reason. */
const never: readonly (readonly [RegExp, string])[] = [
	[/[:<,|&(]\s*any\b(?!\s*[:(])|\bas\s+any\b/, '«any» turns the checker off'],
	[/\brejectUnauthorized\s*:\s*false/, 'verification is never turned off'],
];

const neverInComments: readonly (readonly [RegExp, string])[] = [
	[/@ts-(?:ignore|nocheck|expect-error)/, 'the checker is not silenced'],
	[/biome-ignore|eslint-disable/, 'the linter is not silenced'],
	[/\b(?:TODO|FIXME|XXX)\b/, 'what is not done is not promised in code'],
];

/** The core takes time and chance from outside. */
const neverInCore: readonly (readonly [RegExp, string])[] = [
	[/\bDate\.now\b|\bnew\s+Date\b|\bperformance\b/, 'time comes from outside'],
	[/\bMath\.random\b|\bcrypto\b/, 'chance comes from outside'],
	[
		/\b(?:process|globalThis|setTimeout|setInterval|console|fetch)\b\s*[.(]/,
		'the core does not touch the world',
	],
];

/** What is written in a file that must not be; one line for each finding. */
export function wordFaults(path: string, text: string): readonly string[] {
	const code = bareCode(text).split('\n');
	const lines = text.split('\n');
	const rules = path.startsWith('core/') ? [...never, ...neverInCore] : never;
	return lines.flatMap((line, index) => [
		...rules.flatMap(([rule, why]) => (rule.test(code[index] ?? '') ? [`${path}:${index + 1} ${why}`] : [])),
		...neverInComments.flatMap(([rule, why]) => (rule.test(line) ? [`${path}:${index + 1} ${why}`] : [])),
	]);
}

/** A room's door only hands on what the room has. */
export function doorFaults(path: string, text: string): readonly string[] {
	if (!/^[^/]+\/index\.ts$/.test(path)) return [];
	const rest = bareCode(text)
		.replaceAll(/\bexport\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*(['"]) *\1;?/g, '')
		.trim();
	return rest === '' ? [] : [`${path}: a door only re-exports, found «${rest.slice(0, 40)}»`];
}

/** Lines of a file as an editor counts them. */
export const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length;
