// Puts a copied file into the till's folder; one that was there and differs is kept under the next free number.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {SettingsProblem} from '../../core/index.ts';
import {readSettingsFile} from './read-file.ts';
import {writeSettingsFile} from './write-file.ts';

export type TakenFile = {
	readonly name: string;
	/** The name under which the former file is kept; null: there was none, or the same. */
	readonly keptAs: string | null;
	/** Whether the file was already there, byte for byte. */
	readonly isUnchanged: boolean;
};

export function takeFile(
	folder: string,
	name: string,
	bytes: Uint8Array,
): TakenFile | {readonly problem: SettingsProblem} {
	const path = join(folder, name);
	const old = readSettingsFile(path);
	if (old.type === 'refused') return {problem: old.problem};
	const oldBytes = old.type === 'read' ? old.bytes : null;
	if (oldBytes && Buffer.from(oldBytes).equals(bytes)) return {name, keptAs: null, isUnchanged: true};
	const keptAs = oldBytes ? freeName(folder, name) : null;
	const fault =
		(oldBytes && keptAs !== null && writeSettingsFile(join(folder, keptAs), oldBytes)) ||
		writeSettingsFile(path, bytes);
	return fault ? {problem: fault} : {name, keptAs, isUnchanged: false};
}

/** `NAME.1`, `NAME.2` …: the first that is not there. */
export function freeName(folder: string, name: string): string {
	let number = 1;
	while (existsSync(join(folder, `${name}.${number}`))) number += 1;
	return `${name}.${number}`;
}
