// Stories in which the customer and the till act at the same time, or the customer's bank takes long.
import {aged, answered, counted, paid, turned, unpaidLife} from './life.ts';
import type {Plot} from './story.ts';

/** Nobody pays until the till cancels: the money comes in that very moment, even in the last one. */
export const paidAtCancel: Plot = {
	step: (order, moment, nowMs) => {
		const life = counted(order, moment);
		if (moment === 'cancelAsked' && life.status === 'waiting') return answered(paid(life, nowMs));
		return answered(aged(order, life, nowMs));
	},
};

/** Ends unpaid, and the customer's bank sends the money some time later all the same. */
export const paidAfterExpiry: Plot = {
	step: (order, moment, nowMs, {latePaidAfterMs}) => {
		const life = unpaidLife(order, moment, nowMs);
		const isOver = life.status === 'expired' || life.status === 'cancelled';
		const dueMs = life.sinceMs + latePaidAfterMs;
		return answered(isOver && nowMs >= dueMs ? paid(life, dueMs) : life);
	},
};

/** The customer confirms at once, the bank takes its time: past the time to live, and past any cancel. */
export const longProcessing: Plot = {
	step: (order, moment, nowMs, {processingPastExpiryMs}) => {
		const life = aged(order, counted(order, moment), nowMs);
		const isAsked = moment === 'polled' || moment === 'cancelAsked';
		if (life.status === 'waiting' && isAsked) return answered(turned(life, 'processing', nowMs));
		const dueMs = order.expiresAtMs + processingPastExpiryMs;
		return answered(life.status === 'processing' && nowMs >= dueMs ? paid(life, dueMs) : life);
	},
};
