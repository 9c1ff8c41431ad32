// Waiting for the end of a payment: looked at with each change, answered once.
import type {EndedState, PaymentState} from '../core/index.ts';

/** Answers once `stateOf` gives an ended payment, at once where it does already. */
export function whenEnded(
	subscribe: (listener: () => void) => () => void,
	stateOf: () => PaymentState,
): Promise<EndedState> {
	return new Promise((done) => {
		const look = (): void => {
			const state = stateOf();
			if (state.phase !== 'ended') return;
			stop();
			done(state);
		};
		const stop = subscribe(look);
		look();
	});
}
