// `setup --from`: a shop that already runs the module gets a till from its three files, byte for byte, with no question asked.
import {realpathSync} from 'node:fs';
import type {SettingsProblem} from '../core/index.ts';
import {errorCode} from './disk/error-code.ts';
import {lookAtFolder} from './disk/folder.ts';
import {type TakenFile, takeFile} from './disk/take-file.ts';
import {makeTillFolder} from './disk/write-file.ts';
import {loadTill} from './load-till.ts';
import {findSources, type Sources} from './module-folder.ts';
import {problem} from './problem.ts';
import {rowsForCodes} from './till-file/first-rows.ts';
import {tillDefaults, tillFileName} from './till-file/till-schema.ts';
import {writeTillFile} from './till-file/write-till.ts';

export type CopyEnd =
	| {
			readonly ok: true;
			/** In the order in which they were taken. */
			readonly files: readonly TakenFile[];
			/** Whether till.json was made, with a row for each linked code. */
			readonly isTillFileMade: boolean;
			/** What the new till still lacks (a till.json that was there before may want rows). Empty: ready to pay. */
			readonly problems: readonly SettingsProblem[];
			readonly warnings: readonly SettingsProblem[];
	  }
	/** Nothing was copied (`writeFailed`: not everything). */
	| {readonly ok: false; readonly problems: readonly SettingsProblem[]};

/** Copies settings and certificate from a module's folder into a till's. Files that were there and differ are kept as `NAME.1` … */
export async function copyModuleFolder(from: string, to: string): Promise<CopyEnd> {
	const source = sourceFolder(from);
	if (typeof source !== 'string') return {ok: false, problems: [source]};
	const found = findSources(source);
	if (!found.ok) return found;
	const target = lookAtFolder(to);
	if (target.type === 'refused') return {ok: false, problems: [target.problem]};
	const made = makeTillFolder(target.folder);
	if (made) return {ok: false, problems: [made]};
	return copyInto(found.sources, target.folder, target.type === 'there' ? target.files : []);
}

async function copyInto(sources: Sources, folder: string, there: readonly string[]): Promise<CopyEnd> {
	const files: TakenFile[] = [];
	for (const {name, bytes} of sources.files) {
		const taken = takeFile(folder, name, bytes);
		if (!('name' in taken)) return {ok: false, problems: [taken.problem]};
		files.push(taken);
	}
	const hasTillFile = [...there, ...files.map(({name}) => name)].includes(tillFileName);
	if (!hasTillFile) {
		const paymentTypes = rowsForCodes(sources.codes).map((row) => ({...row}));
		const fault = await writeTillFile(folder, null, {...tillDefaults, paymentTypes});
		if (fault) return {ok: false, problems: [fault]};
	}
	const end = loadTill(folder);
	const {warnings} = end;
	return {ok: true, files, isTillFileMade: !hasTillFile, problems: end.ok ? [] : end.problems, warnings};
}

/** The folder behind a link too: what is copied is a copy. */
function sourceFolder(from: string): string | SettingsProblem {
	try {
		return realpathSync(from);
	} catch (error) {
		return problem('folderUnreadable', from, {params: {errno: errorCode(error)}});
	}
}
