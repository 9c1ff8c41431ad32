// Where the customer sees the code: the display on its line, and the terminal.
import {chooseQrRendering, isUtf8Locale, placeQr, type QrPlace} from '../../qr/index.ts';
import {broken, type Judgement, skipped, sound, warning} from '../row.ts';
import type {DisplaySeen, TerminalSeen} from '../seen.ts';
import type {Context} from './context.ts';

export function judgeDisplay(seen: DisplaySeen): Judgement {
	switch (seen.type) {
		case 'absent':
			return skipped({code: 'ABSENT'});
		case 'there':
			return sound({code: 'DISPLAY', kind: seen.kind, port: seen.port});
		case 'missing':
			return broken({code: 'DISPLAY_MISSING', port: seen.port, found: seen.found}, 'admin');
		case 'denied':
			return broken({code: 'DISPLAY_DENIED', port: seen.port}, 'admin');
		case 'noPort':
			return broken({code: 'DISPLAY_NO_PORT', port: seen.port}, 'admin');
	}
}

/** As long as the codes of СБП are. */
const sampleQr =
	'https://qr.nspk.ru/AD1000TESTKASSA00000000000000039?type=02&bank=100000000000&sum=125000&cur=RUB&crc=0B78';

export function judgeTerminal(seen: TerminalSeen, {till}: Context): Judgement {
	if (seen.type === 'none') return skipped({code: 'NO_TERMINAL'});
	const {columns, rows, env} = seen;
	const {qrOn = ['screen'], qrSetting = 'auto'} = till ?? {};
	const term = env['TERM'] ?? '';
	const isUtf8 = isUtf8Locale(env);
	const drawing = (utf8: boolean) =>
		chooseQrRendering({env, isUtf8: utf8, term: env['TERM'], setting: qrSetting});
	const place = (utf8: boolean): QrPlace =>
		placeQr({columns, rows, text: sampleQr, rendering: drawing(utf8)});
	// A code that cannot be seen here is a fault only where it cannot be seen elsewhere either.
	const isNeeded = qrOn.includes('screen');
	const lost = qrOn.every((one) => one === 'screen') ? broken : warning;
	const here = place(isUtf8);
	const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || 'POSIX';

	if (here.at === 'nowhere' && isNeeded) {
		switch (here.because) {
			case 'setting':
				if (lost === broken) return broken({code: 'TERMINAL_NO_QR'}, 'admin');
				break;
			case 'no-colours':
				return lost({code: 'TERMINAL_NO_COLOURS', term}, 'admin');
			case 'too-small': {
				const isOfLocale = !isUtf8 && place(true).at !== 'nowhere';
				return isOfLocale
					? lost({code: 'TERMINAL_LOCALE', locale, isQrLost: true}, 'admin')
					: lost({code: 'TERMINAL_SMALL', columns, rows, needed: here.needed}, 'cashier');
			}
		}
	}
	if (!isUtf8) return warning({code: 'TERMINAL_LOCALE', locale, isQrLost: false}, 'admin');
	if (here.at === 'fullscreen-only' && isNeeded) {
		return warning({code: 'TERMINAL_NARROW', columns, rows}, 'cashier');
	}
	const rendering = drawing(isUtf8);
	const colours = rendering.type === 'cells' ? rendering.colours : '–';
	return sound({code: 'TERMINAL', term, columns, rows, colours});
}
