// Signals, lost readers and a second process: what may happen to a process while it carries money.
import {existsSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openLiveTerminal} from '../support/live-terminal.ts';
import {kindsOf, rowsOf} from './support/journal.ts';
import {closedReceipt, errorLine, noReceipt, resultLine} from './support/pay-lines.ts';
import {bareEnvironment, programFile, type Running, run, start} from './support/program.ts';
import {askedAbout, openWorld, orderAt, type TestTill, type World} from './support/world.ts';

let world: World;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

const payCall = (till: TestTill, orderId: string, amount: string): readonly string[] => [
	...['pay', '--till', till.folder, '--method', 'sbp', '--json'],
	...['--order', orderId, '--amount', amount],
];

const isQr = ({type}: {readonly type: string}): boolean => type === 'qr';
const isPoll = ({type}: {readonly type: string}): boolean => type === 'poll';

describe.concurrent('a stop signal', () => {
	test.each(['SIGINT', 'SIGTERM'] as const)(
		'given %s while nobody has paid, then the gateway is asked to cancel, and its confirmation is the end: 6',
		async (name) => {
			const till = await world.openTill();
			const facts = {orderId: `S-${name}`, method: 'sbp', amountKopecks: 1202};
			const running = start(payCall(till, facts.orderId, '12.02'));
			await running.line(isQr);
			running.signal(name);
			const ended = await running.ended;
			expect(ended.lines().at(-1)).toEqual(
				resultLine(facts, {outcome: 'cancelled', reason: 'signal', receipt: noReceipt, exitCode: 6}),
			);
			expect(ended.code).toBe(6);
			expect(orderAt(world.gateway, facts.orderId)).toMatchObject([{status: 'cancelled'}]);
			const rows = rowsOf(till.folder, facts.orderId);
			expect(rows.find(({type}) => type === 'cancel.requested')?.body).toMatchObject({by: 'signal'});
			expect(rows.at(-1)?.type).toBe('payment.cancelled');
		},
	);

	test('given money in the moment of the cancel, then it is paid whatever the signal wanted, receipt and all: 0', async () => {
		const till = await world.openTill();
		const running = start(payCall(till, 'S-RACE', '12.05'));
		await running.line(isPoll);
		running.signal('SIGTERM');
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: closedReceipt(1, 3), exitCode: 0});
		expect(ended.code).toBe(0);
		expect(till.register.closedReceipts()).toBe(1);
	});

	test('given a bank that is still at it, then the end is waited for no longer than ten seconds: 7, and `resolve` learns of it', async () => {
		const gateway = await world.openGateway({processingPastExpiryMs: 3_600_000});
		const till = await world.openTill({gateway});
		const running = start(payCall(till, 'S-BANK', '12.10'));
		await running.line(({status}) => status === 'processing');
		const stoppedMs = performance.now();
		running.signal('SIGINT');
		const ended = await running.ended;
		expect(performance.now() - stoppedMs).toBeLessThan(15_000);
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'unresolved', reason: 'processing', exitCode: 7});
		expect(ended.code).toBe(7);
		gateway.control.settle('S-BANK', 'paid');
		const resolved = await run(['resolve', '--till', till.folder, '--json']);
		expect(resolved.lines()).toMatchObject([
			{orderId: 'S-BANK', outcome: 'paid', receipt: closedReceipt(1, 3)},
		]);
		expect(resolved.code).toBe(0);
	});

	test('given signals over and over, then there is one cancel and one end', async () => {
		const till = await world.openTill();
		const running = start(payCall(till, 'S-MANY', '12.02'));
		await running.line(isQr);
		for (const name of ['SIGTERM', 'SIGINT', 'SIGTERM', 'SIGINT'] as const) running.signal(name);
		const ended = await running.ended;
		expect(ended.code).toBe(6);
		expect(kindsOf(till.folder, 'S-MANY').filter((kind) => kind === 'cancel.requested')).toHaveLength(1);
	});

	test('given a signal while the receipt is printed, then it is closed all the same: 0', async () => {
		let printing = (): void => undefined;
		const till = await world.openTill({
			register: {onCommand: ({code}) => code === '8D' && printing()},
		});
		const running = start(payCall(till, 'S-PRINT', '12.00'));
		printing = () => running.signal('SIGTERM');
		const ended = await running.ended;
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: closedReceipt(1, 3), exitCode: 0});
		expect(ended.code).toBe(0);
		expect(askedAbout(world.gateway, 'S-PRINT')).not.toContain('CancelOrder');
	});

	test('given a dropped line (SIGHUP), then the payment goes on to its end: 0', async () => {
		const till = await world.openTill();
		const running = start(payCall(till, 'S-HUP', '12.00'));
		await running.line(isQr);
		running.signal('SIGHUP');
		const ended = await running.ended;
		expect(ended.code).toBe(0);
		expect(kindsOf(till.folder, 'S-HUP')).not.toContain('cancel.requested');
		expect(till.register.closedReceipts()).toBe(1);
	});
});

describe.concurrent('a reader that goes away', () => {
	test.each([
		['standard output', (running: Running) => running.child.stdout.destroy()],
		['standard error', (running: Running) => running.child.stderr.destroy()],
		[
			'both',
			(running: Running) => {
				running.child.stdout.destroy();
				running.child.stderr.destroy();
			},
		],
	])('given nobody reads %s any more, then the payment goes on to its end: 0', async (name, goAway) => {
		const till = await world.openTill();
		const orderId = `S-PIPE-${name.length}`;
		const running = start(payCall(till, orderId, '12.00'));
		await running.line(isQr);
		goAway(running);
		const ended = await running.ended;
		expect(ended.code).toBe(0);
		expect(kindsOf(till.folder, orderId).at(-1)).toBe('receipt.closed');
		expect(till.register.closedReceipts()).toBe(1);
	});
});

describe.concurrent('a second process on the same till', () => {
	test('given a payment under way, when others come, then 11 and who holds it since when; what only reads is served', async () => {
		const till = await world.openTill();
		const first = start(payCall(till, 'S-HELD', '12.02'));
		await first.line(isQr);
		const holder = expect.stringMatching(
			new RegExp(`pay, .*${first.pid}, .*20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.`),
		);
		const second = await run(payCall(till, 'S-SECOND', '12.00'));
		expect(second.lines()).toEqual([errorLine(11, 'HELD', holder)]);
		expect(second.code).toBe(11);
		expect(second.stderr).toEqual(holder);
		const resolve = await run(['resolve', '--till', till.folder, '--json']);
		expect(resolve.lines()).toEqual([errorLine(11, 'HELD', holder)]);
		expect(resolve.code).toBe(11);
		const settings = await run(['settings', 'get', 'PosId', '--till', till.folder]);
		expect([settings.code, settings.stdout]).toEqual([0, `${world.access.posId}\n`]);
		expect(askedAbout(world.gateway, 'S-SECOND')).toEqual([]);
		expect(rowsOf(till.folder, 'S-SECOND')).toEqual([]);
		first.signal('SIGTERM');
		expect((await first.ended).code).toBe(6);
	});

	test('given a holder that was killed, when the next one comes, then the till is free at once', async () => {
		const till = await world.openTill();
		const first = start(payCall(till, 'S-DEAD', '12.00'));
		await first.line(isQr);
		first.signal('SIGKILL');
		await first.ended;
		const second = await run(payCall(till, 'S-DEAD', '12.00'));
		expect(second.code).toBe(0);
	});

	test('given a console on the till, when a second console and a payment come, then 11 with the console’s name; once it is left, the till is free', async () => {
		const till = await world.openTill();
		const open = () =>
			openLiveTerminal({
				file: process.execPath,
				args: [programFile(), '--till', till.folder],
				env: bareEnvironment(),
			});
		const first = open();
		try {
			await first.waitFor('Новый платёж');
			const holder = new RegExp(`${first.pid}.*20\\d\\d`, 's');
			const second = open();
			try {
				expect((await second.ended).exitCode).toBe(11);
				expect(second.output()).toMatch(holder);
				expect(second.output()).not.toContain('\u001b[?1049h');
			} finally {
				await second.close();
			}
			const payment = await run(payCall(till, 'S-CONSOLE', '12.00'));
			expect(payment.lines()).toEqual([errorLine(11, 'HELD', expect.stringMatching(holder))]);
			expect(payment.lines()[0]?.['text']).toMatch(/console|консоль/);
			expect(payment.code).toBe(11);
			first.type('\u001b[21~');
			expect((await first.ended).exitCode).toBe(0);
		} finally {
			await first.close();
		}
		const free = await run(payCall(till, 'S-CONSOLE', '12.01'));
		expect(free.code).toBe(4);
	});
});

describe.concurrent('the sandbox as a process', () => {
	test('given SIGTERM, then it ends with 0, and its own till is gone', async () => {
		const sandbox = start(['sandbox']);
		await sandbox.says('Ctrl-C');
		await sandbox.says(/till {2,}qrkassa --till (\S+)/);
		sandbox.signal('SIGTERM');
		const ended = await sandbox.ended;
		expect(ended.code).toBe(0);
		const folder = /--till (\S+)/.exec(ended.stdout)?.[1] ?? '';
		expect(folder).not.toBe('');
		expect(existsSync(folder)).toBe(false);
	});
});
