// A scenario from a seed: every latency, loss, crash and key press hangs on it.
import {type Chance, chanceOf} from './chance.ts';
import type {Crash, Customer, Fault, Key, RegisterFault, RequestFault, Scenario} from './scenario.ts';

/** The history of a seed. */
export function scenarioOf(seed: number): Scenario {
	const chance = chanceOf(seed);
	const {whole, is, pick} = chance;
	const hasRegister = is(0.9);
	return {
		seed,
		isCalm: is(0.1),
		responseTimeoutS: pick([10, 20, 30, 30, 60]),
		pollIntervalS: pick([5, 5, 5, 1, 20]),
		statusErrorLimit: pick([0, 1, 2, 5]),
		hasRegister,
		isOnPaper: hasRegister && is(0.2),
		cancelRefunds: is(0.1),
		takesUp: pick(['resume', 'resume', 'bringToEnd']),
		customers: Array.from({length: whole(1, 3)}, () => customer(chance)),
		keys: [{atMs: 1_000, key: is(0.2) ? 'enter twice' : 'enter'} as const, ...keys(chance)].toSorted(
			(a, b) => a.atMs - b.atMs,
		),
		faults: Array.from({length: pick([0, 1, 1, 2, 2, 3, 4, 6])}, () => fault(chance)),
	};
}

function customer({whole, pick}: Chance): Customer {
	const afterMs = whole(500, 35_000);
	const does = pick<Customer['does']>([
		'pays',
		'pays',
		'pays',
		'nothing',
		'confirms',
		'confirms',
		'is declined',
		'pays late',
		'pays another sum',
	]);
	switch (does) {
		case 'nothing':
			return {does};
		case 'confirms':
			return {does, afterMs, bankMs: whole(500, 60_000), bank: pick(['paid', 'paid', 'declined', 'waiting'])};
		case 'pays late':
			return {does, lateMs: whole(0, 900_000)};
		default:
			return {does, afterMs};
	}
}

function keys({whole, is, pick}: Chance): readonly Key[] {
	const count = is(0.4) ? 0 : whole(1, 5);
	return Array.from({length: count}, () => ({
		atMs: whole(1_000, 200_000),
		key: pick([
			'enter',
			'enter',
			'enter twice',
			'escape',
			'escape',
			'signal',
			'print',
			'ask now',
			'close receipt',
			'refund',
			'resolve',
			'drop',
			'leave',
		]),
	}));
}

export const requestFaults: readonly [RequestFault['what'], ...RequestFault['what'][]] = [
	'lost',
	'reset',
	'answer lost',
	'answer reset',
	'late',
	'twice',
	'slow',
	'error',
	'garbled',
	'other amount',
	'other order',
	'other currency',
];

export const registerFaults: readonly [RegisterFault['what'], ...RegisterFault['what'][]] = [
	'off',
	'refuses',
	'breaks before close',
	'breaks after close',
	'slow',
	'throws',
];

function fault({whole, is, pick}: Chance): Fault {
	switch (pick(['request', 'request', 'register', 'append', 'step', 'step', 'step', 'time'])) {
		case 'request':
			return {at: 'request', n: whole(0, 14), what: pick(requestFaults)};
		case 'register':
			return {at: 'register', n: whole(0, 8), what: pick(registerFaults)};
		case 'append':
			return {at: 'append', n: whole(0, 10), count: whole(1, 6), what: pick(['refuses', 'refuses', 'lies'])};
		case 'step':
			return {at: 'step', n: whole(0, 90), what: crashKind(is), offMs: whole(500, 60_000)};
		default:
			return is(0.5)
				? {at: 'time', atMs: whole(1_000, 90_000), what: 'sleep', byMs: whole(1_000, 400_000)}
				: {at: 'time', atMs: whole(1_000, 90_000), what: 'jump', byMs: whole(-7_200_000, 7_200_000)};
	}
}

const crashKind = (is: Chance['is']): Crash['what'] => (is(0.5) ? 'kill' : 'power');
