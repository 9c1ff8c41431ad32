// The roll as pictures: dots as the print head would burn them, one PNG file from cut to cut.
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Model} from '../model.ts';
import {drawText} from './font.ts';
import type {PrintItem} from './job.ts';
import {encodePng} from './png.ts';
import {bitmapRows, blankRows} from './rows.ts';

/** White edge left and right of what the head can print, in bytes of eight dots: 4 mm on paper of 80 mm. */
const edgeBytes = 4;

export class Roll {
	readonly #folder: string;
	readonly #model: Model;
	readonly #files: string[] = [];
	#rows: Uint8Array[] = [];
	/** The open piece was changed since its file was written. */
	#isChanged = false;

	constructor(folder: string, model: Model) {
		this.#folder = folder;
		this.#model = model;
		mkdirSync(folder, {recursive: true});
	}

	print(item: PrintItem): void {
		const {widthDots, letterDots} = this.#model;
		if (item.kind === 'cut') {
			this.flush();
			this.#rows = [];
			return;
		}
		const rows =
			item.kind === 'text'
				? drawText(item.text, item.face, this.#model)
				: item.kind === 'feed'
					? blankRows(widthDots, item.lines * letterDots[1])
					: bitmapRows(item, widthDots);
		for (const row of rows) this.#rows.push(row);
		this.#isChanged = true;
	}

	/** Writes the open piece; names of all files of this run. */
	flush(): readonly string[] {
		if (this.#rows.length === 0 || !this.#isChanged) return this.#files;
		const file = join(this.#folder, `tape-${String(this.#files.length + 1).padStart(4, '0')}.png`);
		writeFileSync(file, encodePng(this.#model.widthDots + 16 * edgeBytes, this.#rows.map(withEdges)));
		this.#files.push(file);
		this.#isChanged = false;
		return this.#files;
	}
}

function withEdges(row: Uint8Array): Uint8Array {
	const wide = new Uint8Array(row.length + 2 * edgeBytes);
	wide.set(row, edgeBytes);
	return wide;
}
