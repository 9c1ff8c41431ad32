// One of the module's two files: reads values by name, writes them back without touching anything else.
import {type DecodeFault, decodeText, encodeText, type TextEncoding} from './encoding.ts';
import {type EntryLine, entryValue, joinLines, type Line, lineEndOf, splitLines, withValue} from './lines.ts';

export type ModuleFile = {
	readonly encoding: TextEncoding;
	readonly hasMark: boolean;
	readonly lines: readonly Line[];
};

/** The names that a file may hold, in lower case, each with the name that stands for it. */
export type NameTable<Name extends string> = ReadonlyMap<string, Name>;

export type ParseEnd =
	| {readonly ok: true; readonly file: ModuleFile}
	| {readonly ok: false; readonly fault: DecodeFault};

export type Entries<Name extends string> = {
	readonly found: ReadonlyMap<Name, EntryLine>;
	/** Names that stand there more than once, with all their lines. */
	readonly twice: ReadonlyMap<Name, readonly EntryLine[]>;
	/** Entries whose name is not in the table. */
	readonly unknown: readonly EntryLine[];
	/** Lines that are no entry, no comment and not empty. */
	readonly rest: readonly Line[];
};

/** A file that is not there yet: UTF-8, no line. */
export const newModuleFile: ModuleFile = {encoding: 'utf-8', hasMark: false, lines: []};

export function parseModuleFile(bytes: Uint8Array): ParseEnd {
	const end = decodeText(bytes);
	if (!end.ok) return end;
	const {encoding, hasMark, text} = end.decoded;
	return {ok: true, file: {encoding, hasMark, lines: splitLines(text)}};
}

/** Sorts the lines of a file by the names of a table; letter case does not matter. */
export function entriesOf<Name extends string>(file: ModuleFile, names: NameTable<Name>): Entries<Name> {
	const all = new Map<Name, EntryLine[]>();
	const unknown: EntryLine[] = [];
	for (const line of file.lines) {
		if (line.type !== 'entry') continue;
		const name = names.get(line.name.toLowerCase());
		if (name === undefined) unknown.push(line);
		else all.set(name, [...(all.get(name) ?? []), line]);
	}
	const found = new Map([...all].flatMap(([name, [first]]) => (first ? [[name, first] as const] : [])));
	const twice = new Map([...all].filter(([, lines]) => lines.length > 1));
	return {found, twice, unknown, rest: file.lines.filter((line) => line.type === 'rest')};
}

export type ChangeEnd =
	/** null: every value is what it was, nothing is to be written. */
	| {readonly ok: true; readonly bytes: Uint8Array | null}
	/** The file's encoding cannot hold the value of this name. */
	| {readonly ok: false; readonly name: string};

/**
 * The bytes of a file with other values. Only lines whose value differs change; a name without a line gets one at the end, with
 * the file's own line end. A last line without an end stays without one.
 */
export function changedBytes<Name extends string>(
	file: ModuleFile,
	names: NameTable<Name>,
	changes: ReadonlyMap<Name, string>,
): ChangeEnd {
	let lines = file.lines;
	for (const [name, value] of changes) {
		const line = entriesOf({...file, lines}, names).found.get(name);
		if (line && entryValue(line) === value) continue;
		lines = line
			? lines.map((old) => (old === line ? withValue(line, value) : old))
			: withEntry(lines, `${name}=${value}`);
		if (!moduleFileBytes({...file, lines})) return {ok: false, name};
	}
	return {ok: true, bytes: lines === file.lines ? null : moduleFileBytes({...file, lines})};
}

/** The file's bytes; null where its encoding cannot hold a character of it. */
export const moduleFileBytes = ({encoding, hasMark, lines}: ModuleFile): Uint8Array | null =>
	encodeText({encoding, hasMark, text: joinLines(lines)});

function withEntry(lines: readonly Line[], text: string): readonly Line[] {
	const end = lineEndOf(lines);
	const last = lines.at(-1);
	const isOpen = last !== undefined && last.end === '';
	const before = last && isOpen ? [...lines.slice(0, -1), {...last, end}] : lines;
	const added = splitLines(`${text}${isOpen ? '' : end}`);
	return [...before, ...added.map((line) => ({...line, number: before.length + 1}))];
}
