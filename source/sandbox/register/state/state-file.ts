// Keeps the state in a JSON file, so that a register that is started again is the same register.
import {readFileSync, renameSync, writeFileSync} from 'node:fs';
import type {RegisterState} from './state.ts';

export class StateFile {
	readonly #file: string;
	#kept = '';

	constructor(file: string) {
		this.#file = file;
	}

	/** The saved state, or null when there is no such file yet. A file of another kind is an error to be seen. */
	load(): RegisterState | null {
		let text: string;
		try {
			text = readFileSync(this.#file, 'utf8');
		} catch (error) {
			if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
			throw error;
		}
		const state = JSON.parse(text) as RegisterState;
		if (state.version !== 1) throw new Error(`Not a virtual register's state: ${this.#file}`);
		this.#kept = text;
		return state;
	}

	/** Replaces the file as a whole, if anything changed: a reader sees the old state or the new one, never half of it. */
	save(state: RegisterState): void {
		const text = JSON.stringify(state);
		if (text === this.#kept) return;
		const beside = `${this.#file}.new`;
		writeFileSync(beside, text);
		renameSync(beside, this.#file);
		this.#kept = text;
	}
}
