// Bitmaps as rows of dots, and the smallest picture that scales up to the same one.
import {fromHex} from '../bytes/build.ts';
import type {Bitmap} from './job.ts';

export type Dots = readonly (readonly boolean[])[];

export const dotsOf = ({rows, widthDots}: Bitmap): Dots =>
	rows.map((hex) => {
		const bytes = fromHex(hex);
		return Array.from({length: widthDots}, (_, x) => ((bytes[x >> 3] ?? 0) & (0x80 >> (x & 7))) !== 0);
	});

/** Cuts the white rim off; empty when all is white. */
export function trimmed(dots: Dots): Dots {
	const inked = dots.map((row) => row.includes(true));
	const rows = dots.slice(inked.indexOf(true), inked.lastIndexOf(true) + 1);
	if (!inked.includes(true)) return [];
	const left = Math.min(...rows.map((row) => row.indexOf(true)).filter((x) => x >= 0));
	const right = Math.max(...rows.map((row) => row.lastIndexOf(true)));
	return rows.map((row) => row.slice(left, right + 1));
}

/** Undoes whole-number scaling: one dot for each module of a code that came enlarged. */
export function shrunk(dots: Dots): Dots {
	const columns = dots[0]?.length ?? 0;
	const scaleX = dots.reduce((scale, row) => runs(row.length, (a, b) => row[a] === row[b], scale), columns);
	const scaleY = runs(dots.length, (a, b) => sameRow(dots[a], dots[b]), dots.length);
	if (scaleX <= 1 && scaleY <= 1) return dots;
	return dots.filter((_, y) => y % scaleY === 0).map((row) => row.filter((_, x) => x % scaleX === 0));
}

const sameRow = (one: readonly boolean[] | undefined, other: readonly boolean[] | undefined): boolean =>
	one?.every((dot, x) => dot === other?.[x]) ?? false;

/** Greatest common divisor of `start` and of all places where neighbours differ. */
function runs(length: number, isSame: (a: number, b: number) => boolean, start: number): number {
	let divisor = start;
	for (let index = 1; index < length; index++) if (!isSame(index - 1, index)) divisor = gcd(divisor, index);
	return gcd(divisor, length);
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
