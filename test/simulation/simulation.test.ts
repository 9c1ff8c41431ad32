import {describe, expect, test} from 'vitest';
import {scenarioOf} from './generate.ts';
import {play} from './play.ts';
import {calm, type Scenario} from './scenario.ts';
import {shrink} from './shrink.ts';
import {deviating, everyDeviation} from './systematic.ts';
import {tell} from './tell.ts';
import {walk} from './walk.ts';

function* seeds(from: number, count: number): Generator<Scenario> {
	for (let seed = from; seed < from + count; seed += 1) yield scenarioOf(seed);
}

/** A failure reads as its story. */
async function expectSound(
	scenarios: Iterable<Scenario>,
): Promise<Awaited<ReturnType<typeof walk>>['tally']> {
	const {tally, failure} = await walk(scenarios);
	expect(failure ? (await tell(failure.scenario)).join('\n') : 'sound').toBe('sound');
	return tally;
}

describe('the till in a world of faults', () => {
	test('given many histories of chance, then no rule is broken, and everything has come up', async () => {
		const tally = await expectSound(seeds(1_000_000, 1_500));
		for (const [name, number] of Object.entries(tally)) expect(number, name).toBeGreaterThan(0);
		expect(tally.crashes).toBeGreaterThan(300);
		expect(tally.receipts).toBeGreaterThan(300);
	});

	test('given every single fault of a payment, then no rule is broken', async () => {
		const deviations = everyDeviation(await play(calm));
		expect(deviations.length).toBeGreaterThan(250);
		await expectSound(deviations.map((one) => deviating(one)));
	});

	test('given a process that dies at every step of a payment, one after the other, then each is taken up and paid', async () => {
		const {places} = await play(calm);
		for (let n = 0; n < places.steps; n += 1) {
			for (const what of ['kill', 'power'] as const) {
				const history = await play(deviating({fault: {at: 'step', n, what, offMs: 3_000}}));
				const isMade = history.orders.has('A-1');
				expect(history.boots).toHaveLength(2);
				// Before the intent is on disk there is no payment; after it there is one receipt.
				expect(history.documents).toHaveLength(isMade ? 1 : 0);
			}
		}
	});
});

describe('the simulation itself', () => {
	test('given the same seed, then the same story, word for word', async () => {
		for (const seed of [3, 12_912, 77]) {
			const [first, second] = await Promise.all([play(scenarioOf(seed), true), play(scenarioOf(seed), true)]);
			expect(second?.lines).toEqual(first?.lines);
		}
	});

	test('given a calm payment, then its story says what happened, from Enter to the closed receipt', async () => {
		const told = (await tell(calm)).join('\n');
		for (const line of [
			'No rule is broken.',
			'00:01.000  the cashier presses «enter»',
			'→ createOrder A-1',
			'the customer sees the QR of A-1 and pays',
			'at the gateway A-1 becomes paid',
			'disk: A-1 receipt.closing',
			'screen: A-1 ended paid closed',
			'Nothing is open at the end.',
		]) {
			expect(told).toContain(line);
		}
	});

	test('given a scenario in which one fault of many is to blame, when it is shrunk, then that fault alone is left', async () => {
		const guilty = {at: 'request', n: 1, what: 'answer lost'} as const;
		const scenario: Scenario = {
			...scenarioOf(5),
			faults: [{at: 'register', n: 3, what: 'off'}, guilty, {at: 'step', n: 70, what: 'kill', offMs: 900}],
			keys: [...calm.keys, {atMs: 90_000, key: 'print'}],
		};
		const small = await shrink(scenario, (one) =>
			Promise.resolve(one.faults.some((fault) => fault.at === 'request' && fault.what === 'answer lost')),
		);
		expect(small).toEqual({...calm, seed: 5, faults: [guilty]});
	});
});
