// The PEM file that `gateway.caFile` names: where it is, and whether it is there.
import {statSync} from 'node:fs';
import {resolve} from 'node:path';
import type {SettingsProblem} from '../../core/index.ts';
import {problem} from '../problem.ts';
import type {TillDocument} from './read-till.ts';
import {type TillFile, tillFileName} from './till-schema.ts';

/** Absolute path; relative ones are taken from the till's folder. */
export const caFilePath = (folder: string, caFile: string): string => resolve(folder, caFile);

export function caFileProblem(
	folder: string,
	till: TillFile,
	lineOf: TillDocument['lineOf'],
): readonly SettingsProblem[] {
	const {caFile} = till.gateway;
	if (caFile === null || isFile(caFilePath(folder, caFile))) return [];
	const path = ['gateway', 'caFile'];
	return [problem('caFileMissing', tillFileName, {line: lineOf(path), key: 'gateway.caFile', value: caFile})];
}

function isFile(path: string): boolean {
	try {
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
