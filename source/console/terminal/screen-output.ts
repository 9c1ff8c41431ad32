// The screen as Ink sees it: the terminal's own size, and a thrifty way of writing.
import {Writable} from 'node:stream';
import type {ScreenStream} from '../options.ts';
import {thrifty} from './thrift.ts';

/** Passes everything on at once, in order with what others write to the terminal. */
export class ScreenOutput extends Writable {
	readonly isTTY = true;
	readonly #terminal: ScreenStream;

	constructor(terminal: ScreenStream) {
		super({decodeStrings: false});
		this.#terminal = terminal;
	}

	get columns(): number {
		return this.#terminal.columns ?? 80;
	}

	get rows(): number {
		return this.#terminal.rows ?? 24;
	}

	/** Has Ink look at the size and draw. */
	resized(): void {
		this.emit('resize');
	}

	override _write(chunk: string | Uint8Array, _encoding: string, done: () => void): void {
		this.#terminal.write(typeof chunk === 'string' ? thrifty(chunk) : chunk);
		// Not when the terminal has taken it: a stopped terminal must not hold up what is written next to it.
		done();
	}
}
