// What a former process left is taken up: what is open at once, what had ended unpaid one by one.
import {isOpen} from '../core/index.ts';
import type {ClockPort, Engine, PaymentState} from '../engine/index.ts';

/** One question about late money a second: a day's worth at once would stand before the next customer's order on the one connection. */
const pauseMs = 1_000;

/** Takes up all that the engine has loaded; the answer breaks off what has not been taken up yet. */
export function takeUp(engine: Engine, clock: ClockPort): () => void {
	const loaded = engine.load().filter((state) => state.phase !== 'idle');
	const isUrgent = (state: PaymentState): boolean => state.phase !== 'ended' || isOpen(state);
	for (const {facts} of loaded.filter(isUrgent)) engine.resume(facts.orderId);
	// The newest first: late money is the likelier the younger the payment.
	let waiting = loaded.filter((state) => !isUrgent(state)).map(({facts}) => facts.orderId);
	let stop = (): void => undefined;
	const next = (): void => {
		const orderId = waiting.at(-1);
		if (orderId === undefined) return;
		waiting = waiting.slice(0, -1);
		engine.resume(orderId);
		stop = clock.setTimer(pauseMs, next);
	};
	next();
	return () => stop();
}
