// Which payments of a journal still wait for somebody. One pass over all rows, and what is settled is forgotten on the way:
// years of payments must not fill the memory.
import {evolve, idle, isLive, isOpen, type PaymentState} from '../../core/index.ts';
import type {JournalRow} from '../../engine/index.ts';

export type OpenMatters = {
	take(row: JournalRow): void;
	/** Payments that something happened to after they were settled: they have to be folded anew, from their first row. */
	again(): readonly string[];
	/** Ids, oldest first. */
	open(): readonly string[];
};

export type OpenMattersOptions = {
	/** Other payments are left out. */
	readonly isAmong?: (orderId: string) => boolean;
	/** Whether a settled payment is let go. @default true */
	readonly isForgetting?: boolean;
};

/** @param isHeld a running console carries what is live: only what is over counts then */
export function collectOpenMatters(isHeld: boolean, options: OpenMattersOptions = {}): OpenMatters {
	const {isAmong = () => true, isForgetting = true} = options;
	const states = new Map<string, PaymentState>();
	const settled = new Set<string>();
	const stirred = new Set<string>();
	return {
		take: ({orderId, event, at}) => {
			if (orderId === null || !isAmong(orderId)) return;
			if (settled.has(orderId)) {
				stirred.add(orderId);
				return;
			}
			const state = evolve(states.get(orderId) ?? idle, event, Date.parse(at));
			if (isForgetting && state.phase === 'ended' && !isOpen(state)) {
				states.delete(orderId);
				settled.add(orderId);
			} else states.set(orderId, state);
		},
		again: () => [...stirred],
		open: () => [...states].filter(([, state]) => waits(state, isHeld)).map(([orderId]) => orderId),
	};
}

const waits = (state: PaymentState, isHeld: boolean): boolean =>
	state.phase === 'ended' ? isOpen(state) : isLive(state) && !isHeld;
