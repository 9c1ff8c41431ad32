// What still waits for somebody, and what a person has settled.
import {type OpenReason, type OrderAnswer, openMatter} from '../core/index.ts';
import {type DaySpan, isWithin} from './day.ts';
import type {History} from './history.ts';
import type {Decision, OpenPayment} from './report.ts';

/** Everything open that began before the day was over: an old matter keeps every later day from looking clean. */
export const openOf = (payments: readonly History[], {endMs}: DaySpan): readonly OpenPayment[] =>
	payments.flatMap(({orderId, state, startedAt, startedAtMs}) => {
		const reason: OpenReason | null = state.phase === 'ended' ? openMatter(state) : 'running';
		if (reason === null || startedAtMs >= endMs) return [];
		const {method: system, amountKopecks} = state.facts;
		return [{orderId, system, amountKopecks, startedAt, reason}];
	});

/** What a person decided on the day, beside what the gateway says of it. */
export const decisionsOf = (
	payments: readonly History[],
	span: DaySpan,
	there: ReadonlyMap<string, OrderAnswer>,
): readonly Decision[] =>
	payments.flatMap(({orderId, state, decidedAtMs}) => {
		if (!isWithin(span, decidedAtMs) || state.phase !== 'ended' || state.resolved?.by !== 'person') return [];
		const {as, note} = state.resolved;
		return [
			{
				orderId,
				amountKopecks: state.facts.amountKopecks,
				as,
				note,
				there: there.get(orderId)?.status ?? null,
			},
		];
	});
