// What a module's folder holds for a till: its files by name in any letter case, all of them checked before any is taken.
import {join} from 'node:path';
import type {LinkName, SettingsProblem} from '../core/index.ts';
import {lookAtFolder} from './disk/folder.ts';
import {readSettingsFile} from './disk/read-file.ts';
import {lookAtTillFile} from './look.ts';
import {checkLinks, checkModuleSettings} from './module-files/check-module.ts';
import {moduleFileName, moduleNameTable} from './module-files/module-settings.ts';
import {readNamedFile} from './module-files/named-file.ts';
import {linkFileName, linkNameTable} from './module-files/payment-types.ts';
import {problem} from './problem.ts';
import {tillFileName} from './till-file/till-schema.ts';

export type Sources = {
	/** Under the names that the till wants. */
	readonly files: readonly {readonly name: string; readonly bytes: Uint8Array}[];
	readonly codes: ReadonlyMap<LinkName, string>;
};

export type SourcesEnd =
	| {readonly ok: true; readonly sources: Sources}
	| {readonly ok: false; readonly problems: readonly SettingsProblem[]};

export function findSources(path: string): SourcesEnd {
	const place = lookAtFolder(path);
	if (place.type === 'refused') return {ok: false, problems: [place.problem]};
	if (place.type === 'none')
		return {ok: false, problems: [problem('folderUnreadable', path, {params: {errno: 'ENOENT'}})]};
	const {folder, files} = place;
	const nameOf = (name: string): string =>
		files.find((file) => file === name) ??
		files.find((file) => file.toLowerCase() === name.toLowerCase()) ??
		name;

	const module = readNamedFile(folder, nameOf(moduleFileName), moduleNameTable);
	const links = readNamedFile(folder, nameOf(linkFileName), linkNameTable);
	const problems: SettingsProblem[] = [];
	const missing = (name: string): void => void problems.push(problem('fileMissing', name));
	if (module.type === 'missing') missing(moduleFileName);
	if (links.type === 'missing') missing(linkFileName);
	if (module.type === 'refused') problems.push(module.problem);
	if (links.type === 'refused') problems.push(links.problem);

	const moduleCheck = module.type === 'read' ? checkModuleSettings(module.named) : null;
	const linkCheck = links.type === 'read' ? checkLinks(links.named) : null;
	if (module.type === 'read') problems.push(...module.named.problems, ...(moduleCheck?.problems ?? []));
	if (links.type === 'read') problems.push(...links.named.problems, ...(linkCheck?.problems ?? []));
	problems.push(...lookAtTillFile(folder, linkCheck).problems);

	const posId = moduleCheck?.values.PosId ?? '';
	const isPosIdGood = posId !== '' && !moduleCheck?.problems.some(({key}) => key === 'PosId');
	const certificate = `${posId}.pfx`;
	if (isPosIdGood && !files.includes(nameOf(certificate))) {
		const others = files.filter((file) => /\.pfx$/i.test(file)).slice(0, 5);
		problems.push(problem('certificateMissing', certificate, {params: {found: others.join(', ')}}));
	}
	if (problems.length > 0) return {ok: false, problems};

	const wanted = [
		moduleFileName,
		linkFileName,
		certificate,
		...(files.includes(tillFileName) ? [tillFileName] : []),
	];
	const read = wanted.map((name) => ({name, reading: readSettingsFile(join(folder, nameOf(name)))}));
	const refused = read.flatMap(({reading}) => (reading.type === 'refused' ? [reading.problem] : []));
	if (refused.length > 0) return {ok: false, problems: refused};
	return {
		ok: true,
		sources: {
			files: read.flatMap(({name, reading}) =>
				reading.type === 'read' ? [{name, bytes: reading.bytes}] : [],
			),
			codes: linkCheck?.codes ?? new Map(),
		},
	};
}
