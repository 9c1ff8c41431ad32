// Which way of drawing a terminal can be trusted with. What it really shows only a person with a phone can tell:
// the setting is that person's answer, and stands above all guesses but one, a terminal without colours.
import type {QrColours} from './cells.ts';
import type {QrKind} from './fit.ts';

/** `ui.qr` of the till. `ascii` is plain ASCII cells: coloured spaces, two columns a module. */
export type QrSetting = 'auto' | 'half-blocks' | 'spaces' | 'ascii' | 'none';

export type QrRendering =
	| {readonly type: 'cells'; readonly kind: QrKind; readonly colours: QrColours}
	/** No QR on this screen: by the setting, or since the terminal has no colours. */
	| {readonly type: 'none'; readonly because: 'setting' | 'no-colours'};

/** What we ask of the environment; `process.env` is one. */
export type Environment = {
	readonly [name in 'COLORTERM' | 'LC_ALL' | 'LC_CTYPE' | 'LANG' | 'OS']?: string | undefined;
};

export type TerminalFacts = {
	readonly env: Environment;
	/** Whether UTF-8 reaches the screen: `isUtf8Locale(env)`, or a probe that knows better. */
	readonly isUtf8: boolean;
	/** `TERM`; Windows has none. */
	readonly term: string | undefined;
	readonly setting: QrSetting;
};

/**
 * Chooses how to draw a QR on a terminal (a pipe isn't one: print the text there). NO_COLOR is not asked: it is about
 * decoration, and a QR without its two colours isn't one.
 */
export function chooseQrRendering({env, isUtf8, term, setting}: TerminalFacts): QrRendering {
	if (setting === 'none') return {type: 'none', because: 'setting'};
	const colours = coloursOf(env, term);
	if (colours === null) return {type: 'none', because: 'no-colours'};
	return {type: 'cells', kind: kindOf(setting, isUtf8, term), colours};
}

// Most Cyrillic fonts of the Linux console have no ▀, and where the line isn't UTF-8 it arrives as something else.
function kindOf(setting: Exclude<QrSetting, 'none'>, isUtf8: boolean, term: string | undefined): QrKind {
	if (setting !== 'auto') return setting === 'half-blocks' ? 'half-blocks' : 'spaces';
	return isUtf8 && !isLinuxConsole(term) ? 'half-blocks' : 'spaces';
}

const isLinuxConsole = (term: string | undefined): boolean => term?.startsWith('linux') ?? false;

const colourless = /^(dumb|unknown|vt\d.*|.*-m|.*-mono)$/;
const with256Colours = /256|direct|kitty|ghostty|alacritty|wezterm|foot/;
const with16Colours = /^(xterm|rxvt|screen|tmux|konsole|gnome|vte|putty|mintty|cygwin|st)\b/;

/** The colours that a terminal is known to have; null: none. An unknown name is trusted with eight. */
function coloursOf(env: Environment, term: string | undefined): QrColours | null {
	if (isWindows(env)) return '256';
	if (!term || colourless.test(term)) return null;
	if (isLinuxConsole(term)) return '8';
	if (/^(truecolor|24bit)$/.test(env.COLORTERM ?? '') || with256Colours.test(term)) return '256';
	return with16Colours.test(term) ? '16' : '8';
}

const isWindows = (env: Environment): boolean => env.OS === 'Windows_NT';

/** Whether the locale promises UTF-8: the first of LC_ALL, LC_CTYPE, LANG that is set. Windows always gets Unicode. */
export function isUtf8Locale(env: Environment): boolean {
	if (isWindows(env)) return true;
	const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
	return /utf-?8/i.test(locale);
}
