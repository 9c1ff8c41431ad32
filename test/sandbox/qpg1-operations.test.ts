// Every operation of qpg1: shapes, idempotency, burnt ids, time to live, refunds, pages.
import {afterAll, beforeAll, expect, test} from 'vitest';
import {call, orderBody, type Reply} from './raw-till.ts';
import {type Started, start} from './started.ts';

let till: Started;

beforeAll(async () => {
	till = await start();
});
afterAll(() => till.gateway.close());

let orders = 0;
const newId = (): string => `T-${++orders}`;
const create = (orderId: string, amount: number, other?: Readonly<Record<string, unknown>>) =>
	call(till, 'CreateOrder', orderBody(till, orderId, amount, other));
const errorOf = (reply: Reply): unknown => [reply.status, Reflect.get(Object(reply.json?.['error']), 'code')];

/** An order that is paid: created, and asked about three times. */
async function paidOrder(amount = 125_000): Promise<string> {
	const orderId = newId();
	await create(orderId, amount);
	for (let poll = 0; poll < 3; poll++) await call(till, 'GetStatus', {orderId});
	return orderId;
}

test('given a good body, when an order is made, then it waits and has a QR until its time is over', async () => {
	const {status, json} = await create('A.b_C-1', 125_000);
	expect(status).toBe(200);
	expect(json).toEqual({
		orderId: 'A.b_C-1',
		gatewayOrderId: expect.stringMatching(/^SBX-[0-9a-f]{16}$/),
		status: 'waiting',
		qr: expect.stringMatching(
			/^https:\/\/qr\.example\/[A-Z0-9]{32}\?type=02&bank=100000000000&sum=125000&cur=RUB&crc=[0-9A-F]{4}$/,
		),
		expiresAt: new Date(till.nowMs() + 180_000).toISOString().replace('.000Z', 'Z'),
	});
});

test('given an order, when its status is asked, then all fields of the contract are there', async () => {
	const orderId = newId();
	const made = await create(orderId, 100, {system: 'alipay'});
	expect((await call(till, 'GetStatus', {orderId})).json).toEqual({
		orderId,
		gatewayOrderId: made.json?.['gatewayOrderId'],
		system: 'alipay',
		status: 'waiting',
		amount: 100,
		currency: 'RUB',
		paidAt: null,
		reason: null,
	});
});

test('given an order that was made, when the same body comes again, then the same answer with the present status', async () => {
	const orderId = await paidOrder();
	const first = till.gateway.orders().find((order) => order.orderId === orderId);
	const again = await create(orderId, 125_000);
	expect(again.status).toBe(200);
	expect(again.json).toMatchObject({orderId, status: 'paid', qr: first?.qr});
	expect(again.json?.['gatewayOrderId']).toBe(first?.gatewayOrderId);
});

test.each([
	['another amount', {amount: 5}],
	['another description', {description: 'Другой'}],
	['another time to live', {ttlS: 181}],
])('given an order that was made, when its id comes with %s, then CONFLICT', async (_name, other) => {
	const orderId = newId();
	await create(orderId, 125_000);
	expect(errorOf(await create(orderId, 125_000, other))).toEqual([409, 'CONFLICT']);
});

test('given an order that was made, when its body comes with its fields in another order, then CONFLICT', async () => {
	const orderId = newId();
	await create(orderId, 125_000);
	const turned = Object.fromEntries(Object.entries(orderBody(till, orderId, 125_000)).reverse());
	expect(errorOf(await call(till, 'CreateOrder', turned))).toEqual([409, 'CONFLICT']);
});

test('given an id that nobody knows, when it is cancelled, then NOT_FOUND, and no order can be made under it any more', async () => {
	const orderId = newId();
	expect(errorOf(await call(till, 'CancelOrder', {orderId}))).toEqual([404, 'NOT_FOUND']);
	expect(errorOf(await create(orderId, 125_000))).toEqual([409, 'CONFLICT']);
	expect(errorOf(await call(till, 'GetStatus', {orderId}))).toEqual([404, 'NOT_FOUND']);
	expect(errorOf(await call(till, 'CancelOrder', {orderId}))).toEqual([404, 'NOT_FOUND']);
	expect(till.gateway.orders().some((order) => order.orderId === orderId)).toBe(false);
});

test('given an id that nobody knows, when its status is asked, then NOT_FOUND, and an order can still be made', async () => {
	const orderId = newId();
	expect(errorOf(await call(till, 'GetStatus', {orderId}))).toEqual([404, 'NOT_FOUND']);
	expect((await create(orderId, 125_000)).status).toBe(200);
});

test('given a waiting order, when it is cancelled, then it is cancelled, and stays so', async () => {
	const orderId = newId();
	await create(orderId, 125_000);
	expect((await call(till, 'CancelOrder', {orderId})).json).toMatchObject({
		status: 'cancelled',
		paidAt: null,
	});
	for (let poll = 0; poll < 4; poll++)
		expect((await call(till, 'GetStatus', {orderId})).json).toMatchObject({status: 'cancelled'});
});

test('given a paid order, when it is cancelled, then the answer says paid', async () => {
	const orderId = await paidOrder();
	expect((await call(till, 'CancelOrder', {orderId})).json).toMatchObject({
		status: 'paid',
		amount: 125_000,
		paidAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
	});
});

test('given a time to live of 60 s, when it is over, then the order is expired and not a moment before', async () => {
	const [early, late] = [newId(), newId()];
	await create(early, 102, {ttlS: 60});
	await create(late, 102, {ttlS: 60});
	till.pass(59);
	expect((await call(till, 'GetStatus', {orderId: early})).json).toMatchObject({status: 'waiting'});
	till.pass(1);
	expect((await call(till, 'GetStatus', {orderId: early})).json).toMatchObject({status: 'expired'});
	expect((await call(till, 'CancelOrder', {orderId: late})).json).toMatchObject({status: 'expired'});
});

test.each([
	['orderId', ''],
	['orderId', 'a b'],
	['orderId', 'x'.repeat(65)],
	['orderId', 12],
	['posId', 'N200'],
	['agentId', 1001],
	['agentId', '1002'],
	['crsId', 12],
	['crsId', ''],
	['wmid', 0],
	['wmid', '123'],
	['system', 'SBP'],
	['system', 'toString'],
	['amount', 0],
	['amount', -1],
	['amount', 1250.5],
	['amount', '125000'],
	['amount', 10_000_000_000],
	['currency', 'USD'],
	['currency', 'rub'],
	['ttlS', 9],
	['ttlS', 3601],
	['ttlS', '180'],
	['description', null],
])('given the field %s as %j, when an order is made, then 400 names the field', async (field, value) => {
	const reply = await create(newId(), 125_000, {[field]: value});
	expect(errorOf(reply)).toEqual([400, 'BAD_REQUEST']);
	expect(Reflect.get(Object(reply.json?.['error']), 'message')).toContain(`${field}:`);
});

test.each(
	Object.keys({
		orderId: 0,
		posId: 0,
		agentId: 0,
		crsId: 0,
		wmid: 0,
		system: 0,
		amount: 0,
		currency: 0,
		ttlS: 0,
		description: 0,
	}),
)('given no field %s, when an order is made, then 400 names the field', async (field) => {
	const {[field]: _gone, ...body} = orderBody(till, newId(), 125_000);
	const reply = await call(till, 'CreateOrder', body);
	expect(errorOf(reply)).toEqual([400, 'BAD_REQUEST']);
	expect(Reflect.get(Object(reply.json?.['error']), 'message')).toContain(`${field}:`);
});

test.each([
	['no JSON', Buffer.from('{"orderId":')],
	['an array', Buffer.from('[]')],
	['null', Buffer.from('null')],
	['nothing', Buffer.alloc(0)],
	['Windows-1251', Buffer.from([0x7b, 0x22, 0xcf, 0x22, 0x3a, 0x31, 0x7d])],
	['brackets 30 000 deep', Buffer.from('['.repeat(30_000))],
])('given %s as a body, when the status is asked, then 400', async (_name, bodyBytes) => {
	expect(errorOf(await call(till, 'GetStatus', null, {bodyBytes}))).toEqual([400, 'BAD_REQUEST']);
});

test.each(['GetStatus', 'CancelOrder', 'GetRefund', 'RefundOrder', 'ListOrders'])(
	'given an empty object, when %s is called, then 400',
	async (operation) => {
		expect(errorOf(await call(till, operation, {}))).toEqual([400, 'BAD_REQUEST']);
	},
);

test('given an operation that is none, when it is called, then 404 in a word that no cancel would take for an end', async () => {
	expect(errorOf(await call(till, 'CancelAll', {}))).toEqual([404, 'UNKNOWN_OPERATION']);
	expect(errorOf(await call(till, 'toString', {}))).toEqual([404, 'UNKNOWN_OPERATION']);
});

test('given a path outside the services, when it is called, then 404', async () => {
	expect(errorOf(await call(till, 'Ping', {}, {path: '/elsewhere/Ping'}))).toEqual([404, 'UNKNOWN_SERVICE']);
});

test('given another method than POST, when it comes, then 405', async () => {
	expect(errorOf(await call(till, 'Ping', {}, {method: 'PUT'}))).toEqual([405, 'METHOD']);
});

test.each(['text/plain', 'application/json; charset=windows-1251'])(
	'given the content type %s, when it comes, then 415',
	async (type) => {
		expect(errorOf(await call(till, 'Ping', {}, {headers: {'content-type': type}}))).toEqual([
			415,
			'CONTENT_TYPE',
		]);
	},
);

test('given a body of more than 64 KiB, when it comes, then 413, and one of exactly 64 KiB is read', async () => {
	const bodyOf = (bytes: number) => Buffer.from(`{"orderId":"none"${' '.repeat(bytes - 18)}}`);
	expect(errorOf(await call(till, 'GetStatus', null, {bodyBytes: bodyOf(65_537)}))).toEqual([
		413,
		'TOO_LARGE',
	]);
	expect(errorOf(await call(till, 'GetStatus', null, {bodyBytes: bodyOf(65_536)}))).toEqual([
		404,
		'NOT_FOUND',
	]);
});

test('given a paid order, when all of it is returned, then the refund is done and the order refunded', async () => {
	const orderId = await paidOrder();
	const body = {orderId, refundId: newId(), amount: 125_000};
	const expected = {...body, status: 'done', reason: null};
	expect((await call(till, 'RefundOrder', body)).json).toEqual(expected);
	expect((await call(till, 'RefundOrder', body)).json).toEqual(expected);
	expect((await call(till, 'GetRefund', {refundId: body.refundId})).json).toEqual(expected);
	expect((await call(till, 'GetStatus', {orderId})).json).toMatchObject({
		status: 'refunded',
		amount: 125_000,
	});
	expect(errorOf(await call(till, 'RefundOrder', {...body, amount: 5}))).toEqual([409, 'CONFLICT']);
});

test('given a paid order, when it is returned in parts, then no more than was paid goes back', async () => {
	const orderId = await paidOrder();
	const part = (amount: number) => call(till, 'RefundOrder', {orderId, refundId: newId(), amount});
	expect((await part(100_000)).json).toMatchObject({status: 'done'});
	expect((await call(till, 'GetStatus', {orderId})).json).toMatchObject({status: 'paid'});
	expect((await part(25_001)).json).toMatchObject({status: 'declined', reason: expect.any(String)});
	expect((await part(25_000)).json).toMatchObject({status: 'done'});
	expect((await call(till, 'GetStatus', {orderId})).json).toMatchObject({status: 'refunded'});
});

test('given a paid order, when a sum of .10 is returned, then the refund is pending until it is asked about twice', async () => {
	const orderId = await paidOrder();
	const refundId = newId();
	expect((await call(till, 'RefundOrder', {orderId, refundId, amount: 110})).json).toMatchObject({
		status: 'pending',
	});
	expect((await call(till, 'GetRefund', {refundId})).json).toMatchObject({status: 'pending'});
	expect((await call(till, 'GetRefund', {refundId})).json).toMatchObject({status: 'done'});
});

test('given a paid order, when a sum of .01 is returned, then the bank declines, and the money can still go back', async () => {
	const orderId = await paidOrder();
	const declined = await call(till, 'RefundOrder', {orderId, refundId: newId(), amount: 101});
	expect(declined.json).toMatchObject({status: 'declined', reason: expect.any(String)});
	const whole = await call(till, 'RefundOrder', {orderId, refundId: newId(), amount: 125_000});
	expect(whole.json).toMatchObject({status: 'done'});
});

test('given an order that is not paid, when it is returned, then the refund is declined', async () => {
	const orderId = newId();
	await create(orderId, 125_000);
	const refund = await call(till, 'RefundOrder', {orderId, refundId: newId(), amount: 125_000});
	expect(refund.json).toMatchObject({status: 'declined', reason: expect.any(String)});
});

test('given no such order and no such refund, when they are asked for, then NOT_FOUND', async () => {
	const wish = {orderId: 'nobody', refundId: 'R-none', amount: 1};
	expect(errorOf(await call(till, 'RefundOrder', wish))).toEqual([404, 'NOT_FOUND']);
	expect(errorOf(await call(till, 'GetRefund', {refundId: 'R-none'}))).toEqual([404, 'NOT_FOUND']);
});

test.each([
	['sbp', /^https:\/\/qr\.example\//],
	['wechat', /^weixin:\/\/wxpay\/bizpayurl\?pr=/],
	['alipay', /^https:\/\/qr\.alipay\.example\//],
	['webmoney', /^https:\/\/pay\.webmoney\.example\//],
])('given %s, when an order is made, then its QR has that system’s form', async (system, form) => {
	const {json} = await create(newId(), 100, {system});
	expect(json?.['qr']).toMatch(form);
});

/** CRC-16/CCITT-FALSE as long division, bit by bit: another way than the gateway's. */
function checksum(text: string): string {
	const bits = [...Buffer.from(text)].flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map(Number));
	let rest = 0xffff;
	for (const bit of bits) {
		const isOver = ((rest >> 15) & 1) !== bit;
		rest = ((rest << 1) & 0xffff) ^ (isOver ? 0x1021 : 0);
	}
	return rest.toString(16).toUpperCase().padStart(4, '0');
}

test('given many orders by СБП, when their links are checked, then each checksum fits and some begin with 0', async () => {
	expect(checksum('123456789')).toBe('29B1');
	const sums: string[] = [];
	while (!sums.some((sum) => sum.startsWith('0'))) {
		const [text = '', sum = ''] = String((await create(newId(), 125_000)).json?.['qr']).split('&crc=');
		expect(sum).toBe(checksum(text));
		sums.push(sum);
	}
});
