// `qrkassa report`: the day's payments, reconciled against gateway and register. The till is held while the register is asked.
import {exitCodes, type OrderAnswer} from '../../core/index.ts';
import type {GatewayPort} from '../../engine/index.ts';
import {readWholePayments} from '../../journal/index.ts';
import {dayReport, gatewayRangeOf, reportJson, reportText} from '../../report/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, optionText, refuse} from '../invocation.ts';
import {openGateway} from '../open-gateway.ts';
import {registerDay} from '../report-register.ts';
import {readTill} from '../session.ts';
import {quoted} from '../sink.ts';

const listTimeoutMs = 15_000;

export async function report(invocation: Invocation): Promise<number> {
	const day = optionText(invocation, 'day') ?? localDay(new Date());
	if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) {
		const text = wordsIn(invocation.language ?? 'ru').day(quoted(day));
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'DAY', text});
	}
	const read = readTill(invocation.folder, invocation.language);
	if (!read.ok) return refuse(invocation, read.fault);
	const {till, language} = read.value;
	const utcOffsetMinutes = -new Date(`${day}T12:00`).getTimezoneOffset();
	const {end, rows} = readWholePayments(till.folder, gatewayRangeOf(day, utcOffsetMinutes).from);
	if (end.type === 'failed') {
		return refuse(invocation, {
			exitCode: exitCodes.fault,
			code: end.fault.code,
			text: wordsIn(language).journalUnreadable,
		});
	}
	const orderOf = (orderId: string) => {
		const started = rows.find((row) => row.orderId === orderId && row.event.type === 'payment.started');
		return started?.event.type === 'payment.started' ? started.event.order : null;
	};
	const opened = await openGateway(till, language, orderOf);
	if (!opened.ok) invocation.sink.err(opened.fault.text);
	const gateway = opened.ok ? opened.value.gateway : null;
	const gatewayOrders = gateway && (await listAll(gateway, gatewayRangeOf(day, utcOffsetMinutes)));
	await gateway?.close();
	const known = {day, utcOffsetMinutes, till: till.name, rows, gatewayOrders};
	const {documents} = dayReport({...known, register: null});
	const made = dayReport({...known, register: await registerDay(till, language, documents, rows)});
	if (invocation.isJson) invocation.sink.out(reportJson(made));
	else invocation.sink.out(reportText(made, language).join('\n'));
	return made.isClean ? 0 : exitCodes.unresolved;
}

/** The local calendar's day, `YYYY-MM-DD`. */
const localDay = (now: Date): string =>
	[now.getFullYear(), now.getMonth() + 1, now.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');

/** All pages of the gateway's list; null where one could not be had: half a list would accuse the till of the other half. */
async function listAll(
	gateway: GatewayPort,
	range: {readonly from: string; readonly to: string},
): Promise<readonly OrderAnswer[] | null> {
	const orders: OrderAnswer[] = [];
	let cursor: string | null = null;
	do {
		const page = await gateway.listOrders({...range, cursor}, {timeoutMs: listTimeoutMs});
		if (page.type === 'fault') return null;
		orders.push(...page.orders);
		cursor = page.next;
	} while (cursor !== null);
	return orders;
}
