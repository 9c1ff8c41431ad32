// The log of frames that came, for tests and for whoever writes a driver.
import {toHex} from './bytes/build.ts';
import {isRefused} from './command.ts';
import {commandsByCode} from './commands/all.ts';
import {codeOf} from './execute.ts';
import type {Fault} from './faults/fault.ts';
import type {Fate} from './faults/react.ts';
import type {CommandEntry} from './options.ts';

export class Journal {
	readonly entries: CommandEntry[] = [];
	readonly #nowMs: () => number;
	readonly #onCommand: ((entry: CommandEntry) => void) | undefined;

	constructor(nowMs: () => number, onCommand: ((entry: CommandEntry) => void) | undefined) {
		this.#nowMs = nowMs;
		this.#onCommand = onCommand;
	}

	add(payload: Uint8Array, fault: Fault | null, {reaction, outcome}: Fate): void {
		const code = codeOf(payload);
		const answer = reaction.take === 'ack' ? reaction.answer : null;
		const entry: CommandEntry = {
			atMs: this.#nowMs(),
			code: code.toString(16).toUpperCase().padStart(2, '0'),
			name: commandsByCode.get(code)?.name ?? 'unknown',
			error: outcome === null ? null : isRefused(outcome) ? outcome.error : 0,
			requestHex: toHex(payload),
			answerHex: answer && toHex(answer),
			fault: fault?.fault ?? null,
		};
		this.entries.push(entry);
		this.#onCommand?.(entry);
	}
}
