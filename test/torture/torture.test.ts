// A few deaths of each kind in each run of the tests; `npm run torture` has hundreds.
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest';
import {liveThrough} from './kill/life.ts';
import {type Chamber, openChamber} from './kill/till.ts';
import {buildShim, type Shim} from './support/shim.ts';

let chamber: Chamber;
let shim: Shim | null;

beforeAll(async () => {
	chamber = await openChamber();
	shim = buildShim(chamber.folder);
});
afterAll(() => chamber.close());

function program() {
	const installed = inject('installedProgram');
	if ('fault' in installed) throw new Error(installed.fault);
	return installed;
}

const day = new Date().toISOString().slice(0, 10);

describe.concurrent('deaths at drawn moments', () => {
	test.each([
		['pay', 'kill'],
		['console', 'kill'],
		['pay', 'power'],
		['console', 'power'],
	] as const)('given %s, when it dies (%s), then nothing is lost and nothing doubled', async (way, death) => {
		if (death === 'power' && shim === null) return;
		const plan = {seed: `${day}/${way}/${death}`, way, death, deaths: 2};
		const end = await liveThrough(chamber, program(), shim, plan);
		expect(end.differences, plan.seed).toEqual([]);
		expect(end.deaths).toBeGreaterThan(0);
	});

	test('given a disk that only says that it syncs, then the same look at the books finds the loss', async ({
		skip,
	}) => {
		if (shim === null) return skip('no gcc here');
		const plan = {seed: 'a lie', way: 'pay', death: 'lyingDisk', deaths: 6} as const;
		const end = await liveThrough(chamber, program(), shim, plan);
		expect(end.differences.map(({kind}) => kind)).toContain('lost');
	});
});
