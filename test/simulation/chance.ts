// Chance that can be had again: the same seed gives the same row of numbers.

export type Chance = {
	/** 0 … 1, 1 excluded. */
	readonly next: () => number;
	/** A whole number from `from` to `to`, both included. */
	readonly whole: (from: number, to: number) => number;
	readonly is: (probability: number) => boolean;
	readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
};

/** Chance from a seed (mulberry32, the seed stirred first so that neighbours have nothing in common). */
export function chanceOf(seed: number): Chance {
	let state = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) ^ 0x9e3779b9;
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		whole,
		is: (probability) => next() < probability,
		pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
	};
}
