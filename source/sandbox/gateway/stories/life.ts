// What is the same in every story: questions are counted, time runs out, a cancel of an unpaid order succeeds.
import {atOnce} from '../delivery.ts';
import type {Life, Order, OrderStatus} from '../order.ts';
import type {Moment, Step} from './story.ts';

/** The life with the question counted. */
export const counted = ({life}: Order, moment: Moment): Life => ({
	...life,
	polls: life.polls + (moment === 'polled' ? 1 : 0),
	cancels: life.cancels + (moment === 'cancelAsked' ? 1 : 0),
});

/** A waiting order is over as soon as its time to live is. */
export const aged = (order: Order, life: Life, nowMs: number): Life =>
	life.status === 'waiting' && nowMs >= order.expiresAtMs
		? turned(life, 'expired', order.expiresAtMs, 'Время на оплату истекло')
		: life;

/** A waiting order ends when the till asks for it. */
export const cancelled = (life: Life, moment: Moment, nowMs: number): Life =>
	life.status === 'waiting' && moment === 'cancelAsked'
		? turned(life, 'cancelled', nowMs, 'Отменён кассой')
		: life;

/** Counted, aged, cancelled: the life of an order that nobody pays. */
export const unpaidLife = (order: Order, moment: Moment, nowMs: number): Life =>
	cancelled(aged(order, counted(order, moment), nowMs), moment, nowMs);

export const turned = (
	life: Life,
	status: OrderStatus,
	atMs: number,
	reason: string | null = null,
): Life => ({...life, status, sinceMs: atMs, reason});

export const paid = (life: Life, atMs: number, amountKopecks = life.amountKopecks): Life => ({
	...turned(life, 'paid', atMs),
	paidAtMs: atMs,
	amountKopecks,
});

export const declined = (life: Life, atMs: number, reason: string): Life =>
	turned(life, 'declined', atMs, reason);

export const answered = (life: Life): Step => ({life, delivery: atOnce});

/** Lives on as if nobody paid, until `ending` is due: at a poll, the given one or a later. */
export const endingAtPoll =
	(poll: number, ending: (life: Life, nowMs: number) => Life) =>
	(order: Order, moment: Moment, nowMs: number): Step => {
		const life = unpaidLife(order, moment, nowMs);
		const isDue = life.status === 'waiting' && moment === 'polled' && life.polls >= poll;
		return answered(isDue ? ending(life, nowMs) : life);
	};
