// From a terminal's bytes to key presses handed out one at a time: the next one only after the screen's state took the last.
import {StringDecoder} from 'node:string_decoder';
import type {Key} from './key.ts';
import {splitKeys} from './split.ts';

/** Takes chunks, hands out presses. */
export type KeyReader = {
	/** Takes a chunk as it came. */
	feed(chunk: Uint8Array | string): void;
	/** Drops what has not been handed out. */
	close(): void;
};

/** How long the rest of an escape sequence may be on its way (slow lines cut sequences in two). */
const escapePatienceMs = 50;

/** A reader that calls `press` for each key, with a turn of the event loop between two, so that a text field keeps up. */
export function createKeyReader(press: (key: Key) => void): KeyReader {
	const decoder = new StringDecoder('utf8');
	let rest = '';
	let waiting: ReturnType<typeof setTimeout> | null = null;
	let queue: readonly Key[] = [];
	let isRunning = false;
	let isClosed = false;

	const next = (): void => {
		const [key, ...others] = queue;
		queue = others;
		if (key === undefined || isClosed) {
			isRunning = false;
			return;
		}
		press(key);
		setImmediate(next);
	};

	const take = (text: string, isFinal: boolean): void => {
		const split = splitKeys(text, isFinal);
		rest = split.rest;
		queue = [...queue, ...split.keys];
		if (!isRunning && queue.length > 0) {
			isRunning = true;
			next();
		}
		if (rest !== '') waiting = setTimeout(() => take(rest, true), escapePatienceMs);
	};

	return {
		feed(chunk) {
			if (waiting) clearTimeout(waiting);
			waiting = null;
			take(rest + (typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk))), false);
		},
		close() {
			isClosed = true;
			if (waiting) clearTimeout(waiting);
		},
	};
}
