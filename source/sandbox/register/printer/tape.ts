// The tape as text: what a person would read on the paper, codes drawn by half blocks so that a phone reads them off a screen.
import type {Model} from '../model.ts';
import {centred, rule} from '../papers/layout.ts';
import {type Dots, dotsOf, shrunk, trimmed} from './dots.ts';
import type {Bitmap, PrintItem} from './job.ts';

/** Whether letters are dark on a light ground, as on paper, or light on a dark screen: a code must be dark on light either way. */
export type TapeInk = 'dark' | 'light';

/** Widest picture that is drawn; a wider one is named by its size. */
const maxColumns = 120;
const quietModules = 4;

/** Lines of text for one printed item. */
export function tapeLines(item: PrintItem, {columns}: Model, ink: TapeInk): readonly string[] {
	switch (item.kind) {
		case 'text':
			return [item.text];
		case 'feed':
			return new Array<string>(item.lines).fill('');
		case 'cut':
			return [rule(columns, item.isPartial ? '╌' : '─')];
		case 'bitmap':
			return pictureLines(item.bitmap, columns, ink);
	}
}

function pictureLines(bitmap: Bitmap, columns: number, ink: TapeInk): readonly string[] {
	const dots = shrunk(trimmed(dotsOf(bitmap)));
	if (dots.length === 0) return [];
	const width = (dots[0]?.length ?? 0) + 2 * quietModules;
	if (width > maxColumns) return [centred(`[графика ${bitmap.widthDots}×${bitmap.rows.length}]`, columns)];
	return halfBlocks(withQuietZone(dots), ink).map((text) =>
		centred(text.padEnd(width), Math.max(columns, width)),
	);
}

function withQuietZone(dots: Dots): Dots {
	const side = new Array<boolean>(quietModules).fill(false);
	const rows = dots.map((row) => [...side, ...row, ...side]);
	const white = new Array<readonly boolean[]>(quietModules).fill(
		new Array<boolean>(rows[0]?.length ?? 0).fill(false),
	);
	return [...white, ...rows, ...white];
}

/** Two rows of dots in one line of letters. */
function halfBlocks(dots: Dots, ink: TapeInk): readonly string[] {
	const letters = ink === 'dark' ? [' ', '▄', '▀', '█'] : ['█', '▀', '▄', ' '];
	return Array.from({length: Math.ceil(dots.length / 2)}, (_, pair) => {
		const upper = dots[pair * 2] ?? [];
		const lower = dots[pair * 2 + 1] ?? [];
		return upper.map((dot, x) => letters[(dot ? 2 : 0) + (lower[x] ? 1 : 0)] ?? ' ').join('');
	});
}
