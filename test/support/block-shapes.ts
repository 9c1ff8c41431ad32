// Block elements and box lines as shapes: drawn from a font they would leave gaps between cells.

/** A part of a cell, as fractions of its width and height; `opacity` for the shaded blocks. */
export type BlockShape = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly opacity: number;
};

const whole: BlockShape = {x: 0, y: 0, width: 1, height: 1, opacity: 1};

const named: Readonly<Record<string, BlockShape>> = {
	'▀': {...whole, height: 0.5},
	'█': whole,
	'▐': {...whole, x: 0.5, width: 0.5},
	'░': {...whole, opacity: 0.25},
	'▒': {...whole, opacity: 0.5},
	'▓': {...whole, opacity: 0.75},
};

/** The shape of a block element (U+2580 … 2593); null for everything else. */
export function blockShape(character: string): BlockShape | null {
	const known = named[character];
	if (known !== undefined) return known;
	const code = character.charCodeAt(0);
	if (code >= 0x2581 && code <= 0x2587) {
		const height = (code - 0x2580) / 8;
		return {...whole, y: 1 - height, height};
	}
	return code >= 0x2589 && code <= 0x258f ? {...whole, width: (0x2590 - code) / 8} : null;
}

/** Weight of the line to each edge of the cell: 0 none, 1 light, 2 heavy. */
export type BoxArms = {
	readonly up: number;
	readonly right: number;
	readonly down: number;
	readonly left: number;
	/** Both arms meet in a curve. */
	readonly isRound: boolean;
};

/** Characters with their arms: up, right, down, left. */
const lines =
	'─0101 │1010 ┌0110 ┐0011 └1100 ┘1001 ├1110 ┤1011 ┬0111 ┴1101 ┼1111 ╭0110 ╮0011 ╰1100 ╯1001 ' +
	'━0202 ┃2020 ┏0220 ┓0022 ┗2200 ┛2002 ┣2220 ┫2022 ┳0222 ┻2202 ╋2222';

const arms: ReadonlyMap<string, BoxArms> = new Map(
	lines.split(' ').map((entry) => {
		const [character = '', up, right, down, left] = entry;
		const isRound = '╭╮╰╯'.includes(character);
		return [
			character,
			{up: Number(up), right: Number(right), down: Number(down), left: Number(left), isRound},
		];
	}),
);

/** The arms of a light, rounded or heavy box line; null for everything else. */
export const boxArms = (character: string): BoxArms | null => arms.get(character) ?? null;
