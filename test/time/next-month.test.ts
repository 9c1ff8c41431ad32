// The real program in the next month: a payment of the last one is known, not paid again, in the report of its day, and the
// journal is whole over both files.
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {run} from '../e2e/support/program.ts';
import {askedAbout, openWorld, type RegisterTill, type World} from '../e2e/support/world.ts';
import {buildShim, openClock} from '../torture/support/shim.ts';

const workshop = mkdtempSync(join(tmpdir(), 'qrkassa-month-'));
const shim = buildShim(workshop);
let world: World;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(async () => {
	await world.close();
	rmSync(workshop, {recursive: true, force: true});
});

/** 40 days are in another month, whatever day it is. */
const laterMs = 40 * 86_400_000;

function runLater(till: RegisterTill, ...words: readonly string[]) {
	const clockFile = join(workshop, 'clock');
	openClock(clockFile).shift({wallMs: laterMs});
	return run([...words, '--till', till.folder], {
		env: {...shim?.environment({root: till.folder, clockFile})},
	});
}

test.skipIf(!shim)(
	'given a payment of last month, when the month is over, then the same call ends as it did, and nothing is asked of anybody',
	async () => {
		const till = await world.openTill();
		const pay = ['pay', '--method', 'sbp', '--json', '--order', 'M-1', '--amount', '12.00'];
		const first = await run([...pay, '--till', till.folder]);
		expect(first.code).toBe(0);
		const [day = ''] = String(first.lines()[0]?.['at']).split('T');
		const asked = askedAbout(world.gateway, 'M-1').length;

		const again = await runLater(till, ...pay);
		expect(again.code).toBe(0);
		expect(again.lines().at(-1)).toMatchObject({type: 'result', orderId: 'M-1', outcome: 'paid'});
		expect(askedAbout(world.gateway, 'M-1')).toHaveLength(asked);
		expect(till.register.closedReceipts()).toBe(1);
		const months = readdirSync(till.folder).filter((name) => /^journal-\d{4}-\d\d\.sqlite$/.test(name));
		expect(months).toEqual([`journal-${day.slice(0, 7)}.sqlite`]);

		const verified = await runLater(till, 'journal', 'verify');
		expect([verified.code, verified.stdout]).toEqual([0, expect.stringMatching(/^Журнал цел/)]);
		const exported = await runLater(till, 'journal', 'export');
		const [head] = exported.lines().filter(({type}) => type === 'journal.continued');
		expect(head).toMatchObject({seq: 1, body: {file: months[0]}});
		const tail = await runLater(till, 'tail', '--json');
		expect(tail.lines().filter(({type}) => type === 'payment.paid')).toHaveLength(1);
		const report = await runLater(till, 'report', '--day', day, '--json');
		expect(JSON.stringify(report.lines())).toContain('M-1');
		const refused = await runLater(
			till,
			'pay',
			'--method',
			'sbp',
			'--json',
			'--order',
			'M-1',
			'--amount',
			'13.00',
		);
		expect(refused.code).not.toBe(0);
		expect(askedAbout(world.gateway, 'M-1')).toHaveLength(asked);
	},
);
