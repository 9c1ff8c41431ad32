// A story: how an order behaves from its creation on. A small pure state machine over the order, what happens to it, and the time.
import type {Delivery} from '../delivery.ts';
import type {Life, Order, OrderView} from '../order.ts';

/** One sentence in both tongues. */
export type BothTongues = {readonly ru: string; readonly en: string};

export type StoryId =
	| 'paid'
	| 'declined'
	| 'nobody-pays'
	| 'errors-without-end'
	| 'two-errors-then-paid'
	| 'paid-at-cancel'
	| 'lost-creation'
	| 'rejected'
	| 'other-sum'
	| 'paid-after-expiry'
	| 'long-processing'
	| 'hostile-text'
	| 'slow-answers'
	/** Its end was set by hand (`control.settle`): nothing happens to it any more. */
	| 'settled';

/** What happens to an order. `looked`: a list names it, which nobody at the till has asked for. */
export type Moment = 'created' | 'repeated' | 'polled' | 'cancelAsked' | 'looked';

/** The times that stories keep, in ms. */
export type StoryTiming = {
	/** How long after its end a `paid-after-expiry` order turns paid. */
	readonly latePaidAfterMs: number;
	/** How long after its time to live a `long-processing` order turns paid. */
	readonly processingPastExpiryMs: number;
	/** How long each answer about a `slow-answers` order takes. */
	readonly slowMs: number;
};

/** What the moment made of the order, and how its answer travels. */
export type Step = {readonly life: Life; readonly delivery: Delivery};

export type Plot = {
	/** The order is not made at all. */
	readonly rejection?: {readonly code: string; readonly message: string};
	step(order: Order, moment: Moment, nowMs: number, timing: StoryTiming): Step;
	/** Changes what answers say, without changing what is. */
	dress?(view: OrderView): OrderView;
};

/** A story as a help page lists it: the kopecks of the sum choose it. */
export type Story = {readonly id: StoryId; readonly kopecks: number; readonly title: BothTongues};
