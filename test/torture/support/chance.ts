// Chance with a seed: the same seed draws the same.
export type Chance = {
	/** 0 ≤ n < below */
	below(below: number): number;
	isOneIn(n: number): boolean;
	oneOf<T>(list: readonly [T, ...T[]]): T;
	/** A further chance, independent of how often this one is asked. */
	branch(name: string): Chance;
};

/** SplitMix32 over a hash of the seed's text. */
export function chanceOf(seed: string): Chance {
	let state = 0x811c9dc5;
	for (const byte of Buffer.from(seed)) state = Math.imul(state ^ byte, 0x01000193) >>> 0;
	const next = (): number => {
		state = (state + 0x9e3779b9) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return (mixed ^ (mixed >>> 15)) >>> 0;
	};
	const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
	return {
		below,
		isOneIn: (n) => below(n) === 0,
		oneOf: (list) => list[below(list.length)] ?? list[0],
		branch: (name) => chanceOf(`${seed}/${name}`),
	};
}
