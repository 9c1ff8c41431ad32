// What the customer's terminal is able to show, and the language: the same for every screen.
import type {Language} from '../../core/index.ts';
import type {QrRendering} from '../../qr/index.ts';

export type Look = {
	readonly language: Language;
	readonly rendering: QrRendering;
	/** `ascii`: no block elements beside those of the code; letters are still the language's own. */
	readonly glyphs: 'unicode' | 'ascii';
	/** Decoration only: the code keeps its two colours. */
	readonly hasColours: boolean;
};

/** The size of the customer's terminal in cells. */
export type ScreenSize = {readonly columns: number; readonly rows: number};
