// Every single fault of a payment, and every pair of them: one after the other, nothing left to chance.
import {registerFaults, requestFaults} from './generate.ts';
import type {History} from './history.ts';
import {calm, type Fault, type Key, type Scenario} from './scenario.ts';

/** One thing that goes otherwise than in a calm payment. */
export type Deviation =
	| {readonly fault: Fault}
	| {readonly key: Key}
	| {readonly customer: Scenario['customers'][number]};

/** A calm payment with deviations. */
export const deviating = (...deviations: readonly Deviation[]): Scenario => ({
	...calm,
	faults: deviations.flatMap((deviation) => ('fault' in deviation ? [deviation.fault] : [])),
	keys: [...calm.keys, ...deviations.flatMap((deviation) => ('key' in deviation ? [deviation.key] : []))],
	customers: [
		...deviations.flatMap((deviation) => ('customer' in deviation ? [deviation.customer] : [])),
		...calm.customers,
	],
});

/** Every deviation that has a place in a payment, or a little after it: a fault makes a payment longer. */
export function everyDeviation({places}: Pick<History, 'places'>): readonly Deviation[] {
	const upTo = (count: number): readonly number[] => Array.from({length: count}, (_, n) => n);
	const everyMs = (stepMs: number): readonly number[] =>
		upTo(Math.ceil((places.lastMs + 4_000) / stepMs)).map((n) => 1_050 + n * stepMs);
	const faults: readonly Fault[] = [
		...upTo(places.requests + 3).flatMap((n) =>
			requestFaults.map((what) => ({at: 'request', n, what}) as const),
		),
		...upTo(places.calls + 2).flatMap((n) =>
			registerFaults.map((what) => ({at: 'register', n, what}) as const),
		),
		...upTo(places.appends + 2).flatMap((n) => [
			{at: 'append', n, count: 1, what: 'refuses'} as const,
			{at: 'append', n, count: 99, what: 'refuses'} as const,
			{at: 'append', n, count: 1, what: 'lies'} as const,
		]),
		...upTo(places.steps + 10).flatMap((n) => [
			{at: 'step', n, what: 'kill', offMs: 3_000} as const,
			{at: 'step', n, what: 'power', offMs: 40_000} as const,
		]),
		...everyMs(2_500).flatMap((atMs) => [
			{at: 'time', atMs, what: 'sleep', byMs: 60_000} as const,
			{at: 'time', atMs, what: 'jump', byMs: 3_600_000} as const,
			{at: 'time', atMs, what: 'jump', byMs: -3_600_000} as const,
		]),
	];
	const keys: readonly Key[] = everyMs(1_250).flatMap((atMs) =>
		(['escape', 'signal', 'leave', 'enter'] as const).map((key) => ({atMs, key})),
	);
	const customers: Scenario['customers'] = [
		{does: 'nothing'},
		{does: 'is declined', afterMs: 12_000},
		{does: 'pays another sum', afterMs: 12_000},
		{does: 'pays late', lateMs: 45_000},
		{does: 'confirms', afterMs: 12_000, bankMs: 6_000, bank: 'paid'},
		{does: 'confirms', afterMs: 25_000, bankMs: 25_000, bank: 'paid'},
		{does: 'confirms', afterMs: 25_000, bankMs: 90_000, bank: 'paid'},
		{does: 'confirms', afterMs: 25_000, bankMs: 25_000, bank: 'waiting'},
	];
	return [
		...faults.map((fault) => ({fault})),
		...keys.map((key) => ({key})),
		...customers.map((customer) => ({customer})),
	];
}

/** Every pair, each once; two customers exclude each other. */
export function* everyPair(deviations: readonly Deviation[]): Generator<Scenario> {
	for (const [n, first] of deviations.entries()) {
		for (const second of deviations.slice(n + 1)) {
			if ('customer' in first && 'customer' in second) continue;
			yield deviating(first, second);
		}
	}
}
