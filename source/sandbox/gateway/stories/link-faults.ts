// Stories in which the order is well and the link is not: errors, lost answers, slow ones.
import {type Delivery, proxyPage, serverError} from '../delivery.ts';
import type {Life} from '../order.ts';
import {aged, answered, counted} from './life.ts';
import {paidAtThirdPoll} from './plain-ends.ts';
import type {Moment, Plot, Step} from './story.ts';

const inTurn: readonly Delivery[] = [serverError, proxyPage, {type: 'cut'}];

/** The n-th question (from 1) gets the n-th fault, over and over. */
const faultOf = (n: number): Delivery => inTurn[(n - 1) % inTurn.length] ?? serverError;

const isAsked = (moment: Moment): boolean => moment === 'polled' || moment === 'cancelAsked';

/** Neither the status nor a cancel is ever answered; a cancel doesn't even reach the order. */
export const errorsWithoutEnd: Plot = {
	step: (order, moment, nowMs) => {
		const life = aged(order, counted(order, moment), nowMs);
		return isAsked(moment) ? {life, delivery: faultOf(life.polls + life.cancels)} : answered(life);
	},
};

/** Two faults that a till cannot mend by asking once more on a fresh connection, then paid. */
export const twoErrorsThenPaid: Plot = {
	step: (order, moment, nowMs, timing) => {
		const step = paidAtThirdPoll.step(order, moment, nowMs, timing);
		return moment === 'polled' && isEarly(step.life) ? {...step, delivery: faultOf(step.life.polls)} : step;
	},
};

const isEarly = ({polls}: Life): boolean => polls <= 2;

/** The order is made, and the till doesn't learn of it before it asks again. */
export const lostCreation: Plot = {
	step: (order, moment, nowMs, timing): Step => {
		const step = paidAtThirdPoll.step(order, moment, nowMs, timing);
		return moment === 'created' ? {...step, delivery: {type: 'cut'}} : step;
	},
};

export const slowAnswers: Plot = {
	step: (order, moment, nowMs, timing) => ({
		...paidAtThirdPoll.step(order, moment, nowMs, timing),
		delivery: {type: 'answer', delayMs: timing.slowMs},
	}),
};
