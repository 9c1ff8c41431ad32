// `QRKASSA_REGISTER_TRACE=FILE`: support writes down what goes over the register's line while the till works as always.
import {closeSync, constants, fchmodSync, openSync, writeSync} from 'node:fs';
import {jsonText} from '../core/index.ts';
import type {TraceLine} from '../register/index.ts';

export type TraceFile =
	| {
			readonly type: 'open';
			/** One JSON line, on its way to the disk before the next byte goes over the line. */
			write(line: TraceLine): void;
			close(): void;
	  }
	/** `detail` is the system's word. */
	| {readonly type: 'refused'; readonly detail: string};

/** A line of a trace as `register trace --json` and the trace file have it. */
export const traceJson = (line: TraceLine, now = new Date()): object => ({
	type: 'trace',
	at: now.toISOString(),
	...line,
});

/** Adds to the file; it is the owner's alone, and never a link, for a trace shows customers' addresses. */
export function openTraceFile(file: string): TraceFile {
	try {
		const {O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0} = constants;
		const handle = openSync(file, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
		fchmodSync(handle, 0o600);
		let isOpen = true;
		return {
			type: 'open',
			write: (line) => {
				if (!isOpen) return;
				try {
					writeSync(handle, `${jsonText(traceJson(line))}\n`);
				} catch {
					// A full disk ends the trace, never a payment.
					isOpen = false;
				}
			},
			close: () => {
				isOpen = false;
				closeSync(handle);
			},
		};
	} catch (error) {
		const detail = error instanceof Error && 'code' in error ? String(error.code) : '';
		return {type: 'refused', detail};
	}
}
