// The input that Ink sees: only the keys that the text field is to have, one at a time. The terminal itself is read by us.
import {Readable} from 'node:stream';

/** A keyboard for Ink. Raw mode is the console's business, so that Ink's wish for it changes nothing. */
export class FieldInput extends Readable {
	readonly isTTY = true;

	override _read(): void {
		// Keys come when a person types them.
	}

	setRawMode(_isRaw: boolean): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}
