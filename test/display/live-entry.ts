// A till's second terminal for the tests of a real line: a payment is under way from the start, and it can be made to crash.
import {runDisplay} from '../../source/display/index.ts';
import {systemClock} from '../../source/engine/index.ts';
import {chooseQrRendering} from '../../source/qr/index.ts';
import {started} from './started.ts';

const {TERM: term} = process.env;
await runDisplay({
	language: 'ru',
	rendering: chooseQrRendering({env: process.env, isUtf8: true, term, setting: 'auto'}),
	glyphs: 'unicode',
	hasColours: true,
	name: 'Касса 1',
	qrOn: ['screen'],
	sound: false,
	stdin: process.stdin,
	stdout: process.stdout,
	clock: systemClock,
	term,
	follow({onRow}) {
		const at = systemClock.now().toISOString();
		onRow({seq: 1, at, orderId: 'A-1', event: started(systemClock, 'A-1', 2)});
		const [, , qr = '', crash = ''] = process.argv;
		onRow({
			seq: 2,
			at,
			orderId: 'A-1',
			event: {type: 'order.created', gatewayOrderId: 'G-1', qr, expiresAt: at},
		});
		if (crash !== '') {
			process.stdin.once('data', () => {
				throw new Error(crash);
			});
		}
		return () => undefined;
	},
});
