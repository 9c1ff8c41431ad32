// A process that stands still, a terminal that takes nothing, clocks that jump: the payment ends as the gateway says.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {rowSeen} from '../e2e/support/journal.ts';
import {bareEnvironment, programFile, start} from '../e2e/support/program.ts';
import {openWorld, orderAt, type World} from '../e2e/support/world.ts';
import {openLiveTerminal} from '../support/live-terminal.ts';
import {buildShim, openClock} from './support/shim.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'qrkassa-shim-'));
const shim = buildShim(folder);

beforeAll(async () => {
	world = await openWorld();
});
afterAll(async () => {
	await world.close();
	rmSync(folder, {recursive: true, force: true});
});

const tenMinutesMs = 600_000;
let clocks = 0;

/** A payment under a clock of its own, at a gateway whose wall clock can be moved along. */
async function payUnderClock(orderId: string, amount: string, timeoutS: number) {
	let gatewayShiftMs = 0;
	const gateway = await world.openGateway({nowMs: () => Date.now() + gatewayShiftMs});
	const till = await world.openTill({gateway});
	clocks += 1;
	const clockFile = join(folder, `clock-${clocks}`);
	const clock = openClock(clockFile);
	const running = start(
		[
			...['pay', '--till', till.folder, '--order', orderId, '--amount', amount, '--method', 'sbp', '--json'],
			...['--timeout', String(timeoutS)],
		],
		{env: shim?.environment({root: till.folder, clockFile}) ?? {}},
	);
	await running.line(({type}) => type === 'qr');
	return {
		gateway,
		till,
		clock,
		running,
		moveGateway: (ms: number) => {
			gatewayShiftMs = ms;
		},
	};
}

describe.skipIf(shim === null).concurrent('a process that stands still for ten minutes', () => {
	test('given a customer who pays meanwhile, when it goes on long after its time, then it looks once more and the end is paid', async () => {
		const {gateway, till, clock, running, moveGateway} = await payUnderClock('S-1', '10.02', 60);
		running.signal('SIGSTOP');
		gateway.control.settle('S-1', 'paid');
		clock.shift({wallMs: tenMinutesMs, monotonicMs: tenMinutesMs});
		moveGateway(tenMinutesMs);
		running.signal('SIGCONT');
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: {state: 'closed'}, exitCode: 0});
		expect(till.register.closedReceipts()).toBe(1);
	});

	test('given nobody who pays, then it is over, and the gateway has confirmed it', async () => {
		const {gateway, clock, running, moveGateway} = await payUnderClock('S-2', '10.02', 60);
		running.signal('SIGSTOP');
		clock.shift({wallMs: tenMinutesMs, monotonicMs: tenMinutesMs});
		moveGateway(tenMinutesMs);
		running.signal('SIGCONT');
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'expired', exitCode: 5});
		expect(['expired', 'cancelled']).toContain(orderAt(gateway, 'S-2')[0]?.status);
	});

	test('given a suspended machine, whose monotonic clock has stood still, then the truth is asked for at once', async () => {
		const {gateway, clock, running, moveGateway} = await payUnderClock('S-3', '10.02', 60);
		running.signal('SIGSTOP');
		gateway.control.settle('S-3', 'paid');
		clock.shift({wallMs: tenMinutesMs});
		moveGateway(tenMinutesMs);
		running.signal('SIGCONT');
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', exitCode: 0});
	});
});

describe.skipIf(shim === null).concurrent('a wall clock that jumps', () => {
	test.each([
		['four minutes on', 240_000],
		['four minutes back', -240_000],
	])('given %s, then the time of the payment is what it was', async (_name, wallMs) => {
		const {clock, running} = await payUnderClock(`W-${wallMs}`, '10.02', 12);
		const before = await running.line(({type}) => type === 'poll');
		clock.shift({wallMs});
		const after = await running.line(({type, n}) => type === 'poll' && Number(n) > Number(before['n']));
		expect(Number(before['remainingS']) - Number(after['remainingS'])).toBeLessThanOrEqual(6);
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'expired', exitCode: 5});
	});

	test('given an hour on, then the gateway refuses the time, and the words give both clocks', async () => {
		const {clock, running} = await payUnderClock('W-1', '10.02', 60);
		clock.shift({wallMs: 3_600_000});
		const broken = await running.line(({status}) => status === 'error');
		expect(broken).toMatchObject({
			error: {
				kind: 'http',
				text: expect.stringMatching(/Часы кассы и шлюза расходятся.*\d\d:\d\d.*\d\d:\d\d/s),
			},
		});
		clock.shift({wallMs: -3_600_000});
		expect(orderAt(world.gateway, 'W-1')).toEqual([]);
		running.signal('SIGTERM');
		expect((await running.ended).code).toBe(6);
	});
});

describe.concurrent('Ctrl-S', () => {
	test.each([
		['the console', 'console'],
		['`pay` on a terminal', 'pay'],
	])(
		'given %s with its output stopped, then the payment goes on to its closed receipt',
		async (_name, way) => {
			const till = await world.openTill();
			const args =
				way === 'pay'
					? ['pay', '--order', 'C-1', '--amount', '10.00', '--method', 'sbp']
					: ['--till', till.folder];
			const line = openLiveTerminal({
				file: process.execPath,
				args: [programFile(), ...args, ...(way === 'pay' ? ['--till', till.folder] : [])],
				env: bareEnvironment(),
			});
			try {
				if (way === 'console') {
					await line.waitFor('Новый платёж');
					line.type('10,00\r\r');
				}
				await rowSeen(till.folder, ({type}) => type === 'order.created');
				line.type('\u0013');
				await rowSeen(till.folder, ({type}) => type === 'receipt.closed');
				expect(till.register.closedReceipts()).toBe(1);
				line.type('\u0011');
				if (way === 'pay') expect((await line.ended).exitCode).toBe(0);
			} finally {
				await line.close();
			}
		},
	);
});
