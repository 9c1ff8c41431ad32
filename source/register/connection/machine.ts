// The two link machines behind one face: state kept here, rules pure in `link`.
import {advance} from '../link/advance.ts';
import type {LinkInput} from '../link/input.ts';
import type {LinkLimits} from '../link/limits.ts';
import {idleLink, type LinkState, type Move, wakeAtMs} from '../link/state.ts';
import {advanceV2} from '../link/v2/advance.ts';
import {idleLinkV2, type LinkStateV2} from '../link/v2/state.ts';

export type LinkMove = Pick<Move, 'send' | 'end'>;

export type Machine = {
	readonly version: 1 | 2;
	feed(input: LinkInput, nowMs: number): LinkMove;
	/** When it wants a `wake`, or null. */
	wakeAtMs(): number | null;
	isBusy(): boolean;
};

export function machineV1(limits: LinkLimits): Machine {
	let state: LinkState = idleLink(limits);
	return {
		version: 1,
		feed: (input, nowMs) => {
			const move = advance(state, input, nowMs);
			state = move.state;
			return move;
		},
		wakeAtMs: () => wakeAtMs(state),
		isBusy: () => state.job !== null,
	};
}

export function machineV2(limits: LinkLimits): Machine {
	let state: LinkStateV2 = idleLinkV2(limits);
	return {
		version: 2,
		feed: (input, nowMs) => {
			const move = advanceV2(state, input, nowMs);
			state = move.state;
			return move;
		},
		wakeAtMs: () => ('wakeAtMs' in state.step ? state.step.wakeAtMs : null),
		isBusy: () => state.job !== null,
	};
}
