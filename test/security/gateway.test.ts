// A gateway (or whoever stands in its place) that wants more than its due: through `pay`, on a till with a register.
import {readFileSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {run, start} from '../e2e/support/program.ts';
import {openWorld, type World} from '../e2e/support/world.ts';

let world: World;
beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

const call = (folder: string, orderId: string): readonly string[] => [
	...['pay', '--till', folder, '--order', orderId, '--amount', '10.00', '--method', 'sbp', '--json'],
];

const json = 'application/json; charset=utf-8';

describe.concurrent('answers that are attacks', () => {
	test.each<readonly [string, string, RegExp]>([
		['JSON of depth 30 000', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, /JSON|поле/],
		['JSON of depth 100 000', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, /64 КиБ/],
		['a megabyte', JSON.stringify({orderId: 'x', pad: 'A'.repeat(1024 * 1024)}), /64 КиБ/],
		[
			'a status hidden in __proto__',
			'{"__proto__":{"orderId":"ATT-3","gatewayOrderId":"x","system":"sbp","status":"paid","amount":1000,"currency":"RUB","paidAt":null,"reason":null}}',
			/нет поля/,
		],
		[
			'a status hidden in constructor',
			'{"constructor":{"prototype":{"status":"paid"}},"orderId":"ATT-4"}',
			/нет поля/,
		],
	])('given %s to a poll, then it is one technical error and nothing else', async (name, body, words) => {
		const gateway = await world.openGateway();
		const till = await world.openTill({gateway});
		const orderId = `ATT-${name.length}`;
		const running = start(call(till.folder, orderId));
		await running.line(({type}) => type === 'qr');
		gateway.control.deliverNext({type: 'instead', httpStatus: 200, contentType: json, body});
		const broken = await running.line(({status}) => status === 'error');
		expect(broken).toMatchObject({errorsInRow: 1, error: {kind: 'body', text: expect.stringMatching(words)}});
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: {state: 'closed'}});
		expect(till.register.closedReceipts()).toBe(1);
	});

	test.each([
		['another host', 'https://qr.nspk.ru.evil.com/AS1000?type=02&sum=1000&cur=RUB'],
		['a user name before another host', 'https://qr.nspk.ru@evil.com/AS1000?sum=1000&cur=RUB'],
		['another sum', 'https://qr.nspk.ru/AS1000?type=02&sum=100000&cur=RUB'],
		['another scheme', 'javascript:alert(1)'],
		['an escape sequence', 'https://qr.nspk.ru/AS1000?sum=1000&cur=RUB\u001b]0;x\u0007'],
	])(
		'given a QR with %s, then nobody sees it, nothing is printed, and the order is cancelled at the gateway',
		async (name, qr) => {
			const gateway = await world.openGateway();
			const till = await world.openTill({gateway});
			const orderId = `SWAP-${name.length}`;
			const body = JSON.stringify({
				orderId,
				gatewayOrderId: 'G-1',
				status: 'waiting',
				qr,
				expiresAt: new Date(Date.now() + 180_000).toISOString(),
			});
			gateway.control.deliverNext({type: 'instead', httpStatus: 200, contentType: json, body});
			const ended = await run(call(till.folder, orderId));
			expect(ended.lines().map(({type}) => type)).not.toContain('qr');
			expect(ended.lines().at(-1)).toMatchObject({outcome: 'rejected', exitCode: 10});
			expect(ended.stdout + ended.stderr).not.toMatch(/evil\.com|javascript:/);
			expect(till.register.tape().join('\n')).not.toMatch(/evil|AS1000/);
			expect(gateway.orders()).toMatchObject([{status: 'cancelled'}]);
		},
	);
});

describe('secrets of a running process', () => {
	test.runIf(process.platform === 'linux')(
		'given a payment under way, then neither arguments, environment nor title of its process hold a secret',
		async () => {
			const till = await world.openTill();
			const running = start([...call(till.folder, 'PROC-1')]);
			await running.line(({type}) => type === 'qr');
			const seen = ['cmdline', 'environ', 'comm', 'status']
				.map((name) => readFileSync(`/proc/${running.pid}/${name}`, 'latin1'))
				.join('\n');
			expect(seen).toContain('PROC-1');
			expect(seen).not.toContain(world.access.agentKey);
			expect(seen).not.toContain(world.certificates.client.password);
			await running.ended;
		},
	);

	test('given `settings set AgentKey -`, then the key comes from standard input and is repeated nowhere', async () => {
		const till = await world.openTillWithout();
		const key = 'a-new-key-0f9d';
		const set = ['settings', 'set', 'AgentKey', '-', '--till', till.folder];
		const ended = await run(set, {stdin: `${key}\n`});
		expect(ended.code).toBe(0);
		expect(ended.stdout + ended.stderr).not.toContain(key);
		expect(readFileSync(till.files.settingsFile, 'utf8')).toContain(`AgentKey=${key}`);
		const onLine = await run(['settings', 'set', 'AgentKey', 'b-key', '--till', till.folder]);
		expect(onLine.stderr).toMatch(/виден всем на этой машине/);
	});
});
