// `pay --json` as a shop's own software calls it: each story of the sandbox to its end, told in lines, exit code and journal.
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {kindsOf, rowsOf} from './support/journal.ts';
import {
	closedReceipt,
	noReceipt,
	pollLine,
	qrLine,
	receiptOff,
	resultLine,
	startedLine,
	told,
} from './support/pay-lines.ts';
import {type Ended, run} from './support/program.ts';
import {askedAbout, openWorld, orderAt, type TestTill, type World} from './support/world.ts';

let world: World;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

const pay = (till: TestTill, orderId: string, amount: string, ...more: readonly string[]): Promise<Ended> =>
	run(['pay', '--till', till.folder, '--order', orderId, '--amount', amount, '--json', ...more]);

const both = ['screen', 'paper'];
const begun = ['payment.started', 'order.created', 'qr.shown'];
const paidAndClosed = ['payment.paid', 'receipt.closing', 'receipt.closed'];

describe.concurrent('the stories of the sandbox', () => {
	test.each([
		{method: 'sbp', dialect: 'qpg1', slot: 2},
		{method: 'webmoney', dialect: 'wcf-json', slot: 3},
		{method: 'wechat', dialect: 'qpg1', slot: 4},
		{method: 'alipay', dialect: 'wcf-json', slot: 5},
	] as const)(
		'.00 given $method over $dialect, when the customer pays, then 0 and one receipt in slot $slot',
		async ({method, dialect, slot}) => {
			const till = await world.openTill({dialect});
			const facts = {orderId: `P00-${method}`, method, amountKopecks: 125_000};
			const ended = await pay(till, facts.orderId, '1250.00', '--method', method);
			expect(told(ended)).toEqual([
				startedLine(facts),
				qrLine(both),
				pollLine(1, 'waiting'),
				pollLine(2, 'waiting'),
				pollLine(3, 'paid'),
				resultLine(facts, {outcome: 'paid', receipt: closedReceipt(1, 3), exitCode: 0}),
			]);
			expect(ended.code).toBe(0);
			expect(kindsOf(till.folder, facts.orderId)).toEqual([
				...begun,
				'status.answered',
				'status.answered',
				...paidAndClosed,
			]);
			expect(orderAt(world.gateway, facts.orderId)).toMatchObject([{system: method, status: 'paid'}]);
			const [receipt, ...others] = till.register.documents().filter((document) => document.type === 3);
			expect(others).toEqual([]);
			const slots = receipt?.slotsKopecks.map((sum, index) => [index + 1, sum]);
			expect(slots?.filter(([, sum]) => sum !== 0)).toEqual([[slot, 125_000]]);
		},
	);

	test('.01 given a refused payment, then 4 with the bank’s reason, and the register has printed no receipt', async () => {
		const till = await world.openTill();
		const facts = {orderId: 'P01', method: 'sbp', amountKopecks: 10_001};
		const ended = await pay(till, 'P01', '100,01', '--method', 'sbp');
		expect(told(ended)).toEqual([
			startedLine(facts),
			qrLine(both),
			pollLine(1, 'waiting'),
			pollLine(2, 'declined'),
			resultLine(facts, {
				outcome: 'declined',
				reason: 'Банк покупателя отклонил платёж',
				receipt: noReceipt,
				exitCode: 4,
			}),
		]);
		expect(ended.code).toBe(4);
		expect(kindsOf(till.folder, 'P01').at(-1)).toBe('payment.declined');
		expect(till.register.closedReceipts()).toBe(0);
	});

	test('.02 given nobody pays, when the time is over, then the gateway is asked to cancel and confirms: 5', async () => {
		const till = await world.openTill({responseTimeoutS: 10});
		const facts = {orderId: 'P02', method: 'sbp', amountKopecks: 10_002};
		const ended = await pay(till, 'P02', '100.02', '--method', 'sbp');
		const [started, qr, ...rest] = told(ended);
		expect([started, qr]).toEqual([startedLine(facts), qrLine(both)]);
		const polls = rest.slice(0, -1);
		expect(polls.length).toBeGreaterThan(5);
		expect(polls).toEqual(polls.map((_poll, index) => pollLine(index + 1, 'waiting')));
		const left = polls.map(({remainingS}) => Number(remainingS));
		expect(left).toEqual(left.toSorted((a, b) => b - a));
		expect(rest.at(-1)).toEqual(
			resultLine(facts, {
				outcome: 'expired',
				reason: expect.stringMatching(/\S/),
				receipt: noReceipt,
				exitCode: 5,
			}),
		);
		expect(ended.code).toBe(5);
		const rows = rowsOf(till.folder, 'P02');
		expect(rows.find(({type}) => type === 'cancel.requested')?.body).toMatchObject({by: 'deadline'});
		expect(rows.at(-1)?.type).toBe('payment.expired');
		expect(askedAbout(world.gateway, 'P02').at(-1)).toBe('CancelOrder');
	});

	test('.03 given errors without end, when one more than allowed has come and the cancel has no answer, then 7', async () => {
		const till = await world.openTill({statusErrorLimit: 1});
		const facts = {orderId: 'P03', method: 'sbp', amountKopecks: 10_003};
		const ended = await pay(till, 'P03', '100.03', '--method', 'sbp');
		expect(told(ended)).toEqual([
			startedLine(facts),
			qrLine(both),
			pollLine(1, 'error', 1),
			pollLine(2, 'error', 2),
			resultLine(facts, {outcome: 'unresolved', reason: 'no-answer', receipt: noReceipt, exitCode: 7}),
		]);
		expect(ended.code).toBe(7);
		const rows = rowsOf(till.folder, 'P03');
		expect(rows.find(({type}) => type === 'cancel.requested')?.body).toMatchObject({by: 'errors'});
		expect(rows.at(-1)?.type).toBe('payment.unresolved');
		expect(askedAbout(world.gateway, 'P03').filter((operation) => operation === 'GetStatus')).toHaveLength(2);
	});

	test('.04 given two errors within the limit, when answers come again, then the count is 0 anew and it is paid', async () => {
		const till = await world.openTill({statusErrorLimit: 2});
		const facts = {orderId: 'P04', method: 'sbp', amountKopecks: 10_004};
		const ended = await pay(till, 'P04', '100.04', '--method', 'sbp');
		expect(told(ended)).toEqual([
			startedLine(facts),
			qrLine(both),
			pollLine(1, 'error', 1),
			pollLine(2, 'error', 2),
			pollLine(3, 'paid', 0),
			resultLine(facts, {outcome: 'paid', receipt: closedReceipt(1, 3), exitCode: 0}),
		]);
		expect(ended.code).toBe(0);
		expect(kindsOf(till.folder, 'P04')).toEqual([
			...begun,
			'status.failed',
			'status.failed',
			'status.answered',
			...paidAndClosed,
		]);
	});

	test('.05 given money in the very moment of the cancel, when the time is over, then it is paid all the same: 0', async () => {
		const till = await world.openTill({responseTimeoutS: 10});
		const facts = {orderId: 'P05', method: 'alipay', amountKopecks: 10_005};
		const ended = await pay(till, 'P05', '100.05', '--method', 'alipay');
		expect(told(ended).at(-1)).toEqual(
			resultLine(facts, {outcome: 'paid', receipt: closedReceipt(1, 3), exitCode: 0}),
		);
		expect(ended.code).toBe(0);
		expect(kindsOf(till.folder, 'P05')).toContain('cancel.requested');
		expect(kindsOf(till.folder, 'P05').slice(-3)).toEqual(paidAndClosed);
	});

	test('.06 given the answer to the creation is lost, then the same body makes no second order, and it is paid', async () => {
		const till = await world.openTill();
		const facts = {orderId: 'P06', method: 'sbp', amountKopecks: 10_006};
		const ended = await pay(till, 'P06', '100.06', '--method', 'sbp');
		expect(told(ended)).toEqual([
			startedLine(facts),
			qrLine(both),
			pollLine(1, 'waiting'),
			pollLine(2, 'waiting'),
			pollLine(3, 'paid'),
			resultLine(facts, {outcome: 'paid', receipt: closedReceipt(1, 3), exitCode: 0}),
		]);
		expect(ended.code).toBe(0);
		const failures = rowsOf(till.folder, 'P06').filter(({type}) => type === 'status.failed');
		expect(failures).toMatchObject([{body: {operation: 'create', errorsInRow: 1}}]);
		const creations = askedAbout(world.gateway, 'P06').filter((operation) => operation === 'CreateOrder');
		expect(creations).toHaveLength(2);
		expect(orderAt(world.gateway, 'P06')).toHaveLength(1);
	});

	test('.07 given a gateway that refuses the order, then 10 with its reason, no QR and no poll', async () => {
		const till = await world.openTill();
		const facts = {orderId: 'P07', method: 'sbp', amountKopecks: 10_007};
		const ended = await pay(till, 'P07', '100.07', '--method', 'sbp');
		expect(told(ended)).toEqual([
			startedLine(facts),
			resultLine(facts, {
				outcome: 'rejected',
				reason: 'Сумма больше разрешённой для этой точки',
				receipt: noReceipt,
				exitCode: 10,
				gatewayOrderId: null,
			}),
		]);
		expect(ended.code).toBe(10);
		expect(kindsOf(till.folder, 'P07')).toEqual(['payment.started', 'order.rejected']);
		expect(askedAbout(world.gateway, 'P07')).toEqual(['CreateOrder']);
	});

	test('.08 given money for another sum, then 9: no receipt, a person decides', async () => {
		const till = await world.openTill();
		const facts = {orderId: 'P08', method: 'sbp', amountKopecks: 10_008};
		const ended = await pay(till, 'P08', '100.08', '--method', 'sbp');
		expect(told(ended).at(-1)).toEqual(
			resultLine(facts, {
				outcome: 'quarantined',
				reason: expect.stringContaining('10007'),
				receipt: noReceipt,
				exitCode: 9,
			}),
		);
		expect(ended.code).toBe(9);
		expect(kindsOf(till.folder, 'P08').at(-1)).toBe('payment.quarantined');
		expect(till.register.closedReceipts()).toBe(0);
	});

	test('.09 given money after the end, when `resolve` asks once more, then it is told as late and its receipt waits: 8', async () => {
		const till = await world.openTill({responseTimeoutS: 10});
		const ended = await pay(till, 'P09', '100.09', '--method', 'sbp');
		expect(ended.code).toBe(5);
		await vi.waitUntil(() => orderAt(world.gateway, 'P09')[0]?.status === 'paid', {timeout: 20_000});
		const later = await run(['resolve', 'P09', '--till', till.folder, '--json']);
		expect(later.lines()).toMatchObject([{type: 'result', orderId: 'P09', outcome: 'paid', reason: 'late'}]);
		expect(later.code).toBe(8);
		expect(kindsOf(till.folder, 'P09').slice(-2)).toEqual(['payment.expired', 'payment.late']);
		expect(till.register.closedReceipts()).toBe(0);
	});

	test('.10 given a bank that takes longer than the order’s time, then it is waited for, and paid: 0', async () => {
		const till = await world.openTill({responseTimeoutS: 10});
		const ended = await pay(till, 'P10', '100.10', '--method', 'sbp');
		const lines = told(ended);
		expect(lines.filter(({status}) => status === 'processing').length).toBeGreaterThan(5);
		expect(lines.at(-1)).toMatchObject({outcome: 'paid', exitCode: 0});
		expect(ended.code).toBe(0);
		expect(kindsOf(till.folder, 'P10')).not.toContain('cancel.requested');
	});

	test('.11 given hostile text in every field, then the payment ends as declined and nothing raw comes out', async () => {
		const till = await world.openTill();
		const ended = await pay(till, 'P11', '100.11', '--method', 'sbp');
		expect(told(ended).at(-1)).toMatchObject({outcome: 'declined', exitCode: 4});
		expect(ended.code).toBe(4);
		expect(`${ended.stdout}${ended.stderr}`).not.toMatch(
			/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/,
		);
	});

	test('.11 given a QR with control characters, then it is refused, the order cancelled, and shown nowhere: 10', async () => {
		const till = await world.openTill();
		const ended = await pay(till, 'P11-W', '100.11', '--method', 'webmoney');
		const lines = told(ended);
		expect(lines.map(({type}) => type)).toEqual(['started', 'result']);
		expect(lines.at(-1)).toMatchObject({outcome: 'rejected', exitCode: 10});
		expect(ended.code).toBe(10);
		expect(kindsOf(till.folder, 'P11-W')).toContain('cancel.requested');
		expect(orderAt(world.gateway, 'P11-W')).toMatchObject([{status: 'cancelled'}]);
	});

	test('.12 given answers slower than the interval, then one question at a time, and paid: 0', async () => {
		const till = await world.openTill();
		const ended = await pay(till, 'P12', '100.12', '--method', 'sbp');
		const lines = told(ended);
		expect(lines.filter(({type}) => type === 'poll')).toEqual([
			pollLine(1, 'waiting'),
			pollLine(2, 'waiting'),
			pollLine(3, 'paid'),
		]);
		expect(ended.code).toBe(0);
		const asked = world.gateway
			.requests()
			.filter(({orderId, operation}) => orderId === 'P12' && operation === 'GetStatus')
			.map(({at}) => Date.parse(at));
		expect(asked).toHaveLength(3);
		expect(Math.min(...asked.slice(1).map((at, index) => at - (asked[index] ?? 0)))).toBeGreaterThan(1400);
	});
});

describe.concurrent('a till without a register', () => {
	test('given no register, when the customer pays, then 0, the receipt is off, and no receipt is in the journal', async () => {
		const till = await world.openTillWithout();
		const facts = {orderId: 'N00', method: 'sbp', amountKopecks: 1200};
		const ended = await pay(till, 'N00', '12', '--method', 'sbp');
		const lines = told(ended);
		expect(lines[1]).toEqual(qrLine(['screen']));
		expect(lines.at(-1)).toEqual(resultLine(facts, {outcome: 'paid', receipt: receiptOff, exitCode: 0}));
		expect(ended.code).toBe(0);
		expect(kindsOf(till.folder, 'N00').filter((kind) => kind.startsWith('receipt.'))).toEqual([]);
	});
});
