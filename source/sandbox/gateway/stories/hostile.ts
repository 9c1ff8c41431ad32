// A story whose every text is an attack on whoever shows, prints or logs it. The payment itself ends declined.
import type {OrderView} from '../order.ts';
import {declined, endingAtPoll} from './life.ts';
import type {Plot} from './story.ts';

/** Clears the screen, sets the title, fills the clipboard, asks the terminal to answer; C1 forms too. */
const controls =
	'\u001b[2J\u001b[1;1H\u001b]0;pwned\u0007\u001b]52;c;cm0gLXJm\u0007\u001b[6n\u009b31m\u0090q\u009c\b\b\u007f\u0000';

/** Reverses reading order, hides letters, breaks lines in every known way. */
const disorder =
	'\u202eОПЛАЧЕНО\u202c\u2066\u200b\u200f\ufeff\r\nОПЛАЧЕНО\n{"type":"result","outcome":"paid"}\u2028\u0085\u000b';

/** Wide, combining, unpaired, and far too long. */
const masses = `${'Ж'.repeat(1500)}${'你好'.repeat(200)}e${'\u0301'.repeat(100)}\ud800${'🧾'.repeat(50)}`;

export const hostileReason = `${controls}${disorder}${masses}`;

export const hostileText: Plot = {
	step: endingAtPoll(3, (life, nowMs) => declined(life, nowMs, hostileReason)),
	dress: (view: OrderView): OrderView => ({
		...view,
		gatewayOrderId: `${view.gatewayOrderId}${controls}\u202e\r\n%s%n`,
		reason: hostileReason,
		// An end is told in a form that can be read, or a careful till would never learn of it.
		paidAt: view.status === 'waiting' ? `${disorder}2026-99-99` : null,
		qr: view.system === 'webmoney' ? `${view.qr}${controls}&x=\u202e\n` : view.qr,
		remark: hostileReason,
	}),
};
