// The money: a receipt only for what is paid, once; what is paid is never forgotten; what is contradicted is left to a person.
import {orderIds, type Rule, rowsOf, wasEver} from './facts.ts';

/** 1. A receipt is closed only for an order that the gateway says is paid, with its amount, once. */
export const receiptOnlyForPaid: Rule = ({documents, orders, forgotten}) =>
	documents.flatMap(({kind, about, sumKopecks, slot, atMs, number}) => {
		const order = orders.get(about);
		const found: string[] = [];
		if (!wasEver(order, ['paid'], atMs)) found.push(`document ${number} for ${about}, which is not paid`);
		if (order && (sumKopecks !== order.amountKopecks || sumKopecks !== order.saysKopecks))
			found.push(`document ${number} for ${about} on another sum than was paid`);
		if (slot !== 2) found.push(`document ${number} for ${about} in slot ${slot}`);
		const isSecond = documents.some(
			(other) => other.about === about && other.kind === kind && other.number < number,
		);
		if (isSecond && !forgotten.has(about)) found.push(`document ${number} is the second for ${about}`);
		const isReturned = [...(order?.refunds.values() ?? [])].some((refund) => refund.atMs < atMs);
		if (kind === 'refund' && !isReturned)
			found.push(`document ${number} returns money for ${about} that was not returned`);
		if (kind === 'sale' && isReturned)
			found.push(`document ${number} for ${about}, whose money had been returned`);
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

/** Money that went back for a closed receipt has a receipt of its own, or stands visibly open. */
export const refundHasReceipt: Rule = ({orders, documents, open, forgotten, rows}) =>
	[...orders.values()].flatMap(({orderId, refunds}) => {
		const returned = [...refunds.values()][0];
		const has = (kind: 'sale' | 'refund'): boolean =>
			documents.some((document) => document.about === orderId && document.kind === kind);
		const isDecided = rows.some((row) => row.orderId === orderId && row.event.type === 'resolved');
		const isOpen = open.some((one) => one.orderId === orderId);
		// A sale whose close was never learnt of before the money went back is left to the day's report.
		const isKnown = rows.some((row) => row.orderId === orderId && row.event.type === 'receipt.closed');
		const isSettled = has('refund') || isOpen || isDecided || forgotten.has(orderId);
		return returned && has('sale') && isKnown && !isSettled
			? [`${orderId} was returned, its sale has a receipt and its return has none`]
			: [];
	});

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
