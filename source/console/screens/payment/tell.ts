// What to tell the customer now.
import type {ConsoleWording, LiveState} from '../../../core/index.ts';
import type {QrLayout} from '../../ui/qr-layout.ts';

/** One sentence to say aloud, by where the customer can see the QR. */
export function tellCustomer(state: LiveState, layout: QrLayout, {payment}: ConsoleWording): string {
	if (state.phase !== 'waiting' || state.lastStatus === 'processing') return payment.tellWait;
	if (layout.at !== 'text') return payment.tellScan;
	const places = state.created.shownOn ?? [];
	if (places.includes('display')) return payment.tellDisplay;
	return places.includes('paper') ? payment.tellPaper : payment.tellWait;
}
