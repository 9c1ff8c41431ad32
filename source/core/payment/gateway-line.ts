// The line to the gateway as one payment sees it, when a request begins.
import {askingOnPauseMs, retryIntervalMs} from './schedule.ts';
import type {GatewayLine, LiveState} from './state.ts';

type AskingState = Exclude<LiveState, {phase: 'fiscalising'}>;

/** The line with one more request in flight, and when the next may start. */
export const begun = (
	state: AskingState,
	operation: 'create' | 'status' | 'cancel',
	atMs: number,
): GatewayLine => ({
	...state.line,
	inFlight: state.line.lastExchange + 1,
	lastExchange: state.line.lastExchange + 1,
	// From start to start: an answer slower than the pause is followed at once by the next question.
	nextMs: atMs + (operation === 'status' ? pauseMs(state) : retryIntervalMs),
	polls: state.line.polls + (operation === 'status' ? 1 : 0),
});

/** Between two status requests, from start to start. */
export const pauseMs = ({phase, facts}: AskingState): number => {
	const intervalMs = facts.policy.pollIntervalS * 1000;
	return phase === 'checking' ? Math.min(intervalMs, askingOnPauseMs) : intervalMs;
};
