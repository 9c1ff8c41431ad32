// Keeps the state in a JSON file, so that a register that is started again is the same register.
import {readFileSync, renameSync, writeFileSync} from 'node:fs';
import type {RegisterState} from './state.ts';

/** The saved state, or null when there is no such file yet. A file of another kind is an error to be seen. */
export function loadState(file: string): RegisterState | null {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
	const state = JSON.parse(text) as RegisterState;
	if (state.version !== 1) throw new Error(`Not a virtual register's state: ${file}`);
	return state;
}

/** Replaces the file as a whole: a reader sees the old state or the new one, never half of it. */
export function saveState(file: string, state: RegisterState): void {
	const beside = `${file}.new`;
	writeFileSync(beside, JSON.stringify(state));
	renameSync(beside, file);
}
