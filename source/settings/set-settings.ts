// Changes settings: all checked first, then each file written as a whole. A wrong value leaves every file untouched.
import {join} from 'node:path';
import type {LinkName, ModuleName, SettingsProblem} from '../core/index.ts';
import {makeTillFolder, writeSettingsFile} from './disk/write-file.ts';
import {unknownKey} from './get-setting.ts';
import {findKey, type SettingKey} from './keys.ts';
import {type Looked, look} from './look.ts';
import {type FileChange, linkChange, moduleChange} from './module-files/change.ts';
import {problem} from './problem.ts';
import {changedTill, type TillChange} from './till-file/set-till.ts';
import {tillDefaults, tillFileName} from './till-file/till-schema.ts';
import {writeTillFile} from './till-file/write-till.ts';

export type SettingChange = {readonly key: string; readonly value: string};

export type SetEnd =
	/** On disk. `warnings`: what is doubtful or lacking now that was not before. */
	| {readonly ok: true; readonly warnings: readonly SettingsProblem[]}
	| {readonly ok: false; readonly problems: readonly SettingsProblem[]};

export type SetOptions = {
	/** Makes folder and files that are not there (the wizard); else a folder without a till is refused. */
	readonly isNewAllowed?: boolean;
};

/** Changes one setting (`settings set KEY VALUE`). */
export const setSetting = (folder: string, key: string, value: string): Promise<SetEnd> =>
	setSettings(folder, [{key, value}]);

/** Changes several settings at once, so that two that only fit together can be changed together. */
export async function setSettings(
	path: string,
	changes: readonly SettingChange[],
	options: SetOptions = {},
): Promise<SetEnd> {
	const known = sortChanges(changes);
	if (!known.ok) return known;
	const seen = look(path);
	if (seen.type === 'refused') return {ok: false, problems: [seen.problem]};
	if (seen.type === 'none' && !options.isNewAllowed)
		return {ok: false, problems: [problem('noTill', seen.folder)]};
	const looked = seen.type === 'looked' ? seen.looked : emptyTill(seen.folder);

	const module = moduleChange(looked, known.module);
	const links = linkChange(looked, known.links);
	const till = tillChange(looked, known.till);
	const problems = [module, links, till].flatMap((change) => (change.ok ? [] : change.problems));
	if (problems.length > 0) return {ok: false, problems};

	const fault =
		makeTillFolder(looked.folder) ??
		writeModuleFile(looked.folder, module) ??
		writeModuleFile(looked.folder, links) ??
		(till.ok && till.fields
			? await writeTillFile(looked.folder, looked.document?.fields ?? null, till.fields)
			: null);
	return fault ? {ok: false, problems: [fault]} : {ok: true, warnings: news(looked)};
}

type Sorted = {
	readonly ok: true;
	readonly module: ReadonlyMap<ModuleName, string>;
	readonly links: ReadonlyMap<LinkName, string>;
	readonly till: readonly TillChange[];
};

function sortChanges(changes: readonly SettingChange[]): Sorted | Extract<SetEnd, {ok: false}> {
	const module = new Map<ModuleName, string>();
	const links = new Map<LinkName, string>();
	const till: TillChange[] = [];
	const problems: SettingsProblem[] = [];
	const take = (key: SettingKey, value: string): void => {
		if (key.type === 'module') module.set(key.name, value);
		else if (key.type === 'link') links.set(key.name, value);
		else till.push({name: key.name, path: key.path, rule: key.rule, value});
	};
	for (const {key, value} of changes) {
		const found = findKey(key);
		if (found.ok) take(found.key, value);
		else problems.push(unknownKey(key, found.nearest));
	}
	return problems.length > 0 ? {ok: false, problems} : {ok: true, module, links, till};
}

type TillFileChange =
	| {readonly ok: true; readonly fields: Parameters<typeof writeTillFile>[2] | null}
	| {readonly ok: false; readonly problems: readonly SettingsProblem[]};

function tillChange(looked: Looked, changes: readonly TillChange[]): TillFileChange {
	if (changes.length === 0) return {ok: true, fields: null};
	// A file that is not there is made with all that holds without it, rows for the linked codes among them.
	const before = looked.document?.fields ?? looked.tillFile;
	if (!before) return {ok: false, problems: looked.problems.filter(({file}) => file === tillFileName)};
	return changedTill({...before}, changes, looked.linkCheck?.codes ?? new Map());
}

const writeModuleFile = (folder: string, change: FileChange): SettingsProblem | null =>
	change.ok && change.bytes ? writeSettingsFile(join(folder, change.fileName), change.bytes) : null;

/** What the till says now that it did not say before. */
function news(before: Looked): readonly SettingsProblem[] {
	const seen = look(before.folder);
	if (seen.type !== 'looked') return [];
	const old = new Set([...before.problems, ...before.warnings].map(sayingOf));
	return [...seen.looked.problems, ...seen.looked.warnings].filter((found) => !old.has(sayingOf(found)));
}

const sayingOf = ({code, file, key, value}: SettingsProblem): string => [code, file, key, value].join('\n');

const emptyTill = (folder: string): Looked => ({
	folder,
	module: null,
	moduleCheck: null,
	links: null,
	linkCheck: null,
	document: null,
	tillFile: tillDefaults,
	problems: [],
	warnings: [],
});
