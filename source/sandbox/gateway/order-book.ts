// All orders of the gateway, and what each question does to them. Knows no HTTP: both dialects lead here.
import {randomBytes} from 'node:crypto';
import type {PaymentSystem} from '../../core/index.ts';
import {type Answer, badRequest, type Command, type Refusal, refuse} from './command.ts';
import type {Delivery} from './delivery.ts';
import {pageOf} from './list-page.ts';
import {newLife, type Order, type OrderStatus, type OrderView, type OrderWish, viewOf} from './order.ts';
import {qrPayload} from './qr-payload.ts';
import {makeRefundBook} from './refund-book.ts';
import {paid, turned} from './stories/life.ts';
import {plotOf, storyOfAmount} from './stories/stories.ts';
import type {Moment, StoryTiming} from './stories/story.ts';

export type OrderBookOptions = {
	readonly systems: readonly PaymentSystem[];
	readonly timing: StoryTiming;
	/** Wall clock, unix ms. */
	readonly nowMs: () => number;
};

export type OrderBook = {
	run(command: Command): Answer;
	/** How all orders stand now, oldest first; asking changes no story. */
	orders(): readonly OrderView[];
	/** Ends an order by hand; false where there is no such order. */
	settle(orderId: string, status: OrderStatus): boolean;
};

/** An empty book. */
export function makeOrderBook({systems, timing, nowMs}: OrderBookOptions): OrderBook {
	const orders = new Map<string, Order>();
	// Ids that a cancel has named before any creation: a creation that was still on its way comes too late.
	const burnt = new Set<string>();

	const happen = (order: Order, moment: Moment): {order: OrderView; delivery: Delivery} => {
		const {life, delivery} = plotOf(order.story).step(order, moment, nowMs(), timing);
		orders.set(order.orderId, {...order, life});
		return {order: dressed({...order, life}), delivery};
	};
	const look = (order: Order): OrderView => happen(order, 'looked').order;

	const refunds = makeRefundBook({
		orderOf: (orderId) => orders.get(orderId) ?? null,
		returned: (order, isWhole) => {
			if (isWhole) orders.set(order.orderId, {...order, life: turned(order.life, 'refunded', nowMs())});
		},
	});

	const create = (wish: OrderWish, fingerprint: string): Answer => {
		const known = orders.get(wish.orderId);
		if (known && known.fingerprint !== fingerprint)
			return refuse(409, 'CONFLICT', 'this orderId stands for another order');
		if (known) return {type: 'created', isRepeat: true, story: known.story, ...happen(known, 'repeated')};
		if (burnt.has(wish.orderId))
			return refuse(409, 'CONFLICT', 'this orderId was cancelled before it was made');
		if (!systems.includes(wish.system)) return refuse(400, 'SYSTEM', `${wish.system} is not offered here`);
		const story = storyOfAmount(wish.amountKopecks);
		const {rejection} = plotOf(story);
		if (rejection) return refuse(400, rejection.code, rejection.message);
		const order = newOrder(wish, fingerprint, nowMs());
		return {type: 'created', isRepeat: false, story, ...happen(order, 'created')};
	};

	const ask = (orderId: string, moment: 'polled' | 'cancelAsked'): Answer => {
		const order = orders.get(orderId);
		if (order) return {type: 'order', story: order.story, ...happen(order, moment)};
		if (moment === 'cancelAsked') burnt.add(orderId);
		return unknownOrder;
	};

	return {
		run(command) {
			switch (command.type) {
				case 'Ping':
					return {type: 'pong', systems};
				case 'CreateOrder':
					return create(command.wish, command.fingerprint);
				case 'GetStatus':
					return ask(command.orderId, 'polled');
				case 'CancelOrder':
					return ask(command.orderId, 'cancelAsked');
				case 'RefundOrder': {
					// What time has made of the order counts, not what was last told of it.
					const order = orders.get(command.wish.orderId);
					if (order) look(order);
					return refunds.refund(command.wish, command.fingerprint);
				}
				case 'GetRefund':
					return refunds.look(command.refundId);
				case 'ListOrders': {
					const page = pageOf(
						[...orders.values()].map((order) => ({createdAtMs: order.createdAtMs, order: look(order)})),
						command.range,
					);
					return page ? {type: 'page', ...page} : badRequest('cursor: not one of ours');
				}
			}
		},
		orders: () => [...orders.values()].map(look),
		settle(orderId, status) {
			const order = orders.get(orderId);
			if (!order) return false;
			const life = status === 'paid' ? paid(order.life, nowMs()) : turned(order.life, status, nowMs());
			orders.set(orderId, {...order, story: 'settled', life});
			return true;
		},
	};
}

const unknownOrder: Refusal = refuse(404, 'NOT_FOUND', 'no such order');

function dressed(order: Order): OrderView {
	const view = viewOf(order);
	return plotOf(order.story).dress?.(view) ?? view;
}

function newOrder(wish: OrderWish, fingerprint: string, nowMs: number): Order {
	// 32 letters and digits, as the ids of СБП are.
	const id = `AD00SANDBOX${randomBytes(11).toString('hex').toUpperCase().slice(1)}`;
	return {
		...wish,
		gatewayOrderId: `SBX-${randomBytes(8).toString('hex')}`,
		qr: qrPayload(wish.system, id, wish.amountKopecks),
		createdAtMs: nowMs,
		expiresAtMs: nowMs + wish.ttlS * 1000,
		story: storyOfAmount(wish.amountKopecks),
		fingerprint,
		life: newLife(wish.amountKopecks, nowMs),
	};
}
