// One thread's share of a run.
import {parentPort, workerData} from 'node:worker_threads';
import {scenarioOf} from './generate.ts';
import {play} from './play.ts';
import {calm, type Scenario} from './scenario.ts';
import {deviating, everyDeviation, everyPair} from './systematic.ts';
import {walk} from './walk.ts';

export type Share = {
	readonly mode: 'seeds' | 'singles' | 'pairs';
	readonly from: number;
	readonly count: number;
	/** This thread takes every nth scenario, beginning with its own number. */
	readonly thread: number;
	readonly threads: number;
};

function* seeds({from, count}: Share): Generator<Scenario> {
	for (let seed = from; seed < from + count; seed += 1) yield scenarioOf(seed);
}

async function scenarios(share: Share): Promise<Iterable<Scenario>> {
	if (share.mode === 'seeds') return seeds(share);
	const deviations = everyDeviation(await play(calm));
	return share.mode === 'singles' ? deviations.map((one) => deviating(one)) : everyPair(deviations);
}

function* everyNth(all: Iterable<Scenario>, {thread, threads}: Share): Generator<Scenario> {
	let n = 0;
	for (const scenario of all) {
		if (n % threads === thread) yield scenario;
		n += 1;
	}
}

const share = workerData as Share;
parentPort?.postMessage(await walk(everyNth(await scenarios(share), share)));
