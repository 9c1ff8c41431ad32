// `pay --json` while the network breaks under its polls: each break is one error of the right kind, in words, and the payment lives.
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {makeCertificates, type SandboxCertificates, startSandboxGateway} from '../../source/sandbox/index.ts';
import {run, start} from '../e2e/support/program.ts';
import {edit, openWorld, type World} from '../e2e/support/world.ts';
import {chanceOf} from '../torture/support/chance.ts';
import {type NetworkProxy, startProxy} from './proxy.ts';

let world: World;
let stranger: SandboxCertificates;
const proxies: NetworkProxy[] = [];

beforeAll(async () => {
	world = await openWorld();
	stranger = await makeCertificates({posId: world.access.posId});
});
afterAll(async () => {
	await Promise.all(proxies.map((proxy) => proxy.close()));
	await world.close();
});

/** A till whose way to its gateway leads through a proxy. `onOrder`: the order is made, its answer not yet sent. */
async function openTill(onOrder: (proxy: NetworkProxy) => void = () => undefined) {
	const gateway = await world.openGateway({
		onRequest: ({operation}) => {
			// Once the answer is through.
			if (operation === 'CreateOrder') setTimeout(() => onOrder(proxy), 300);
		},
	});
	const proxy = await startProxy(gateway);
	proxies.push(proxy);
	const till = await world.openTillWithout({gateway});
	edit(till.files.settingsFile, (text) => text.replace(gateway.url, `https://127.0.0.1:${proxy.port}`));
	return {till, proxy, gateway};
}

type Break = readonly [name: string, breakIt: (proxy: NetworkProxy) => unknown, kind: string, words: RegExp];

const breaks: readonly Break[] = [
	['a gateway that is down', (proxy) => proxy.listen(false), 'connect', /не принимает соединения/],
	[
		'a reset in the handshake',
		(proxy) => {
			proxy.now(() => ({type: 'reset'}));
			proxy.way = {type: 'resetAfterDown', bytes: 700};
		},
		'tls',
		/посреди рукопожатия/,
	],
	[
		'a line that is half-open',
		(proxy) => proxy.now(() => ({type: 'silent'})),
		'timeout',
		/вовремя не ответил/,
	],
	[
		'one byte a second',
		(proxy) => {
			proxy.now(() => ({type: 'reset'}));
			proxy.way = {type: 'slow', bytesPerS: 1};
		},
		'timeout',
		/не закончил рукопожатие/,
	],
];

describe.concurrent('a network that breaks under the polls', () => {
	test.each(breaks)(
		'given %s, then one poll says so in its kind and its words, and the payment goes on to paid',
		async (_name, breakIt, kind, words) => {
			const {till, proxy} = await openTill(breakIt);
			const running = start([
				...['pay', '--till', till.folder, '--order', 'N-1', '--amount', '10.00', '--method', 'sbp', '--json'],
			]);
			const broken = await running.line(({status}) => status === 'error');
			expect(broken).toMatchObject({error: {kind, text: expect.stringMatching(words)}});
			proxy.way = {type: 'through'};
			if (_name === 'a gateway that is down') await proxy.listen(true);
			const ended = await running.ended;
			const errors = ended.lines().filter(({status}) => status === 'error');
			expect(errors.length).toBeLessThanOrEqual(3);
			expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', exitCode: 0});
		},
	);

	test('given a stranger behind the gateway’s address, then nothing is asked of it, it is named, and the payment goes on', async () => {
		const rogue = await startSandboxGateway({access: world.access, certificates: stranger});
		const {till, proxy, gateway} = await openTill((own) => {
			own.target = rogue;
			own.now(() => ({type: 'reset'}));
		});
		const running = start([
			...['pay', '--till', till.folder, '--order', 'N-2', '--amount', '10.00', '--method', 'sbp', '--json'],
		]);
		const broken = await running.line(({status}) => status === 'error');
		expect(broken).toMatchObject({error: {kind: 'tls', text: expect.stringMatching(/неизвестным центром/)}});
		expect(rogue.requests().filter(({operation}) => operation !== 'TLS')).toEqual([]);
		proxy.target = gateway;
		expect((await running.ended).code).toBe(0);
		await rogue.close();
	});

	test('given three of ten requests lost, then three payments of three are paid, none twice', async () => {
		const {till, proxy, gateway} = await openTill();
		// How many losses fall in a row is the machine's affair: here none of them may end the polling.
		edit(till.files.settingsFile, (text) => text.replace(/^StatusErrorLimit=.*$/m, 'StatusErrorLimit=100'));
		const chance = chanceOf('three of ten');
		const broken = setInterval(() => {
			const isLost = chance.below(10) < 3;
			proxy.way = {type: isLost ? 'reset' : 'through'};
			if (isLost) proxy.now(() => ({type: 'reset'}));
		}, 40);
		for (let n = 1; n <= 3; n += 1) {
			const ended = await run([
				...[
					'pay',
					'--till',
					till.folder,
					'--order',
					`L-${n}`,
					'--amount',
					'10.00',
					'--method',
					'sbp',
					'--json',
				],
			]);
			expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', exitCode: 0});
		}
		clearInterval(broken);
		expect(gateway.orders().map(({status}) => status)).toEqual(['paid', 'paid', 'paid']);
	});

	test.each([
		['a name that is nowhere', 'https://gateway.invalid', /Имя сервера не найдено|Служба имён/],
		['a port where nobody listens', 'https://127.0.0.1:9', /не принимает соединения/],
	])(
		'given %s from the start, then the end is not known and the journal names the place',
		async (_name, url, words) => {
			const {till, gateway} = await openTill();
			edit(till.files.settingsFile, (text) =>
				text
					.replace(/^ServerUrl=.*$/m, `ServerUrl=${url}`)
					.replace(/^StatusErrorLimit=.*$/m, 'StatusErrorLimit=0'),
			);
			const ended = await run([
				...['pay', '--till', till.folder, '--order', 'D-1', '--amount', '10.00', '--method', 'sbp', '--json'],
			]);
			expect(ended.code).toBe(7);
			expect(gateway.orders()).toEqual([]);
			const told = await run(['tail', '--till', till.folder]);
			expect(told.stdout).toMatch(words);
		},
	);
});
