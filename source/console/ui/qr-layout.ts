// Where this payment's QR stands on this screen; found once for a payload and a size, since it must not move.
import type {LiveState} from '../../core/index.ts';
import {type FittingQr, fitFullscreen, placeQr, type QrPlace, type QrRendering} from '../../qr/index.ts';
import type {TillView} from '../options.ts';
import type {UiState} from './state.ts';

type Drawn = {readonly fit: FittingQr; readonly payload: string};

/** Where the QR stands, if anywhere. */
export type QrLayout =
	/** There is nothing to show (yet, or any more). */
	| {readonly at: 'hidden'}
	| (Drawn & {readonly at: 'beside'})
	| (Drawn & {readonly at: 'below'})
	| (Drawn & {readonly at: 'full'})
	/** As text only: it fits nowhere, or the cashier has put it away. `canGrow`: full screen would show it. */
	| {
			readonly at: 'text';
			readonly payload: string;
			readonly canGrow: boolean;
			readonly because: 'chosen' | Extract<QrPlace, {at: 'nowhere'}>;
	  };

/** The text pane beside a QR, in columns. */
export const paneColumns = 34;

type Places = {readonly place: QrPlace; readonly full: FittingQr | null};

let found: {readonly key: string; readonly places: Places} | null = null;

function placesOf(payload: string, columns: number, rows: number, rendering: QrRendering): Places {
	const key = JSON.stringify([payload, columns, rows, rendering]);
	if (found?.key === key) return found.places;
	const place = placeQr({text: payload, columns, rows, rendering, paneColumns});
	const full = rendering.type === 'cells' ? fitFullscreen({columns, rows}, payload, rendering.kind) : null;
	found = {key, places: {place, full: full?.type === 'fits' ? full : null}};
	return found.places;
}

/** The payload that may be shown now: only while it can be paid. */
export const payloadOf = (state: LiveState): string | null =>
	state.phase === 'waiting' ? state.created.qr : null;

/** Where the QR stands now. A till that shows it on paper or a display alone has it on the screen on a key. */
export function qrLayout(
	state: LiveState,
	ui: Pick<UiState, 'columns' | 'rows' | 'qrView'>,
	till: TillView,
	rendering: QrRendering,
): QrLayout {
	const payload = payloadOf(state);
	if (payload === null) return {at: 'hidden'};
	const {place, full} = placesOf(payload, ui.columns, ui.rows, rendering);
	if (ui.qrView === 'full' && full) return {at: 'full', fit: full, payload};
	const isOnScreen = till.qrOn.includes('screen') || isShownHere(state);
	if (!isOnScreen) return {at: 'text', payload, canGrow: full !== null, because: 'chosen'};
	switch (place.at) {
		case 'beside':
		case 'below':
			return {at: place.at, fit: place.fit, payload};
		case 'fullscreen-only':
			return ui.qrView === 'text'
				? {at: 'text', payload, canGrow: true, because: 'chosen'}
				: {at: 'full', fit: place.fit, payload};
		case 'nowhere':
			return {at: 'text', payload, canGrow: false, because: place};
	}
}

const isShownHere = (state: LiveState): boolean =>
	state.phase === 'waiting' && (state.created.shownOn?.includes('screen') ?? false);

/** Whether the key for the full screen changes anything. */
export const canToggleFull = (layout: QrLayout): boolean =>
	layout.at === 'beside' ||
	layout.at === 'below' ||
	layout.at === 'full' ||
	(layout.at === 'text' && layout.canGrow);
