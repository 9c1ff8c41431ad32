// How a payment's end begins: nothing is known yet of what comes after, and the gateway is asked on where that makes sense.
import type {Outcome} from '../outcome.ts';
import {backgroundPauseMs, lateWatchMs} from './schedule.ts';
import type {EndedState, GatewayLine, LiveState} from './state.ts';

/** The state right after the end of a live payment. */
export function ended(state: LiveState, outcome: Outcome, reason: string | null, atMs: number): EndedState {
	const quiet: GatewayLine = {inFlight: null, lastExchange: 0, nextMs: atMs, errorsInRow: 0, polls: 0};
	const line = state.phase === 'fiscalising' ? quiet : state.line;
	const created = state.phase === 'creating' ? null : state.created;
	const isWatched =
		outcome === 'unresolved' || (created !== null && outcome !== 'quarantined' && reason !== 'refunded');
	return {
		phase: 'ended',
		facts: state.facts,
		created,
		line: {...line, inFlight: null, nextMs: atMs + backgroundPauseMs(0)},
		outcome,
		reason,
		cancelBy: state.phase === 'checking' ? state.by : null,
		paid: null,
		receipt: {state: 'none'},
		resolved: null,
		isLate: false,
		refund: null,
		refundReceipt: {state: 'none'},
		isDropped: false,
		endedAtMs: atMs,
		watch: isWatched ? {step: 0, untilMs: outcome === 'unresolved' ? null : atMs + lateWatchMs} : null,
	};
}
