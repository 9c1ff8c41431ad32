// The screen as Ink sees it: the terminal's own size, and a thrifty way of writing.
import {Writable} from 'node:stream';
import type {ScreenStream} from '../options.ts';
import {thrifty} from './thrift.ts';

/** The size in cells; a line that knows none (a serial one says 0×0) is taken for the usual screen. */
export const sizeOf = ({columns, rows}: ScreenStream): {columns: number; rows: number} => ({
	columns: columns || 80,
	rows: rows || 24,
});

/** Passes everything on at once, in order with what others write to the terminal. */
export class ScreenOutput extends Writable {
	readonly isTTY = true;
	readonly #terminal: ScreenStream;

	constructor(terminal: ScreenStream) {
		super({decodeStrings: false});
		this.#terminal = terminal;
	}

	get columns(): number {
		return sizeOf(this.#terminal).columns;
	}

	get rows(): number {
		return sizeOf(this.#terminal).rows;
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
