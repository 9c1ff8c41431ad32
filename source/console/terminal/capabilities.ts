// What the terminal can show besides plain letters.
import {isUtf8Locale} from '../../qr/index.ts';

/** What may be drawn. */
export type Capabilities = {
	/** `ascii`: no block elements, no line drawing, no arrows; letters are still the language's own. */
	readonly glyphs: 'unicode' | 'ascii';
	/** False under NO_COLOR, `--no-color` and on terminals without colours. The QR has its own rule. */
	readonly hasColours: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Judges a terminal by its environment; `noColor` is the command line's `--no-color`. */
export function terminalCapabilities(env: Environment, noColor: boolean): Capabilities {
	const term = env['TERM'] ?? '';
	const isPlain = /^(dumb|unknown|vt\d.*|.*-m|.*-mono)$/.test(term);
	// The Linux console's Cyrillic fonts lack half blocks and most signs beside letters.
	const hasGlyphs = isUtf8Locale(env) && !term.startsWith('linux') && !isPlain;
	const isColourless = noColor || (env['NO_COLOR'] ?? '') !== '' || isPlain;
	return {glyphs: hasGlyphs ? 'unicode' : 'ascii', hasColours: !isColourless};
}
