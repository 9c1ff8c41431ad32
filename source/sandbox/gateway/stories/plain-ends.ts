// Stories that end by themselves in the usual ways: paid, declined, run out of time, refused from the first.
import {answered, declined, endingAtPoll, paid, unpaidLife} from './life.ts';
import type {Plot} from './story.ts';

/** Waiting, waiting, paid. */
export const paidAtThirdPoll: Plot = {step: endingAtPoll(3, paid)};

export const declinedAtSecondPoll: Plot = {
	step: endingAtPoll(2, (life, nowMs) => declined(life, nowMs, 'Банк покупателя отклонил платёж')),
};

export const nobodyPays: Plot = {
	step: (order, moment, nowMs) => answered(unpaidLife(order, moment, nowMs)),
};

export const rejected: Plot = {
	rejection: {code: 'AMOUNT_LIMIT', message: 'Сумма больше разрешённой для этой точки'},
	step: nobodyPays.step,
};

/** One kopeck less than ordered: the least difference, and still another sum. */
export const paidWithOtherSum: Plot = {
	step: endingAtPoll(3, (life, nowMs) => paid(life, nowMs, life.amountKopecks - 1)),
};

/** Its end is known and stays. */
export const settled: Plot = {step: (order) => answered(order.life)};
