// The till's folder as an attacker would prepare it, and as the program leaves it: through the real program, nothing sent.
import {mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type Ended, run} from '../e2e/support/program.ts';
import {
	edit,
	editTill,
	openWorld,
	type RegisterTill,
	type TestTill,
	type World,
} from '../e2e/support/world.ts';

let world: World;
beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

const pay = (folder: string, orderId: string): Promise<Ended> =>
	run([...['pay', '--till', folder, '--order', orderId, '--amount', '10.00', '--method', 'sbp', '--json']]);

async function expectRefused(folder: string, orderId: string, code: string): Promise<void> {
	const startedMs = performance.now();
	const refused = await pay(folder, orderId);
	expect(refused.code, refused.stderr).toBe(3);
	expect(refused.lines()).toMatchObject([{type: 'error', exitCode: 3, code}]);
	expect(performance.now() - startedMs).toBeLessThan(20_000);
	expect(world.gateway.orders().filter((order) => order.orderId === orderId)).toEqual([]);
}

describe.concurrent('a prepared folder', () => {
	test('given a link in place of the folder, then it is not followed', async () => {
		const till = await world.openTillWithout();
		const link = `${till.folder}-link`;
		symlinkSync(till.folder, link);
		await expectRefused(link, 'LINK-1', 'SETTINGS');
	});

	test.each(['till.json', 'WebMoneySettings.txt'])(
		'given a link in place of %s, then it is not followed',
		async (name) => {
			const till = await world.openTillWithout();
			const elsewhere = join(world.folder, `elsewhere-${name}`);
			edit(join(till.folder, name), (text) => {
				writeFileSync(elsewhere, text);
				return text;
			});
			await run(['settings', 'check', '--till', till.folder]);
			rmSync(join(till.folder, name));
			symlinkSync(elsewhere, join(till.folder, name));
			await expectRefused(till.folder, `LINK-${name}`, 'SETTINGS');
		},
	);

	test.each(['../../../etc/ssl/private/x', '/etc/passwd', '..', 'a\\..\\b', 'N100\u0000.pfx', 'N100%2f..'])(
		'given a path in PosId (%j), then no file is opened by it',
		async (posId) => {
			const till = await world.openTillWithout();
			edit(till.files.settingsFile, (text) => text.replace(/^PosId=.*$/m, `PosId=${posId}`));
			await expectRefused(till.folder, 'POS-1', 'SETTINGS');
		},
	);

	test.each<readonly [string, string]>([
		['two megabytes', `{"version":1,"name":"${'x'.repeat(2 * 1024 * 1024)}"}`],
		['a depth of 100 000', `{"version":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
		['a million fields', `{"version":1,${Array.from({length: 90_000}, (_, n) => `"f${n}":1`).join(',')}`],
	])('given a till.json of %s, then it is refused at once and in words', async (_name, text) => {
		const till = await world.openTillWithout();
		writeFileSync(till.files.tillFile, text);
		await expectRefused(till.folder, 'BOMB-1', 'SETTINGS');
	});

	test('given __proto__ and constructor in till.json, then nothing is polluted and the payment is what it would be', async () => {
		const till = await world.openTillWithout();
		edit(till.files.tillFile, (text) =>
			text.replace(
				/^\s*\{/,
				'{"__proto__": {"pinHash": "x", "isAdmin": true, "pollIntervalS": 60}, "constructor": {"prototype": {"ok": true}},',
			),
		);
		const paid = await pay(till.folder, 'PROTO-1');
		expect(paid.lines().at(-1)).toMatchObject({outcome: 'paid', exitCode: 0});
	});
});

describe.concurrent('what is sent out of settings', () => {
	test.each<readonly [string, (till: TestTill) => void]>([
		[
			'a line break in ServicePath',
			(till) =>
				edit(till.files.settingsFile, (text) =>
					text.replace(/^ServicePath=.*$/m, 'ServicePath=/a\u000bX-Evil: 1'),
				),
		],
		[
			'a user name in ServerUrl',
			(till) =>
				edit(till.files.settingsFile, (text) =>
					text.replace(/^ServerUrl=https:\/\//m, 'ServerUrl=https://u:p@'),
				),
		],
		[
			'plain http in ServerUrl',
			(till) => edit(till.files.settingsFile, (text) => text.replace(/^ServerUrl=https/m, 'ServerUrl=http')),
		],
		[
			'letters in AgentId',
			(till) => edit(till.files.settingsFile, (text) => text.replace(/^AgentId=/m, 'AgentId=1 X-Evil: 1 ')),
		],
	])('given %s, then it is refused', async (_name, spoil) => {
		const till = await world.openTillWithout();
		spoil(till);
		await expectRefused(till.folder, 'HEAD-1', 'SETTINGS');
	});

	test('given a dialect’s map with a line break in a header, then it is refused', async () => {
		const till = await world.openTillWithout({dialect: 'wcf-json'});
		mkdirSync(join(till.folder, 'dialects'), {mode: 0o700});
		const map = {headers: {'X-Shop': 'a\r\nX-Evil: 1'}, extraHeaders: {'X-Shop': 'a\r\nX-Evil: 1'}};
		writeFileSync(join(till.folder, 'dialects', 'wcf-json.json'), JSON.stringify(map));
		await expectRefused(till.folder, 'HEAD-2', 'DIALECT_MAP');
	});
});

describe('what is left behind', () => {
	test('given a till that has paid, asked for a PIN and been looked at, then every file in its folder is its owner’s alone', async () => {
		const till: RegisterTill = await world.openTill();
		await pay(till.folder, 'MODE-1');
		await run(['tail', '--till', till.folder]);
		editTill(till, (json) => ({...json, pinHash: null}));
		await run(['settings', 'set', 'ui.sound', 'false', '--till', till.folder]);
		expect(statSync(till.folder).mode & 0o777).toBe(0o700);
		const modes = readdirSync(till.folder, {recursive: true, encoding: 'utf8'})
			.map((name) => ({name, facts: statSync(join(till.folder, name))}))
			.filter(({facts}) => facts.isFile())
			.map(({name, facts}) => `${name} ${(facts.mode & 0o777).toString(8)}`);
		expect(modes.length).toBeGreaterThan(6);
		expect(modes.filter((line) => !line.endsWith(' 600'))).toEqual([]);
	});
});
