// `npm run simulate`: the real core and engine in a world of faults, many times over, checked by a model of their own.
//   --histories 100000   how many seeds          --from 0       the first seed
//   --seed N             tell one history         --quick        a few thousand, without pairs and without a story
import {availableParallelism} from 'node:os';
import {parseArgs} from 'node:util';
import {Worker} from 'node:worker_threads';
import {scenarioOf} from './generate.ts';
import {breaksRule, shrink} from './shrink.ts';
import {added, emptyTally, type Tally} from './tally.ts';
import {tell} from './tell.ts';
import type {Walked} from './walk.ts';
import type {Share} from './worker.ts';

const {values} = parseArgs({
	options: {
		histories: {type: 'string', default: '100000'},
		from: {type: 'string', default: '0'},
		seed: {type: 'string'},
		quick: {type: 'boolean', default: false},
	},
});

/** Splits a run over all cores. */
async function run(mode: Share['mode'], from = 0, count = 0): Promise<Walked> {
	const threads = availableParallelism();
	const walked = await Promise.all(
		Array.from({length: threads}, (_, thread) => {
			const share: Share = {mode, from, count, thread, threads};
			const worker = new Worker(new URL('./worker.ts', import.meta.url), {workerData: share});
			return new Promise<Walked>((done, fail) => {
				worker.once('message', done);
				worker.once('error', fail);
			});
		}),
	);
	return {
		tally: walked.map(({tally}) => tally).reduce(added, emptyTally()),
		failure: walked.find(({failure}) => failure)?.failure ?? null,
	};
}

const inWords = (tally: Tally): string =>
	Object.entries(tally)
		.slice(1)
		.map(([name, number]) => `${number} ${name}`)
		.join(', ');

/** Runs one mode and tells it; false when a history broke a rule. */
async function report(mode: Share['mode'], name: string, from = 0, count = 0): Promise<boolean> {
	const startedMs = performance.now();
	const {tally, failure} = await run(mode, from, count);
	const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
	console.log(`${name}: ${tally.histories} histories in ${seconds} s, ${failure ? 'BROKEN' : '0 broken'}`);
	console.log(`  ${inWords(tally)}`);
	if (!failure) return true;
	const [first] = failure.broken;
	console.log(`\nSeed ${failure.scenario.seed} breaks ${first?.rule}: ${first?.what}`);
	if (mode === 'seeds') console.log(`Again: npm run simulate -- --seed ${failure.scenario.seed}`);
	if (values.quick) return false;
	const small = await shrink(failure.scenario, breaksRule(first?.rule ?? ''));
	console.log(`\nShrunk:\n${(await tell(small)).join('\n')}`);
	return false;
}

if (values.seed !== undefined) {
	console.log((await tell(scenarioOf(Number(values.seed)))).join('\n'));
} else {
	const isSound =
		(await report('singles', 'Every single fault')) &&
		(values.quick || (await report('pairs', 'Every pair of faults'))) &&
		(await report('seeds', 'Seeds', Number(values.from), values.quick ? 4_000 : Number(values.histories)));
	if (!isSound) process.exitCode = 1;
}
