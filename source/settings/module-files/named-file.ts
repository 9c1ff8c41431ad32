// One of the module's files as it lies in a till's folder: read, its lines sorted by name, what is odd about them named.
import {join} from 'node:path';
import {nearest, type SettingsProblem} from '../../core/index.ts';
import {readSettingsFile} from '../disk/read-file.ts';
import {problem} from '../problem.ts';
import {cutBlanks, type EntryLine, entryValue, type Line} from './lines.ts';
import {type Entries, entriesOf, type ModuleFile, type NameTable, parseModuleFile} from './module-file.ts';

export type NamedFile<Name extends string> = {
	readonly fileName: string;
	readonly file: ModuleFile;
	readonly entries: Entries<Name>;
	readonly isOpenToOthers: boolean;
	readonly problems: readonly SettingsProblem[];
	readonly warnings: readonly SettingsProblem[];
};

export type NamedReading<Name extends string> =
	| {readonly type: 'read'; readonly named: NamedFile<Name>}
	| {readonly type: 'missing'}
	| {readonly type: 'refused'; readonly problem: SettingsProblem};

export function readNamedFile<Name extends string>(
	folder: string,
	fileName: string,
	names: NameTable<Name>,
): NamedReading<Name> {
	const reading = readSettingsFile(join(folder, fileName));
	if (reading.type !== 'read') return reading;
	const parsed = parseModuleFile(reading.bytes);
	if (!parsed.ok) return {type: 'refused', problem: problem(parsed.fault, fileName)};
	const entries = entriesOf(parsed.file, names);
	const {isOpenToOthers} = reading;
	const lines = entries.rest.map((line) => oddLine(fileName, line, names));
	return {
		type: 'read',
		named: {
			fileName,
			file: parsed.file,
			entries,
			isOpenToOthers,
			problems: [
				...[...entries.twice].map(([name, all]) => nameTwice(fileName, name, all)),
				...lines.filter(({code}) => code === 'lineWithoutEquals'),
			],
			warnings: [
				...lines.filter(({code}) => code === 'lineIgnored'),
				...entries.unknown.flatMap((line) => unknownName(fileName, line, names)),
			],
		},
	};
}

/** The value of a name, or null where it has no line. */
export function valueOfName<Name extends string>(named: NamedFile<Name>, name: Name): string | null {
	const line = named.entries.found.get(name);
	return line ? entryValue(line) : null;
}

function nameTwice(fileName: string, name: string, lines: readonly EntryLine[]): SettingsProblem {
	const numbers = lines.map((line) => line.number);
	const params = {firstLine: numbers[0] ?? 0, lines: numbers.join(', ')};
	return problem('nameTwice', fileName, {line: numbers[1] ?? null, key: name, params});
}

/** A line that begins with one of our names is a setting without its sign; any other is somebody else's and stays. */
function oddLine(fileName: string, line: Line, names: NameTable<string>): SettingsProblem {
	const text = cutBlanks(line.text).toLowerCase();
	const name = [...names].find(
		([known]) => text === known || (/^[\s:]/.test(text.slice(known.length)) && text.startsWith(known)),
	);
	return name
		? problem('lineWithoutEquals', fileName, {line: line.number, key: name[1]})
		: problem('lineIgnored', fileName, {line: line.number});
}

function unknownName(
	fileName: string,
	line: EntryLine,
	names: NameTable<string>,
): readonly SettingsProblem[] {
	const near = nearest(line.name.toLowerCase(), [...names.keys()]);
	if (line.name === '') return [problem('lineIgnored', fileName, {line: line.number})];
	const name = near === null ? undefined : names.get(near);
	return name === undefined
		? []
		: [problem('unknownName', fileName, {line: line.number, key: line.name, params: {nearest: name}})];
}
