// The money: a receipt only for what is paid, once; what is paid is never forgotten; what is contradicted is left to a person.
import {orderIds, type Rule, rowsOf, wasEver} from './facts.ts';

/** 1. A receipt is closed only for an order that the gateway says is paid, with its amount, once. */
export const receiptOnlyForPaid: Rule = ({documents, orders, forgotten}) =>
	documents.flatMap(({about, sumKopecks, slot, atMs, number}) => {
		const order = orders.get(about);
		const found: string[] = [];
		if (!wasEver(order, ['paid'], atMs)) found.push(`document ${number} for ${about}, which is not paid`);
		if (order && (sumKopecks !== order.amountKopecks || sumKopecks !== order.saysKopecks))
			found.push(`document ${number} for ${about} on another sum than was paid`);
		if (slot !== 2) found.push(`document ${number} for ${about} in slot ${slot}`);
		const isSecond = documents.some((other) => other.about === about && other.number < number);
		if (isSecond && !forgotten.has(about)) found.push(`document ${number} is the second for ${about}`);
		const returned = [...(order?.refunds.values() ?? [])].some((refund) => refund.atMs < atMs);
		if (returned) found.push(`document ${number} for ${about}, whose money had been returned`);
		return found;
	});

/** What the journal calls closed, the register has closed, for this order. */
export const closedIsClosed: Rule = (history) =>
	orderIds(history).flatMap((orderId) =>
		rowsOf(history, orderId).flatMap(({event}) => {
			if (event.type !== 'receipt.closed') return [];
			const document = history.documents.find(({number}) => number === event.fiscalDocument);
			return document?.about === orderId
				? []
				: [
						`${orderId} is called closed by document ${event.fiscalDocument}, which is for ${document?.about ?? 'nobody'}`,
					];
		}),
	);

/** 2. A paid order has a closed receipt, a refund, a person's word, or stands visibly open. */
export const paidIsNotForgotten: Rule = (history) => {
	const {orders, documents, open, forgotten, scenario} = history;
	return [...orders.values()].flatMap((order) => {
		const {orderId} = order;
		if (!wasEver(order, ['paid'], Number.POSITIVE_INFINITY) || forgotten.has(orderId)) return [];
		const rows = rowsOf(history, orderId);
		const isReturned = order.status === 'refunded' || order.refunds.size > 0;
		const isClosed = documents.some(({about}) => about === orderId);
		const isOpen = open.some((one) => one.orderId === orderId);
		const isDecided = rows.some(({event}) => event.type === 'resolved' && event.by === 'person');
		const isWithoutReceipt = !scenario.hasRegister && rows.some(({event}) => event.type === 'payment.paid');
		return isReturned || isClosed || isOpen || isDecided || isWithoutReceipt
			? []
			: [`${orderId} is paid, and nobody knows: no receipt, no refund, not open`];
	});
};

/** A word «paid» that contradicts the order closes nothing, and stays open until a person decides. */
export const contradictionIsQuarantined: Rule = (history) =>
	orderIds(history).flatMap((orderId) => {
		const strange = history.requests.find((one) => one.orderId === orderId && one.end === 'strange paid');
		const sinceMs = strange?.endedAtMs ?? null;
		if (sinceMs === null || history.forgotten.has(orderId)) return [];
		const found: string[] = [];
		// A process that dies at that very moment hears nothing; the one after it asks again, and may hear the truth.
		const isHeard = rowsOf(history, orderId).some(({event}) => event.type === 'payment.quarantined');
		const died = history.boots.some(({diedAtMs}) => diedAtMs !== null && Math.abs(diedAtMs - sinceMs) < 1);
		if (isHeard && history.documents.some(({about, atMs}) => about === orderId && atMs > sinceMs))
			found.push(`${orderId} was contradicted, and a receipt was closed for it`);
		if (!isHeard && !died) found.push(`${orderId} was contradicted, and not quarantined`);
		const isDecided = rowsOf(history, orderId).some(({event}) => event.type === 'resolved');
		const isOpen = history.open.some((one) => one.orderId === orderId);
		if (isHeard && !isDecided && !isOpen) found.push(`${orderId} was quarantined, and is not open`);
		return found;
	});
