// The till's folder: there, really a folder, no link, its owner's alone.
import {lstatSync, readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import type {SettingsProblem} from '../../core/index.ts';
import {problem} from '../problem.ts';
import {errorCode} from './error-code.ts';
import {isOpenToOthers} from './read-file.ts';

export type FolderLook =
	| {
			readonly type: 'there';
			readonly folder: string;
			readonly files: readonly string[];
			readonly isOpenToOthers: boolean;
	  }
	| {readonly type: 'none'; readonly folder: string}
	| {readonly type: 'refused'; readonly problem: SettingsProblem};

/** Looks at a folder without following a link at its end. */
export function lookAtFolder(path: string): FolderLook {
	const refused = (code: SettingsProblem['code'], params: SettingsProblem['params'] = {}): FolderLook => ({
		type: 'refused',
		problem: problem(code, path, {params}),
	});
	try {
		// `resolve` cuts a slash at the end, which would make the system follow the link.
		const folder = resolve(path);
		const facts = lstatSync(folder, {throwIfNoEntry: false});
		if (!facts) return {type: 'none', folder};
		if (facts.isSymbolicLink()) return refused('folderIsLink');
		if (!facts.isDirectory()) return refused('folderNotDirectory');
		return {type: 'there', folder, files: readdirSync(folder), isOpenToOthers: isOpenToOthers(facts.mode)};
	} catch (error) {
		const errno = errorCode(error);
		return errno === 'ENOTDIR' ? refused('folderNotDirectory') : refused('folderUnreadable', {errno});
	}
}
