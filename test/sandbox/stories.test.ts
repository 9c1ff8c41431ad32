// Every story over the wire: the kopecks of the sum choose what happens.
import {afterAll, beforeAll, expect, test} from 'vitest';
import {sandboxStories} from '../../source/sandbox/index.ts';
import {call, orderBody, type Reply} from './raw-till.ts';
import {type Started, start} from './started.ts';

let till: Started;

beforeAll(async () => {
	till = await start({slowMs: 150, latePaidAfterMs: 20_000, processingPastExpiryMs: 90_000});
});
afterAll(() => till.gateway.close());

let orders = 0;

/** An order of 10 rubles and some kopecks, and what can be asked about it. An exchange without an answer is `'no answer'`. */
function orderOf(kopecks: number, other: Readonly<Record<string, unknown>> = {}) {
	const orderId = `ST-${++orders}`;
	const ask = (operation: string, body: unknown): Promise<Reply | 'no answer'> =>
		call(till, operation, body).catch(() => 'no answer' as const);
	return {
		orderId,
		create: () => ask('CreateOrder', orderBody(till, orderId, 1000 + kopecks, other)),
		poll: () => ask('GetStatus', {orderId}),
		cancel: () => ask('CancelOrder', {orderId}),
	};
}

const statusOf = (reply: Reply | 'no answer'): unknown =>
	reply === 'no answer' ? reply : (reply.json?.['status'] ?? reply.status);

async function pollTimes(order: ReturnType<typeof orderOf>, times: number): Promise<readonly unknown[]> {
	const seen: unknown[] = [];
	for (let n = 0; n < times; n++) seen.push(statusOf(await order.poll()));
	return seen;
}

test('given the table of stories, when it is read, then the kopecks 0 to 12 each have a title in both tongues', () => {
	expect(sandboxStories.map((story) => story.kopecks)).toEqual([...Array(13).keys()]);
	for (const {title} of sandboxStories) {
		expect(title.ru).toMatch(/[а-я]/);
		expect(title.en).toMatch(/^[a-z ,]+$/);
	}
});

test.each([0, 13, 50, 99])(
	'given .%i, when it is polled, then it is paid at the third poll and stays so',
	async (kopecks) => {
		const order = orderOf(kopecks);
		expect(statusOf(await order.create())).toBe('waiting');
		expect(await pollTimes(order, 4)).toEqual(['waiting', 'waiting', 'paid', 'paid']);
		expect(await order.poll()).toMatchObject({
			json: {amount: 1000 + kopecks, paidAt: '2026-01-31T09:00:00Z', reason: null},
		});
	},
);

test('given .01, when it is polled, then it is declined at the second poll, with a reason', async () => {
	const order = orderOf(1);
	await order.create();
	expect(await pollTimes(order, 3)).toEqual(['waiting', 'declined', 'declined']);
	expect(await order.cancel()).toMatchObject({
		json: {status: 'declined', paidAt: null, reason: expect.any(String)},
	});
});

test('given .02, when it is polled for as long as it lives, then nobody pays', async () => {
	const order = orderOf(2, {ttlS: 60});
	await order.create();
	expect(await pollTimes(order, 5)).toEqual(Array(5).fill('waiting'));
	till.pass(60);
	expect(statusOf(await order.cancel())).toBe('expired');
});

test('given .03, when status and cancel are asked, then errors come in turn and never an answer', async () => {
	const order = orderOf(3);
	expect(statusOf(await order.create())).toBe('waiting');
	expect(await pollTimes(order, 4)).toEqual([500, 200, 'no answer', 500]);
	const page = await order.cancel();
	expect(page).toMatchObject({status: 200, json: null, contentType: 'text/html'});
	expect(statusOf(await order.cancel())).toBe('no answer');
	expect(statusOf(await order.cancel())).toBe(500);
	expect(till.gateway.orders().at(-1)).toMatchObject({orderId: order.orderId, status: 'waiting'});
});

test('given .03, when its end is set by hand, then the till is told it', async () => {
	const order = orderOf(3);
	await order.create();
	await order.poll();
	expect(till.gateway.control.settle(order.orderId, 'paid')).toBe(true);
	expect(await order.poll()).toMatchObject({
		json: {status: 'paid', amount: 1003, paidAt: expect.any(String)},
	});
	expect(till.gateway.control.settle('nobody', 'paid')).toBe(false);
});

test('given .04, when it is polled, then two errors come, then paid', async () => {
	const order = orderOf(4);
	await order.create();
	expect(await pollTimes(order, 4)).toEqual([500, 200, 'paid', 'paid']);
});

test('given .05, when it is cancelled, then it is paid in that moment', async () => {
	const order = orderOf(5);
	await order.create();
	expect(await pollTimes(order, 5)).toEqual(Array(5).fill('waiting'));
	expect(await order.cancel()).toMatchObject({json: {status: 'paid', amount: 1005}});
	expect(statusOf(await order.poll())).toBe('paid');
});

test('given .05, when nobody cancels, then it runs out of time', async () => {
	const order = orderOf(5, {ttlS: 30});
	await order.create();
	till.pass(30);
	expect(statusOf(await order.poll())).toBe('expired');
	expect(statusOf(await order.cancel())).toBe('expired');
});

test('given .06, when it is created, then the answer is lost, and the same body gets it', async () => {
	const order = orderOf(6);
	expect(await order.create()).toBe('no answer');
	expect(till.gateway.requests().at(-1)).toMatchObject({
		operation: 'CreateOrder',
		orderId: order.orderId,
		answer: 'cut',
	});
	const again = await order.create();
	expect(again).toMatchObject({status: 200, json: {orderId: order.orderId, status: 'waiting'}});
	expect(till.gateway.orders().filter(({orderId}) => orderId === order.orderId)).toHaveLength(1);
	expect(await pollTimes(order, 3)).toEqual(['waiting', 'waiting', 'paid']);
});

test('given .07, when it is created, then it is rejected with code and words, and nothing was made', async () => {
	const order = orderOf(7);
	for (let n = 0; n < 2; n++)
		expect(await order.create()).toMatchObject({
			status: 400,
			json: {error: {code: 'AMOUNT_LIMIT', message: expect.stringMatching(/[а-я]/)}},
		});
	expect(statusOf(await order.poll())).toBe(404);
});

test('given .08, when it is paid, then with another sum, which was not told before', async () => {
	const order = orderOf(8);
	await order.create();
	for (let n = 0; n < 2; n++)
		expect(await order.poll()).toMatchObject({json: {status: 'waiting', amount: 1008}});
	expect(await order.poll()).toMatchObject({json: {status: 'paid', amount: 1007, currency: 'RUB'}});
});

test('given .09, when it is cancelled, then it is cancelled, and 20 s later paid all the same', async () => {
	const order = orderOf(9);
	await order.create();
	expect(statusOf(await order.cancel())).toBe('cancelled');
	till.pass(19);
	expect(statusOf(await order.poll())).toBe('cancelled');
	till.pass(1);
	expect(await order.poll()).toMatchObject({
		json: {status: 'paid', amount: 1009, paidAt: expect.any(String), reason: null},
	});
});

test('given .09, when its time runs out, then 20 s after that it is paid, whoever asks', async () => {
	const order = orderOf(9, {ttlS: 60});
	await order.create();
	till.pass(60);
	expect(statusOf(await order.poll())).toBe('expired');
	till.pass(20);
	expect(till.gateway.orders().at(-1)).toMatchObject({orderId: order.orderId, status: 'paid'});
});

test('given .10, when it is asked about, then it is processing past its time and past a cancel, and paid at last', async () => {
	const order = orderOf(10, {ttlS: 60});
	await order.create();
	expect(await pollTimes(order, 3)).toEqual(['processing', 'processing', 'processing']);
	till.pass(60);
	expect(statusOf(await order.cancel())).toBe('processing');
	till.pass(89);
	expect(statusOf(await order.poll())).toBe('processing');
	till.pass(1);
	expect(await order.poll()).toMatchObject({json: {status: 'paid', amount: 1010}});
});

test('given .11, when it is polled, then every text is hostile and it ends declined', async () => {
	const order = orderOf(11);
	const made = await order.create();
	expect(made).toMatchObject({
		json: {gatewayOrderId: expect.stringContaining('\u001b[2J'), qr: expect.stringMatching(/^[!-~]+$/)},
	});
	expect(await order.poll()).toMatchObject({
		json: {status: 'waiting', paidAt: expect.stringContaining('\u202e')},
	});
	await order.poll();
	const end = await order.poll();
	expect(end).toMatchObject({
		json: {
			orderId: order.orderId,
			status: 'declined',
			amount: 1011,
			paidAt: null,
			reason: expect.stringMatching(/\u001b\]52;.*\u009b.*\u202e[\s\S]*\n[\s\S]*\u2028[\s\S]*\ud800/),
			gatewayOrderId: expect.stringContaining('\u202e'),
		},
	});
	expect(String((end as Reply).json?.['reason']).length).toBeGreaterThan(1500);
});

test('given .11 by WebMoney, when it is created, then its QR is hostile too', async () => {
	const made = await orderOf(11, {system: 'webmoney'}).create();
	expect(made).toMatchObject({json: {qr: expect.stringContaining('\u001b]0;')}});
});

test('given .12, when anything is asked, then each answer takes its time', async () => {
	const order = orderOf(12);
	for (const ask of [order.create, order.poll, order.poll, order.poll]) {
		const beginMs = performance.now();
		await ask();
		// Timers may be a millisecond early.
		expect(performance.now() - beginMs).toBeGreaterThan(148);
	}
	expect(statusOf(await order.poll())).toBe('paid');
});

test('given deliveries ordered by hand, when the next questions come, then they are answered so, one each', async () => {
	const order = orderOf(0);
	await order.create();
	till.gateway.control.deliverNext(
		{type: 'instead', httpStatus: 429, contentType: 'application/json', body: '{}'},
		{type: 'cut'},
	);
	expect(await pollTimes(order, 3)).toEqual([429, 'no answer', 'paid']);
});

test('given silence ordered by hand, when the till gives up, then no answer has come', async () => {
	const order = orderOf(0);
	await order.create();
	till.gateway.control.deliverNext({type: 'silence'});
	const signal = AbortSignal.timeout(100);
	await expect(call(till, 'GetStatus', {orderId: order.orderId}, {tls: {signal}})).rejects.toThrow(/abort/);
	expect(till.gateway.requests().at(-1)).toMatchObject({operation: 'GetStatus', answer: 'silence'});
});

test('given a slow answer under way, when the gateway closes, then it closes at once', async () => {
	const other = await start({slowMs: 60_000}, till.certificates);
	let slow: Promise<unknown> = Promise.resolve();
	await new Promise<void>((resolve) => {
		slow = call(other, 'CreateOrder', orderBody(other, 'SLOW', 1012)).catch(() => 'no answer');
		const look = setInterval(() => {
			if (other.gateway.requests().length === 0) return;
			clearInterval(look);
			resolve();
		}, 5);
	});
	await other.gateway.close();
	expect(await slow).toBe('no answer');
});
