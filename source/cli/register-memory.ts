// What the till's register can do, kept in the till's folder: `register.capabilities.json`. A cache: whoever deletes it loses nothing.
import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {RegisterMemory} from '../register/index.ts';

export const registerMemoryName = 'register.capabilities.json';

/** A file that can't be read or written is as good as none: the register is asked again. */
export function registerMemory(folder: string): RegisterMemory {
	const file = join(folder, registerMemoryName);
	return {
		read: () => {
			try {
				return JSON.parse(readFileSync(file, 'utf8'));
			} catch {
				return null;
			}
		},
		write: (kept) => {
			// Two processes may write at once (a console and the doctor): each renames a whole file of its own.
			const draft = `${file}.${process.pid}`;
			try {
				writeFileSync(draft, `${JSON.stringify(kept, null, '\t')}\n`, {mode: 0o600, flag: 'wx'});
				renameSync(draft, file);
			} catch {
				rmSync(draft, {force: true});
			}
		},
	};
}
