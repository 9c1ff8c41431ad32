// A terminal's screen as an SVG picture for the documentation: real cells, no photograph.
import {blockShape, boxArms} from './block-shapes.ts';
import {cellsOfScreen, type ScreenCell} from './screen-cells.ts';
import type {Screen} from './terminal.ts';
import {type Rgb, type Theme, themes} from './theme.ts';

/** Pixels. A cell of 8×16 makes every module of a half-block QR a square. */
const cellWidth = 8;
const cellHeight = 16;
const margin = 12;
const baseline = 12;

export type SvgOptions = {
	/** What a screen reader says about the picture. */
	readonly title?: string;
	readonly theme?: Theme;
};

const softDark: Theme = {...themes.dark, background: 0x16181d, foreground: 0xd8dadf};

/** The screen as it is now, whole: a standalone SVG without fonts or scripts of its own. */
export function terminalToSvg(screen: Screen, {title = '', theme = softDark}: SvgOptions = {}): string {
	const grounds = new RectLayer();
	const blocks = new RectLayer();
	const strokes: string[] = [];
	const words: string[] = [];
	for (const [row, cells] of cellsOfScreen(screen, theme).entries()) {
		const top = margin + row * cellHeight;
		for (const [column, cell] of cells.entries()) {
			const left = margin + column * cellWidth;
			if (cell.ground !== theme.background) {
				grounds.add(left, top, cellWidth, cellHeight, hex(cell.ground));
			}
			const block = blockShape(cell.text);
			if (block !== null) {
				blocks.add(
					left + block.x * cellWidth,
					top + block.y * cellHeight,
					block.width * cellWidth,
					block.height * cellHeight,
					hex(cell.ink),
					block.opacity,
				);
			} else strokes.push(...boxStrokes(cell, left, top));
		}
		words.push(...wordsOfRow(cells, top));
	}
	const width = screen.cols * cellWidth + 2 * margin;
	const height = screen.rows * cellHeight + 2 * margin;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
		`<title>${escaped(title)}</title>`,
		`<rect width="${width}" height="${height}" rx="8" fill="${hex(theme.background)}"/>`,
		`<g shape-rendering="crispEdges">${grounds.paths()}${blocks.paths()}</g>`,
		`<g fill="none">${strokes.join('')}</g>`,
		`<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="13.3">${words.join('\n')}</g>`,
		'</svg>\n',
	].join('\n');
}

/** Rectangles of one layer; neighbours in a row become one, and all of a colour one path. */
class RectLayer {
	readonly #byLook = new Map<string, {x: number; y: number; width: number; height: number}[]>();

	add(x: number, y: number, width: number, height: number, fill: string, opacity = 1): void {
		const look = opacity === 1 ? `fill="${fill}"` : `fill="${fill}" fill-opacity="${opacity}"`;
		const rects = this.#byLook.get(look) ?? [];
		this.#byLook.set(look, rects);
		const last = rects.at(-1);
		if (last && last.y === y && last.height === height && last.x + last.width === x) last.width += width;
		else rects.push({x, y, width, height});
	}

	paths(): string {
		return [...this.#byLook]
			.map(([look, rects]) => {
				const d = rects.map(({x, y, width, height}) => `M${x} ${y}h${width}v${height}h-${width}z`).join('');
				return `<path ${look} d="${d}"/>`;
			})
			.join('\n');
	}
}

function boxStrokes({text, ink}: ScreenCell, left: number, top: number): readonly string[] {
	const arms = boxArms(text);
	if (arms === null) return [];
	const [x, y] = [left + cellWidth / 2, top + cellHeight / 2];
	const edges = [
		{weight: arms.up, end: `${x} ${top}`},
		{weight: arms.right, end: `${left + cellWidth} ${y}`},
		{weight: arms.down, end: `${x} ${top + cellHeight}`},
		{weight: arms.left, end: `${left} ${y}`},
	].filter(({weight}) => weight > 0);
	const [first, second] = edges;
	if (arms.isRound && first && second) {
		return [`<path stroke="${hex(ink)}" d="M${first.end}Q${x} ${y} ${second.end}"/>`];
	}
	return edges.map(
		({weight, end}) => `<path stroke="${hex(ink)}" stroke-width="${weight}" d="M${x} ${y}L${end}"/>`,
	);
}

type Word = {readonly column: number; text: string; columns: number; readonly cell: ScreenCell};

/** Each word is placed by itself and told its width, so that any monospaced font keeps the columns. */
function wordsOfRow(cells: readonly ScreenCell[], top: number): readonly string[] {
	const words: Word[] = [];
	let open: Word | null = null;
	for (const [column, cell] of cells.entries()) {
		if (cell.width === 0) continue;
		if (!isLetter(cell)) open = null;
		else if (open !== null && looksOf(open.cell) === looksOf(cell)) {
			open.text += cell.text;
			open.columns += cell.width;
		} else {
			open = {column, text: cell.text, columns: cell.width, cell};
			words.push(open);
		}
	}
	return words.map(
		({column, text, columns, cell}) =>
			`<text x="${margin + column * cellWidth}" y="${top + baseline}" textLength="${columns * cellWidth}" lengthAdjust="spacingAndGlyphs" ${looksOf(cell)}>${escaped(text)}</text>`,
	);
}

const isLetter = ({text}: ScreenCell): boolean =>
	text !== ' ' && text !== '\u00a0' && blockShape(text) === null && boxArms(text) === null;

function looksOf({ink, isBold, isDim, isItalic, isUnderlined, isStruck}: ScreenCell): string {
	const looks = [`fill="${hex(ink)}"`];
	if (isBold) looks.push('font-weight="bold"');
	if (isItalic) looks.push('font-style="italic"');
	if (isDim) looks.push('opacity="0.6"');
	if (isUnderlined) looks.push('text-decoration="underline"');
	else if (isStruck) looks.push('text-decoration="line-through"');
	return looks.join(' ');
}

const hex = (rgb: Rgb): string => `#${rgb.toString(16).padStart(6, '0')}`;

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
