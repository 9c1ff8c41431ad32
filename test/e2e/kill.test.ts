// kill -9 wherever it can hurt, then the same call again: one order at the gateway, at most one receipt, the true end.
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {brokenAt, kindsOf} from './support/journal.ts';
import {afterRow, atCommand, atRequest, type KillPoint, msAfterStart} from './support/kill-points.ts';
import {type KillTill, openKillTill} from './support/kill-run.ts';
import {closedReceipt, noReceipt, settledLine} from './support/pay-lines.ts';
import {openWorld, orderAt, type World} from './support/world.ts';

let world: World;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

/** Whatever happened: one order at most, one intent, one receipt at most and none left open, a whole chain. */
function expectWhole(till: KillTill, orderId: string, receipts: number): void {
	expect(orderAt(till.gateway, orderId).length).toBeLessThanOrEqual(1);
	const kinds = kindsOf(till.folder, orderId);
	const count = (kind: string): number => kinds.filter((one) => one === kind).length;
	expect(count('payment.started')).toBe(1);
	expect(count('payment.paid')).toBeLessThanOrEqual(1);
	expect(count('receipt.closed')).toBe(receipts);
	expect(till.register.closedReceipts()).toBe(receipts);
	expect(till.register.state().receipt).toBeNull();
	expect(brokenAt(till.folder)).toBeNull();
}

const paid: readonly (readonly [string, KillPoint])[] = [
	['while the register is looked at, before any intent', atCommand('FC')],
	['while the shift is being opened', atCommand('E0')],
	['with the intent on disk', afterRow('payment.started')],
	['with the order made and its answer on the way', atRequest('CreateOrder')],
	['with the order in the journal', afterRow('order.created')],
	['with the QR slip half loaded', atCommand('DD', 2)],
	['with the QR slip printed', atCommand('DE')],
	['with the QR shown', afterRow('qr.shown')],
	['at the first poll', atRequest('GetStatus', 1)],
	['at the second poll', atRequest('GetStatus', 2)],
	['with the word «paid» on the way', atRequest('GetStatus', 3)],
	['with the poll in the journal', afterRow('status.answered')],
	['with the money in the journal', afterRow('payment.paid')],
	['with the intent to print in the journal', afterRow('receipt.closing')],
	['with the receipt opened', atCommand('8D')],
	['with the line sold', atCommand('FF46')],
	['with the sum asked for', atCommand('89')],
	['with the receipt closed and its answer on the way', atCommand('FF45')],
	['with the receipt closed in the journal', afterRow('receipt.closed')],
	...[90, 1340, 2680].map((ms) => [`${ms} ms after the start`, msAfterStart(ms)] as const),
];

describe.concurrent('a payment that the customer pays, killed', () => {
	test.each(paid)('%s: the same call again ends paid, with one receipt', async (_name, point) => {
		const till = await openKillTill(world);
		const order = {orderId: 'K-1', amount: '125.00'};
		await till.payAndKill(order, point);
		const again = await till.pay(order);
		expect(again.lines().at(-1)).toMatchObject({
			type: 'result',
			outcome: 'paid',
			receipt: closedReceipt(1, 3),
			exitCode: 0,
		});
		expect(again.code).toBe(0);
		expectWhole(till, 'K-1', 1);
		expect(orderAt(till.gateway, 'K-1')).toMatchObject([{status: 'paid', amountKopecks: 12_500}]);
	});

	test.each([
		['at the close, then while it is settled', atCommand('FF45'), atCommand('FF0A')],
		['at the creation, then at the creation again', atRequest('CreateOrder'), atRequest('CreateOrder')],
	])('%s: the third call ends paid, with one receipt', async (_name, first, second) => {
		const till = await openKillTill(world);
		const order = {orderId: 'K-2', amount: '125.00'};
		await till.payAndKill(order, first);
		await till.payAndKill(order, second);
		const again = await till.pay(order);
		expect(again.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: closedReceipt(1, 3)});
		expect(again.code).toBe(0);
		expectWhole(till, 'K-2', 1);
	});

	test('at the line, then at the second opening: made anew by itself no third time, and `resolve` closes it', async () => {
		const till = await openKillTill(world);
		const order = {orderId: 'K-2', amount: '125.00'};
		await till.payAndKill(order, atCommand('FF46'));
		await till.payAndKill(order, atCommand('8D'));
		const again = await till.pay(order);
		expect(again.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: {state: 'failed'}});
		expect(again.code).toBe(8);
		expectWhole(till, 'K-2', 0);
		const resolved = await till.resolve();
		expect(resolved.lines()).toMatchObject([{outcome: 'paid', receipt: closedReceipt(1, 3)}]);
		expect(resolved.code).toBe(0);
		expectWhole(till, 'K-2', 1);
	});
});

describe.concurrent('a payment that ends otherwise, killed', () => {
	test.each([
		['.01, at the refusal', '10.01', atRequest('GetStatus', 2), false, 4, 'declined'],
		['.04, after the first error', '10.04', afterRow('status.failed'), false, 0, 'paid'],
		['.06, with the first answer lost', '10.06', atRequest('CreateOrder'), false, 0, 'paid'],
		['.07, at the rejection', '10.07', atRequest('CreateOrder'), false, 10, 'rejected'],
		['.08, at the other sum', '10.08', atRequest('GetStatus', 3), false, 9, 'quarantined'],
		['.02, with the intent to cancel', '10.02', afterRow('cancel.requested'), true, 6, 'cancelled'],
		['.02, with the cancel on the way', '10.02', atRequest('CancelOrder'), true, 6, 'cancelled'],
		['.05, with money in that moment', '10.05', atRequest('CancelOrder'), true, 0, 'paid'],
	] as const)(
		'%s: the same call again tells the true end',
		async (_name, amount, point, isStopped, exitCode, outcome) => {
			const till = await openKillTill(world);
			const order = {orderId: 'K-3', amount};
			const killed = await till.payAndKill(order, point, {isStopped});
			expect(killed.signal).toBe('SIGKILL');
			const again = await till.pay(order);
			expect(again.lines().at(-1)).toMatchObject({type: 'result', outcome, exitCode});
			expect(again.code).toBe(exitCode);
			expectWhole(till, 'K-3', exitCode === 0 ? 1 : 0);
		},
	);
});

describe.concurrent('another payment after a crash', () => {
	test.each([
		['before the order was made', afterRow('payment.started'), 'cancelled', noReceipt],
		['with the order made', afterRow('order.created'), 'cancelled', noReceipt],
		['with the money in the journal', afterRow('payment.paid'), 'paid', closedReceipt(1, 3)],
		['with the receipt opened', atCommand('8D'), 'paid', closedReceipt(1, 3)],
	] as const)(
		'given one killed %s, when the next customer pays, then the first is settled and told, and nothing stays open',
		async (_name, point, outcome, receipt) => {
			const till = await openKillTill(world);
			await till.payAndKill({orderId: 'K-OLD', amount: '125.00'}, point);
			const next = await till.pay({orderId: 'K-NEW', amount: '60.00'});
			const [settled, started, ...rest] = next.lines();
			expect(settled).toEqual(settledLine('K-OLD', outcome, receipt));
			expect(started).toMatchObject({type: 'started', orderId: 'K-NEW'});
			const before = outcome === 'paid' ? 1 : 0;
			expect(rest.at(-1)).toMatchObject({
				orderId: 'K-NEW',
				outcome: 'paid',
				receipt: closedReceipt(before + 1, before + 3),
			});
			expect(next.code).toBe(0);
			expect(till.register.closedReceipts()).toBe(before + 1);
			const left = await till.resolve();
			expect([left.lines(), left.code]).toEqual([[], 0]);
		},
	);

	test.each([
		['with the QR shown', afterRow('qr.shown'), 'cancelled', 6, 0],
		['with the receipt closed', atCommand('FF45'), 'paid', 0, 1],
	] as const)(
		'given one killed %s, when `resolve` is called, then it is brought to its end',
		async (_name, point, outcome, exitCode, receipts) => {
			const till = await openKillTill(world);
			await till.payAndKill({orderId: 'K-R', amount: '125.00'}, point);
			const resolved = await till.resolve();
			expect(resolved.lines()).toMatchObject([{type: 'result', orderId: 'K-R', outcome, exitCode}]);
			expect(resolved.code).toBe(0);
			expectWhole(till, 'K-R', receipts);
			const named = await till.resolve('K-R');
			expect(named.code).toBe(exitCode);
		},
	);
});
