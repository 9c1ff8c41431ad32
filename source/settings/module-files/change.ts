// Prepares a change of one of the module's files: its new bytes, or why a value may not be.
import {
	type LinkName,
	linkNames,
	type ModuleName,
	type SettingsProblem,
	type SettingsProblemCode,
} from '../../core/index.ts';
import {problem} from '../problem.ts';
import {cutBlanks} from './lines.ts';
import {changedBytes, type NameTable, newModuleFile} from './module-file.ts';
import {checkModuleValue, moduleFileName, moduleNameTable, moduleRules} from './module-settings.ts';
import {type NamedFile, valueOfName} from './named-file.ts';
import {isLinkValue, linkFileName, linkNameTable, systemsWithOneCode} from './payment-types.ts';

export type FileChange =
	/** `bytes` null: nothing to write. */
	| {readonly ok: true; readonly fileName: string; readonly bytes: Uint8Array | null}
	| {readonly ok: false; readonly problems: readonly SettingsProblem[]};

/** The module files as far as they can be read, and what is wrong where they cannot. */
type Till = {
	readonly module: NamedFile<ModuleName> | null;
	readonly links: NamedFile<LinkName> | null;
	readonly problems: readonly SettingsProblem[];
};

export function moduleChange(till: Till, changes: ReadonlyMap<ModuleName, string>): FileChange {
	const values = new Map([...changes].map(([name, value]) => [name, kept(name, value)] as const));
	const wrong = [...values].flatMap(([name, value]) => {
		const fault = checkModuleValue(name, value);
		if (fault) return [problem(fault.code, moduleFileName, {key: name, value, params: fault.params})];
		return cutBlanks(value) === value ? [] : [problem('outerBlanks', moduleFileName, {key: name, value})];
	});
	return wrong.length > 0
		? {ok: false, problems: wrong}
		: changed(moduleFileName, till.module, till.problems, moduleNameTable, values);
}

/** The file would cut the blanks round a value: fair for an address, but a password is another one then. */
const kept = (name: ModuleName, value: string): string =>
	moduleRules[name].isSecret ? value : cutBlanks(value);

export function linkChange(till: Till, changes: ReadonlyMap<LinkName, string>): FileChange {
	const values = new Map([...changes].map(([name, value]) => [name, cutBlanks(value)] as const));
	const told = (code: SettingsProblemCode, name: LinkName, params: SettingsProblem['params'] = {}) =>
		problem(code, linkFileName, {key: name, value: values.get(name) ?? null, params});
	const wrong = [...values]
		.filter(([, value]) => !isLinkValue(value))
		.map(([name]) => told('valueForm', name));
	if (wrong.length > 0) return {ok: false, problems: wrong};

	const {links} = till;
	const codes = new Map(
		linkNames.map((name) => [name, values.get(name) ?? (links && valueOfName(links, name)) ?? '']),
	);
	const shared = systemsWithOneCode(codes).flatMap(({name, firstName}) => {
		const params = (other: LinkName) => ({
			firstName: other,
			firstLine: links?.entries.found.get(other)?.number ?? 0,
		});
		if (values.has(name)) return [told('codeForTwoSystems', name, params(firstName))];
		return values.has(firstName) ? [told('codeForTwoSystems', firstName, params(name))] : [];
	});
	return shared.length > 0
		? {ok: false, problems: shared}
		: changed(linkFileName, links, till.problems, linkNameTable, values);
}

function changed<Name extends string>(
	fileName: string,
	named: NamedFile<Name> | null,
	problems: readonly SettingsProblem[],
	names: NameTable<Name>,
	values: ReadonlyMap<Name, string>,
): FileChange {
	if (values.size === 0) return {ok: true, fileName, bytes: null};
	// A file that is there but cannot be read, or names a setting twice, is mended by a person first.
	const blocking = problems.filter(
		({file, code, key}) =>
			file === fileName &&
			(code === 'nameTwice'
				? [...values.keys()].some((name) => name === key)
				: !named && code !== 'fileMissing'),
	);
	if (blocking.length > 0) return {ok: false, problems: blocking};
	const end = changedBytes(named?.file ?? newModuleFile, names, values);
	return end.ok
		? {ok: true, fileName, bytes: end.bytes}
		: {ok: false, problems: [problem('encodingCannotHold', fileName, {key: end.name})]};
}
