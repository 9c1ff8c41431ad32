// Looks at all of a till's folder at once: what stands in its files, all that is wrong with it, all that is doubtful.
import {join} from 'node:path';
import type {LinkName, ModuleName, SettingsProblem} from '../core/index.ts';
import {lookAtFolder} from './disk/folder.ts';
import {readSettingsFile} from './disk/read-file.ts';
import {
	checkLinks,
	checkModuleSettings,
	type LinkCheck,
	type ModuleCheck,
} from './module-files/check-module.ts';
import {moduleFileName, moduleNameTable} from './module-files/module-settings.ts';
import {type NamedFile, type NamedReading, readNamedFile} from './module-files/named-file.ts';
import {linkFileName, linkNameTable} from './module-files/payment-types.ts';
import {problem} from './problem.ts';
import {caFileProblem} from './till-file/ca-file.ts';
import {crossCheck} from './till-file/cross-check.ts';
import {rowsForCodes} from './till-file/first-rows.ts';
import {readTill, type TillDocument} from './till-file/read-till.ts';
import {type TillFile, tillDefaults, tillFileName} from './till-file/till-schema.ts';
import {withDefaults} from './till-file/with-defaults.ts';

export type Looked = {
	/** Absolute. */
	readonly folder: string;
	/** null: the file is not there or cannot be read. */
	readonly module: NamedFile<ModuleName> | null;
	readonly moduleCheck: ModuleCheck | null;
	readonly links: NamedFile<LinkName> | null;
	readonly linkCheck: LinkCheck | null;
	/** null: the file is not there or broken. */
	readonly document: TillDocument | null;
	/** null: a field of it is wrong. Where the file is not there: the defaults, with a row for each linked code. */
	readonly tillFile: TillFile | null;
	readonly problems: readonly SettingsProblem[];
	readonly warnings: readonly SettingsProblem[];
};

export type Look =
	| {readonly type: 'looked'; readonly looked: Looked}
	/** No such folder, or nothing of a till in it. */
	| {readonly type: 'none'; readonly folder: string}
	| {readonly type: 'refused'; readonly problem: SettingsProblem};

const ownFiles: readonly string[] = [moduleFileName, linkFileName, tillFileName];

export function look(path: string): Look {
	const place = lookAtFolder(path);
	if (place.type !== 'there') return place;
	const {folder, files} = place;
	const isOurs = files.some((file) => ownFiles.some((own) => own.toLowerCase() === file.toLowerCase()));
	if (!isOurs) return {type: 'none', folder};

	const moduleReading = readNamedFile(folder, moduleFileName, moduleNameTable);
	const linkReading = readNamedFile(folder, linkFileName, linkNameTable);
	const module = moduleReading.type === 'read' ? moduleReading.named : null;
	const links = linkReading.type === 'read' ? linkReading.named : null;
	const moduleCheck = module && checkModuleSettings(module);
	const linkCheck = links && checkLinks(links);
	const till = lookAtTillFile(folder, linkCheck);

	const openFiles = [module, links].filter((named) => named?.isOpenToOthers).map((named) => named?.fileName);
	const open = [...openFiles, till.isOpenToOthers ? tillFileName : undefined].filter(
		(name) => name !== undefined,
	);
	return {
		type: 'looked',
		looked: {
			folder,
			module,
			moduleCheck,
			links,
			linkCheck,
			document: till.document,
			tillFile: till.tillFile,
			problems: [
				...fileProblems(moduleFileName, moduleReading, files),
				...(moduleCheck?.problems ?? []),
				...fileProblems(linkFileName, linkReading, files),
				...(linkCheck?.problems ?? []),
				...till.problems,
			],
			warnings: [
				...(place.isOpenToOthers ? [problem('folderOpenToOthers', folder)] : []),
				...open.map((name) => problem('fileOpenToOthers', name)),
				...(module?.warnings ?? []),
				...(moduleCheck?.warnings ?? []),
				...(links?.warnings ?? []),
				...(linkCheck?.warnings ?? []),
				...till.warnings,
			],
		},
	};
}

function fileProblems(
	fileName: string,
	reading: NamedReading<string>,
	files: readonly string[],
): readonly SettingsProblem[] {
	if (reading.type === 'read') return reading.named.problems;
	if (reading.type === 'refused') return [reading.problem];
	const found = files.find((file) => file.toLowerCase() === fileName.toLowerCase());
	return [problem('fileMissing', fileName, {params: found === undefined ? {} : {found}})];
}

type TillFileLook = Pick<Looked, 'document' | 'tillFile' | 'problems' | 'warnings'> & {
	readonly isOpenToOthers: boolean;
};

/** till.json of a folder; where it is not there, what holds without it. */
export function lookAtTillFile(folder: string, links: LinkCheck | null): TillFileLook {
	const reading = readSettingsFile(join(folder, tillFileName));
	const nothing = {document: null, tillFile: null, problems: [], warnings: [], isOpenToOthers: false};
	if (reading.type === 'refused') return {...nothing, problems: [reading.problem]};
	// A shop that only copied its module's files is ready to pay: without a register the slots mean nothing yet.
	if (reading.type === 'missing')
		return {...nothing, tillFile: {...tillDefaults, paymentTypes: rowsForCodes(links?.codes ?? new Map())}};
	const {isOpenToOthers} = reading;
	const till = readTill(reading.bytes);
	if (till.type === 'broken') return {...nothing, isOpenToOthers, problems: [till.problem]};
	const {document} = till;
	if (document.problems.length > 0) {
		const {problems, warnings} = document;
		return {document, tillFile: null, problems, warnings, isOpenToOthers};
	}
	const tillFile = withDefaults(document.fields);
	const crossed = crossCheck(tillFile, links?.codes ?? new Map(), document.lineOf);
	const caFile = caFileProblem(folder, tillFile, document.lineOf);
	return {
		document,
		tillFile,
		problems: [...crossed.problems, ...caFile],
		warnings: [...document.warnings, ...crossed.warnings],
		isOpenToOthers,
	};
}
