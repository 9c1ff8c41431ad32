// A decision being made: events are applied as they are emitted, so that the next rule sees what they made.
import type {Effect} from './effects.ts';
import type {AnyEvent} from './events.ts';
import {evolve} from './evolve.ts';
import type {PaymentState} from './state.ts';

export type Step = {
	readonly state: PaymentState;
	readonly events: readonly AnyEvent[];
	readonly effects: readonly Effect[];
};

export const stepFrom = (state: PaymentState): Step => ({state, events: [], effects: []});

/** The step with one more event, and the state that it leads to. */
export const emit = (step: Step, event: AnyEvent, nowMs: number): Step => ({
	state: evolve(step.state, event, nowMs),
	events: [...step.events, event],
	effects: step.effects,
});

/** The step with one more effect; it runs only once the step's events are on disk. */
export const act = (step: Step, effect: Effect): Step => ({...step, effects: [...step.effects, effect]});
