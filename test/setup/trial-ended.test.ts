// The wizard's trial, ended from outside in its middle.
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {openProgram} from '../e2e/support/console.ts';
import {run} from '../e2e/support/program.ts';
import {certificatePassword, openSite, type Site} from './support/site.ts';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

test('given a trial under way, when SIGTERM comes, then nothing of the trial stays behind', async () => {
	const till = join(site.home, 'till-ended');
	const temporary = join(site.home, 'temporary');
	mkdirSync(temporary);
	const file = join(site.home, 'ended.json');
	writeFileSync(
		file,
		JSON.stringify({
			letter: site.letter.en,
			certificate: {file: site.pfxFile, password: certificatePassword},
			caFile: join(site.home, 'stick', 'root.pem'),
			paymentTypes: [{system: 'sbp', code: '7', name: 'СБП', registerSlot: 2}],
			register: {link: 'none'},
			check: [],
		}),
	);
	expect((await run(['setup', '--answers', file, '--till', till])).code).toBe(0);
	const live = openProgram(['setup', '--till', till], {env: {TMPDIR: temporary}});
	try {
		// It opens where something is to be done still: the links, which are tried at once.
		await live.waitFor('Связь есть');
		live.type('\u001b[6~'.repeat(3));
		await live.waitFor(/6\/6[\s\S]*учебный шлюз/);
		live.type('\r');
		await live.waitFor('заказ создан');
		expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^qrkassa-trial-/)]);
		process.kill(live.pid, 'SIGTERM');
		await live.ended;
		expect(readdirSync(temporary)).toEqual([]);
	} finally {
		await live.close();
	}
});
