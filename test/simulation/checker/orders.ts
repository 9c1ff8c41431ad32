// Orders: one for each Enter, asked for unchanged, one alive at a time; intents before effects; the screen after the disk.
import type {History} from '../history.ts';
import {endIn, hasFault, orderIds, type Rule, rowsOf} from './facts.ts';

/** 3a. An order is made at most once for a press of Enter, always with the same body. */
export const oneOrderForEachEnter: Rule = (history) => {
	const creations = history.requests.filter(({operation}) => operation === 'createOrder');
	const pressed = new Set(orderIds(history));
	return [...new Set(creations.map(({orderId}) => orderId))].flatMap((orderId) => {
		const found: string[] = [];
		if (!pressed.has(orderId)) found.push(`${orderId} was made, and nobody pressed Enter for it`);
		const bodies = new Set(creations.filter((one) => one.orderId === orderId).map(({body}) => body));
		if (bodies.size > 1) found.push(`${orderId} was asked for with ${bodies.size} different bodies`);
		const starts = rowsOf(history, orderId).filter(({event}) => event.type === 'payment.started').length;
		if (starts > 1) found.push(`${orderId} was begun ${starts} times in the journal`);
		return found;
	});
};

/** A press that was refused leads to no order. */
export const refusedIsRefused: Rule = (history) =>
	history.enters.flatMap(({orderId, isStarted, atMs}) => {
		const isMade = history.orders.has(orderId);
		// Whose answer nobody heard: the process died meanwhile.
		const died = history.boots.some(({diedAtMs}) => diedAtMs !== null && diedAtMs >= atMs);
		return isMade && !isStarted && !died
			? [`${orderId} was refused to the cashier, and made all the same`]
			: [];
	});

/** When the till has said of an order that it is over: on disk or on the screen, whichever was first. */
function endedAtMs(history: History, orderId: string): number {
	const row = rowsOf(history, orderId).find((one) => endIn(one, history.scenario.hasRegister) !== null);
	const screen = history.screens.find((one) => one.orderId === orderId && one.phase === 'ended');
	return Math.min(row?.atMs ?? Number.POSITIVE_INFINITY, screen?.atMs ?? Number.POSITIVE_INFINITY);
}

/** 3b. At most one live order a till. */
export const oneLiveOrder: Rule = (history) => {
	const firsts = new Map<string, number>();
	for (const {operation, orderId, atMs} of history.requests) {
		if (operation === 'createOrder' && !firsts.has(orderId)) firsts.set(orderId, atMs);
	}
	return [...firsts].flatMap(([orderId, atMs]) =>
		[...firsts]
			.filter(
				([other, begunAtMs]) => other !== orderId && begunAtMs < atMs && endedAtMs(history, other) > atMs,
			)
			.filter(([other]) => !history.forgotten.has(other))
			.map(([other]) => `${orderId} was asked for while ${other} was under way`),
	);
};

const intents = {
	createOrder: 'payment.started',
	cancelOrder: 'cancel.requested',
	refundOrder: 'refund.requested',
} as const;

/** Before every effect its intent lies on disk. A failing disk excuses a payment under way, never a new one. */
export const intentBeforeEffect: Rule = (history) => {
	const {requests, calls, rows} = history;
	const isExcused = hasFault(history, 'append');
	const found: string[] = [];
	for (const {operation, orderId, body, rowsThen} of requests) {
		if (operation === 'getStatus' || operation === 'getRefund') continue;
		if (isExcused && operation !== 'createOrder') continue;
		const intent = rows
			.slice(0, rowsThen)
			.find((row) => row.orderId === orderId && row.event.type === intents[operation]);
		if (!intent) found.push(`${operation} for ${orderId} left before ${intents[operation]} was on disk`);
		if (intent?.event.type === 'payment.started' && JSON.stringify(intent.event.order) !== body)
			found.push(`${orderId} was asked for otherwise than the journal says`);
	}
	if (isExcused) return found;
	const printed = new Map<string, number>();
	for (const {operation, orderId, rowsThen} of calls) {
		if (operation !== 'printReceipt') continue;
		const count = (printed.get(orderId) ?? 0) + 1;
		printed.set(orderId, count);
		const closings = rows
			.slice(0, rowsThen)
			.filter((row) => row.orderId === orderId && row.event.type === 'receipt.closing').length;
		if (closings < count) found.push(`receipt ${count} of ${orderId} was printed on ${closings} intents`);
	}
	return found;
};

/** 4. What the screen says ended, has ended so on disk before; unless it says loudly that the disk takes nothing. */
export const diskBeforeScreen: Rule = (history) => {
	const {screens, rows, scenario} = history;
	return screens.flatMap(({orderId, phase, outcome, receipt, rowsThen, isDiskFaultShown}) => {
		if (phase !== 'ended' || isDiskFaultShown) return [];
		const before = rows.slice(0, rowsThen).filter((row) => row.orderId === orderId);
		const said = before.map((row) => endIn(row, scenario.hasRegister));
		// Late money that is taken stands as owed from the word paid on.
		const isOwed = before.some(
			({event}, n) => event.type === 'payment.paid' && said.slice(0, n).some((end) => end !== null),
		);
		const isOnDisk = said.includes(outcome) || (outcome === 'paid' && isOwed);
		const isReceiptOnDisk = receipt !== 'closed' || before.some(({event}) => event.type === 'receipt.closed');
		return isOnDisk && isReceiptOnDisk
			? []
			: [`the screen said ${outcome} (receipt ${receipt}) of ${orderId} before the disk did`];
	});
};
