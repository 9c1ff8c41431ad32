// The QR for the test of the customer's screen: as long as a real one, as large as it will be.
import {placeQr, type QrPlace, type QrSetting} from '../../qr/index.ts';
import type {Wizard} from '../wizard.ts';

/** As long as the QR of a payment; it leads nowhere. */
export const testQrText =
	'https://qr.nspk.ru/AD10006M8KH1ECFB8K0AE9VTBQ7AT2SM?type=02&bank=100000000007&sum=100&cur=RUB&crc=AB75';

/** The columns that the console keeps for its text beside a QR. */
const paneColumns = 34;

/** Where the console would put a payment's QR on this screen, as it is set now. */
export function placeOfQr({ui, renderingOf}: Pick<Wizard, 'ui' | 'renderingOf'>, text = testQrText): QrPlace {
	const {columns, rows, register} = ui.getSnapshot();
	return placeQr({text, columns, rows, rendering: renderingOf(register.qr), paneColumns});
}

/** What to try after «it cannot be read»: half blocks, then spaces, then none. */
export function weakerQr({ui, renderingOf}: Pick<Wizard, 'ui' | 'renderingOf'>): QrSetting {
	const {qr} = ui.getSnapshot().register;
	const rendering = renderingOf(qr);
	return rendering.type === 'cells' && rendering.kind === 'half-blocks' ? 'spaces' : 'none';
}
