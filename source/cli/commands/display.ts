// `qrkassa display`: the customer's screen on a second terminal. It reads the journal and holds nothing.

import {terminalCapabilities} from '../../console/index.ts';
import {exitCodes} from '../../core/index.ts';
import {runDisplay} from '../../display/index.ts';
import {systemClock} from '../../engine/index.ts';
import {followJournal} from '../../journal/index.ts';
import {chooseQrRendering, isUtf8Locale} from '../../qr/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';
import {readTill} from '../session.ts';

export async function display(invocation: Invocation): Promise<number> {
	const {stdin, stdout, env} = process;
	if (!stdin.isTTY || !stdout.isTTY) {
		const text = wordsIn(invocation.language ?? 'ru').displayNeedsTerminal;
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'TERMINAL', text});
	}
	const read = readTill(invocation.folder, invocation.language);
	if (!read.ok) return refuse(invocation, read.fault);
	const {till, language} = read.value;
	const term = env['TERM'];
	await runDisplay({
		follow: (listeners) => followJournal(till.folder, listeners),
		name: till.name,
		language,
		rendering: chooseQrRendering({env, isUtf8: isUtf8Locale(env), term, setting: till.ui.qr}),
		...terminalCapabilities(env, invocation.noColor),
		qrOn: till.customer.qrOn,
		sound: till.ui.sound,
		stdin,
		stdout,
		clock: systemClock,
		term,
	});
	return 0;
}
