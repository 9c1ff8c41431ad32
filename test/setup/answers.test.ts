// Without a keyboard: answers for a fleet, a module's folder, and the way back.
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {type Ended, endAll, run} from '../e2e/support/program.ts';
import {certificatePassword, openSite, type Site} from './support/site.ts';

let site: Site;
let folder: string;
let count = 0;

beforeAll(async () => {
	site = await openSite();
});
afterEach(endAll);
afterAll(() => site.close());
beforeEach(() => {
	count += 1;
	folder = join(site.home, `till-${count}`);
});

const answers = (change: object = {}): object => ({
	language: 'ru',
	letter: site.letter.en,
	certificate: {file: site.pfxFile, password: certificatePassword},
	caFile: 'stick/root.pem',
	paymentTypes: [{system: 'sbp', code: '7', name: 'СБП', registerSlot: 2}],
	register: {link: 'tcp', address: `${site.register.host}:${site.register.port}`},
	responseTimeoutS: 200,
	settings: {name: 'Касса 5', 'customer.qrOn': ['screen', 'paper']},
	check: ['connection', 'register'],
	...change,
});

function setup(given: object, ...args: readonly string[]): Promise<Ended> {
	const file = join(site.home, 'answers.json');
	writeFileSync(file, JSON.stringify(given));
	return run(['setup', '--answers', file, '--till', folder, '--json', ...args]);
}

const states = (ended: Ended): readonly unknown[] =>
	ended
		.lines()
		.map(({step, state, changed, exitCode}) =>
			step === undefined ? {changed, exitCode} : `${step} ${state}`,
		);

const files = (): Readonly<Record<string, string>> =>
	Object.fromEntries(
		readdirSync(folder)
			.filter((name) => !name.startsWith('.') && !/^(?:lock|holder|till\.lock)/.test(name))
			.map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
	);

describe('answers for a fleet', () => {
	test('given an empty folder, when the answers are taken twice, then the first run sets all up and the second changes nothing', async () => {
		const first = await setup(answers());
		expect(states(first)).toEqual([
			'letter done',
			'certificate done',
			'connection done',
			'types done',
			'register done',
			'trial done',
			'settings done',
			'connection checked',
			'register checked',
			{changed: true, exitCode: 0},
		]);
		expect(first.code).toBe(0);
		expect(first.stdout + first.stderr).not.toContain(site.agentKey);
		expect(first.stdout + first.stderr).not.toContain(certificatePassword);
		const before = files();
		const second = await setup(answers());
		expect(
			states(second)
				.slice(0, 7)
				.every((state) => String(state).endsWith(' unchanged')),
		).toBe(true);
		expect(states(second).at(-1)).toEqual({changed: false, exitCode: 0});
		expect(files()).toEqual(before);
	});

	test('given a payment through the till that the answers have made, when it is made, then it is paid', async () => {
		await setup(answers({settings: {pollIntervalS: 1}}));
		const paid = await run(['pay', '--till', folder, '--method', 'sbp', '--amount', '1', '--json']);
		expect(paid.lines().at(-1)).toMatchObject({type: 'result', outcome: 'paid', receipt: {state: 'closed'}});
	}, 60_000);

	test.each([
		[{letters: 'x'}, 'letters'],
		[{letter: {agentId: 1001}}, 'letter.accessLine'],
		[{register: {link: 'usb', address: 'x'}}, 'register.link'],
		[{check: ['all']}, 'check.0'],
		[{newPin: '12'}, 'newPin'],
	])(
		'given the wrong answer %o, when it is read, then its place is named, exit 2, and nothing is there',
		async (wrong, path) => {
			const ended = await setup(answers(wrong));
			expect(ended.code).toBe(2);
			expect(ended.lines()).toMatchObject([{type: 'error', exitCode: 2, code: 'ANSWERS'}]);
			expect(ended.stderr).toContain(path);
			expect(existsSync(folder)).toBe(false);
		},
	);

	test('given a wrong certificate password, when the answers are taken, then exit 3 with its sentence and no certificate', async () => {
		const ended = await setup(answers({certificate: {file: site.pfxFile, password: 'nein'}}));
		expect(ended.code).toBe(3);
		expect(ended.stderr).toContain('Пароль сертификата не подходит');
		expect(existsSync(join(folder, 'SHOP-1.pfx'))).toBe(false);
	});

	test('given a gateway that nobody trusts, when the connection is checked, then exit 1 and the link is named', async () => {
		const {caFile: _left, ...rest} = answers() as {caFile: string};
		const ended = await setup(rest);
		expect(ended.code).toBe(1);
		expect(states(ended)).toContain('connection failed');
		expect(ended.stderr).toContain('TLS');
	});

	test('given a till with a PIN, when other addresses come, then nothing is changed without the PIN, and all is with it', async () => {
		await setup(answers({newPin: '4711'}));
		const before = files();
		const moved = {
			letter: {
				accessLine: 'https://other.example.com/a/b.svc',
				agentId: '1001',
				posId: 'SHOP-1',
				agentKey: 'k',
			},
			check: [],
		};
		const refused = await setup(moved);
		expect(refused.code).toBe(2);
		expect(files()['WebMoneySettings.txt']).toBe(before['WebMoneySettings.txt']);
		expect((await setup({...moved, pin: '1111'})).code).toBe(2);
		expect((await setup({...moved, pin: '4711'})).code).toBe(0);
		expect(files()['WebMoneySettings.txt']).toContain('https://other.example.com');
	});

	test('given a till with a PIN, when another PIN comes, then it is taken with the former one alone, and wrong ones make the next wait', async () => {
		await setup(answers({newPin: '4711'}));
		const before = files()['till.json'];
		const other = {newPin: '9999', responseTimeoutS: 300};
		expect((await setup(other)).code).toBe(2);
		expect((await setup({...other, settings: {pinHash: 'null'}})).code).toBe(2);
		expect((await setup({...other, pin: '1111'})).code).toBe(2);
		// Three wrong ones: now the right one is not heard either.
		expect((await setup({...other, pin: '4711'})).code).toBe(2);
		expect(files()['till.json']).toBe(before);
		rmSync(join(folder, 'pin.attempts'));
		expect((await setup({...other, pin: '4711'})).code).toBe(0);
		expect(states(await setup({newPin: '9999', check: []}))).toEqual([
			'trial unchanged',
			{changed: false, exitCode: 0},
		]);
	});
});

describe('the way back', () => {
	test('given two runs, when both are undone, then the folder goes back step by step, and a third undo says that there is nothing', async () => {
		await setup(answers({check: []}));
		const first = files();
		await setup(answers({check: [], responseTimeoutS: 300, settings: {name: 'Till 6'}}));
		expect(files()['till.json']).toContain('Till 6');
		expect(files()['till.json.1']).toBe(first['till.json']);
		const undone = await run(['setup', 'undo', '--till', folder]);
		expect(undone.code).toBe(0);
		expect(undone.stderr).toContain('till.json.1');
		expect(files()['till.json']).toBe(first['till.json']);
		expect(files()['WebMoneySettings.txt']).toBe(first['WebMoneySettings.txt']);
		await run(['setup', 'undo', '--till', folder]);
		expect(Object.keys(files())).not.toContain('till.json');
		const nothing = await run(['setup', 'undo', '--till', folder, '--json']);
		expect(nothing.lines()).toMatchObject([{type: 'error', exitCode: 2, code: 'NOTHING_TO_UNDO'}]);
	});

	test('given no till at all, when the last run is to be undone, then it says that there is nothing, exit 2', async () => {
		const undone = await run(['setup', 'undo', '--till', folder, '--json']);
		expect(undone.lines()).toMatchObject([{code: 'NOTHING_TO_UNDO'}]);
		expect(undone.code).toBe(2);
		expect(existsSync(folder)).toBe(false);
	});

	test('given a module folder taken over a till, when it is undone, then the former files are back', async () => {
		await setup(answers({check: []}));
		const before = files();
		const module = join(site.home, `module-${count}`);
		mkdirSync(module);
		writeFileSync(
			join(module, 'WebMoneySettings.txt'),
			'AgentId=9\nPosId=OTHER\nAgentKey=k\nServerUrl=https://gate.example.com\nServicePath=/s\n',
		);
		writeFileSync(join(module, 'WebMoneyPaymentTypes.txt'), 'SBP=7\n');
		writeFileSync(join(module, 'OTHER.pfx'), readFileSync(site.pfxFile));
		const taken = await run(['setup', '--from', module, '--till', folder]);
		expect(taken.stderr).toContain('WebMoneySettings.txt');
		expect(files()['WebMoneySettings.txt']).toContain('PosId=OTHER');
		expect((await run(['setup', 'undo', '--till', folder])).code).toBe(0);
		expect(files()['WebMoneySettings.txt']).toBe(before['WebMoneySettings.txt']);
		expect(files()['WebMoneyPaymentTypes.txt']).toBe(before['WebMoneyPaymentTypes.txt']);
		expect(Object.keys(files())).not.toContain('OTHER.pfx');
	});
});

test('given no terminal, when setup is called alone, then it names the ways without one, exit 2', async () => {
	const ended = await run(['setup', '--till', folder]);
	expect(ended.code).toBe(2);
	expect(ended.stderr).toContain('--answers');
});
