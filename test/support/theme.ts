// What a terminal makes of colour numbers: the first sixteen are the theme's, the others are fixed.

/** 24 bits, 0xRRGGBB. */
export type Rgb = number;

export type Theme = {
	/** Colours 0 … 15. */
	readonly palette: readonly Rgb[];
	/** The terminal's own colours, where the program names none. */
	readonly foreground: Rgb;
	readonly background: Rgb;
};

const xterm = [
	0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000,
	0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
];

const linux = [
	0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555,
	0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
];

const solarized = [
	0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5, 0x002b36, 0xcb4b16,
	0x586e75, 0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3,
];

const without = (palette: readonly Rgb[], changes: Readonly<Record<number, Rgb>>): readonly Rgb[] =>
	palette.map((colour, number) => changes[number] ?? colour);

/** Themes that tills are seen with, the odd ones too. */
export const themes = {
	dark: {palette: xterm, foreground: 0xe5e5e5, background: 0x000000},
	light: {palette: xterm, foreground: 0x000000, background: 0xffffff},
	'solarized dark': {palette: solarized, foreground: 0x839496, background: 0x002b36},
	'solarized light': {palette: solarized, foreground: 0x657b83, background: 0xfdf6e3},
	'linux console': {palette: linux, foreground: 0xaaaaaa, background: 0x000000},
	'low contrast': {
		palette: without(xterm, {0: 0x3c3c3c, 7: 0x8c8c8c, 15: 0x8c8c8c}),
		foreground: 0x8c8c8c,
		background: 0x3c3c3c,
	},
	'black and white swapped': {
		palette: without(xterm, {0: 0xffffff, 7: 0x000000, 15: 0x000000}),
		foreground: 0x000000,
		background: 0xffffff,
	},
} as const satisfies Record<string, Theme>;

const cube = [0, 95, 135, 175, 215, 255];

/** The colour that a palette number (0 … 255) is seen as. */
export function paletteRgb(number: number, theme: Theme): Rgb {
	if (number < 16) return theme.palette[number] ?? theme.foreground;
	if (number >= 232) return (8 + 10 * (number - 232)) * 0x010101;
	const step = (place: number): number => cube[Math.floor((number - 16) / place) % 6] ?? 0;
	return (step(36) << 16) | (step(6) << 8) | step(1);
}

/** Brightness of a colour, 0 … 255. */
export const luma = (rgb: Rgb): number =>
	Math.round(0.299 * (rgb >> 16) + 0.587 * ((rgb >> 8) & 0xff) + 0.114 * (rgb & 0xff));
