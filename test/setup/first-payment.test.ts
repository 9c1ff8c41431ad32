// The wizard from the first screen of an empty folder to the first payment, on 80×24 and a line of 9 600 baud, in both languages.
import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {programFile, run} from '../e2e/support/program.ts';
import {openLiveTerminal} from '../support/live-terminal.ts';
import {runWalk} from './support/run-walk.ts';
import {certificatePassword, openSite, type Site} from './support/site.ts';

const sites: Site[] = [];
afterAll(async () => {
	await Promise.all(sites.splice(0).map((site) => site.close()));
});
const newSite = async (): Promise<Site> => {
	const site = await openSite();
	sites.push(site);
	return site;
};

const serialLine = {bytesPerS: 960};

describe('from a letter to the first payment', () => {
	test.concurrent.each(['ru', 'en'] as const)(
		'given an empty folder, a pasted letter and a slow line, when an admin goes through the wizard (%s), then sixty keys lead to a paid receipt and no secret was ever on the line',
		async (language) => {
			const site = await newSite();
			const walked = await runWalk({program: programFile(), site, language, ...serialLine});

			expect(walked.presses).toBeLessThanOrEqual(60);
			expect(readFileSync(join(import.meta.dirname, '../../docs/setup.md'), 'utf8')).toContain(
				`**${walked.presses}**`,
			);
			// What a person waits for on such a line: a screen of text within a few seconds, one with a QR within fifteen.
			for (const {name, bytes} of walked.steps) {
				expect(bytes, name).toBeLessThan(/^(?:trial|screen-qr)/.test(name) ? 14_000 : 4_000);
			}
			expect(walked.output).not.toContain(site.agentKey);
			expect(walked.output).not.toContain(certificatePassword);

			const file = (name: string): string => join(site.till, name);
			const settings = readFileSync(file('WebMoneySettings.txt'), 'utf8');
			expect(settings).toContain(`AgentKey=${site.agentKey}`);
			expect(settings).toContain(`CertificatePassword=${certificatePassword}`);
			for (const name of ['WebMoneySettings.txt', 'WebMoneyPaymentTypes.txt', 'till.json', 'SHOP-1.pfx']) {
				expect(statSync(file(name)).mode & 0o777, name).toBe(0o600);
			}
			expect(existsSync(file('setup-draft.json'))).toBe(false);
			expect(JSON.parse(readFileSync(file('till.json'), 'utf8'))).toMatchObject({
				gateway: {caFile: 'ca.pem'},
				register: {link: 'tcp', address: `${site.register.host}:${site.register.port}`},
				customer: {qrOn: ['screen', 'paper']},
				ui: {language},
			});
			const statuses = site.gateway.orders().map(({status}) => status);
			expect(statuses).toEqual(['cancelled', 'paid']);
			expect(site.register.tape().join('\n')).toContain('СБП');
		},
		180_000,
	);
});

describe('a run that breaks off', () => {
	const start = (site: Site, ...args: readonly string[]) =>
		openLiveTerminal({
			file: process.execPath,
			args: [programFile(), '--till', site.till, ...args],
			env: {PATH: process.env['PATH'], HOME: site.home, LANG: 'ru_RU.UTF-8'},
		});

	test('given half a letter typed, when the line drops and later Ctrl-C ends the next run, then both times all but the secret is there again', async () => {
		const site = await newSite();
		const first = start(site);
		await first.waitFor(/кассы ещё нет[\s\S]*F10/);
		first.type('\r');
		await first.waitFor(/Вставьте письмо[\s\S]*F10/);
		first.type('\u001b[B4711\u001b[B\u001b[BgeheimerSchluessel');
		await first.waitFor('18 зн.');
		// A draft is written a moment after the last key.
		const draft = join(site.till, 'setup-draft.json');
		await expect.poll(() => existsSync(draft) && readFileSync(draft, 'utf8')).toContain('4711');
		await first.close();
		expect(readFileSync(draft, 'utf8')).toContain('4711');
		expect(readFileSync(draft, 'utf8')).not.toContain('geheim');
		expect(statSync(draft).mode & 0o777).toBe(0o600);

		const second = start(site);
		await second.waitFor(/начата и не закончена[\s\S]*F10/);
		second.type('\r');
		await second.waitFor('4711');
		second.type('\u001b[BSHOP-9\u0003');
		expect((await second.ended).exitCode).toBe(3);
		await second.close();

		const third = start(site);
		await third.waitFor(/не закончена[\s\S]*F10/);
		third.type('\r');
		await third.waitFor('SHOP-9');
		expect(third.text()).toContain('4711');
		await third.close();
	}, 60_000);
});

describe('the settings of a till that is set up', () => {
	test('given the console, when settings are opened and left, then the console is there again; the wizard knows what is set', async () => {
		const site = await newSite();
		const file = join(site.home, 'answers.json');
		writeFileSync(
			file,
			JSON.stringify({
				letter: site.letter.ru,
				certificate: {file: site.pfxFile, password: certificatePassword},
				caFile: site.caFile,
				paymentTypes: [{system: 'sbp', code: '7', name: 'СБП', registerSlot: 2}],
			}),
		);
		expect((await run(['setup', '--answers', file, '--till', site.till])).code).toBe(0);
		const till = openLiveTerminal({
			file: process.execPath,
			args: [programFile(), '--till', site.till],
			env: {PATH: process.env['PATH'], HOME: site.home, LANG: 'ru_RU.UTF-8'},
		});
		try {
			await till.waitFor('Новый платёж');
			till.type('s');
			// Letter, certificate and types are done; the connection is tried anew.
			await till.waitFor(/3\/6 Связь[\s\S]*✔ ответ шлюза/);
			expect(till.text()).toMatch(/✔ 1 Письмо[\s\S]*✔ 2 Сертификат[\s\S]*✔ 4 Виды оплаты/);
			till.type('\u001b[5~\u001b[5~');
			await till.waitFor('записан раньше');
			expect(till.output()).not.toContain(site.agentKey);
			till.type('\u001b[21~');
			await till.waitFor('Новый платёж');
			// Nothing is left unsaved: no draft stands before settings that are changed later.
			expect(existsSync(join(site.till, 'setup-draft.json'))).toBe(false);
		} finally {
			await till.close();
		}
	}, 60_000);
});
