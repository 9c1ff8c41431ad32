// Walks many scenarios, side by side in one process, and stops at the first that breaks a rule.

import {check} from './checker/check.ts';
import type {Broken} from './checker/facts.ts';
import {play} from './play.ts';
import type {Scenario} from './scenario.ts';
import {count, emptyTally, type Tally} from './tally.ts';

export type Walked = {
	readonly tally: Tally;
	readonly failure: {readonly scenario: Scenario; readonly broken: readonly Broken[]} | null;
};

/** So many histories share one turn of the event loop. */
const sideBySide = 64;

/** Plays all scenarios and checks each history. */
export async function walk(scenarios: Iterable<Scenario>): Promise<Walked> {
	const tally = emptyTally();
	const rest = scenarios[Symbol.iterator]();
	let failure: Walked['failure'] = null;
	const lane = async (): Promise<void> => {
		for (let next = rest.next(); !next.done && !failure; next = rest.next()) {
			const history = await play(next.value);
			const broken = check(history);
			count(tally, history);
			if (broken.length > 0) failure ??= {scenario: next.value, broken};
		}
	};
	await Promise.all(Array.from({length: sideBySide}, lane));
	return {tally, failure};
}
