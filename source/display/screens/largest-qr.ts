// The largest code that a customer's screen has room for: it is read from across the counter.
import {placeQr, type QrPlace, type QrRendering} from '../../qr/index.ts';
import type {ScreenSize} from './look.ts';

/** Columns of the words beside the code. */
export const paneColumns = 34;

/** Where the code stands. With room for it, a module takes two cells side by side, which doubles the code's size. */
export function placeLargest({columns, rows}: ScreenSize, text: string, rendering: QrRendering): QrPlace {
	const screen = {columns, rows, text, keptRows: 0, paneColumns};
	if (rendering.type === 'cells' && rendering.kind === 'half-blocks') {
		const doubled = placeQr({...screen, rendering: {...rendering, kind: 'spaces'}});
		if (doubled.at === 'beside' || doubled.at === 'below') return doubled;
	}
	return placeQr({...screen, rendering});
}
