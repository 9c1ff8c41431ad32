// The WCF-shaped dialect: wrapped bodies, fields that are signed, success by a field.
import {afterAll, beforeAll, expect, test} from 'vitest';
import {call, callWcf, exchange, orderBody, type Reply} from './raw-till.ts';
import {type Started, start} from './started.ts';

let till: Started;

beforeAll(async () => {
	till = await start({slowMs: 50});
});
afterAll(() => till.gateway.close());

let orders = 0;
const newId = (): string => `W-${++orders}`;

const wish = (OrderId: string, Amount: number, other: Readonly<Record<string, unknown>> = {}) => ({
	CrsId: till.access.crsId,
	Wmid: till.access.wmid,
	OrderId,
	PaymentSystem: 'SBP',
	Amount,
	LifeTime: 180,
	Comment: 'Чек 1; стол 2',
	...other,
});

const resultOf = (reply: Reply, operation: string): unknown => {
	expect(reply.status).toBe(200);
	return reply.json?.[`${operation}Result`];
};
const ask = async (operation: string, fields: Readonly<Record<string, unknown>>) =>
	resultOf(await callWcf(till, operation, fields), operation);

test('given a good request, when an order is made, then the result is wrapped and bears the fields of the map', async () => {
	const OrderId = newId();
	expect(await ask('CreateOrder', wish(OrderId, 1250.05, {PaymentSystem: 'WECHAT'}))).toMatchObject({
		ResultCode: 0,
		ResultText: '',
		OrderId,
		TransactionId: expect.stringMatching(/^SBX-/),
		QrData: expect.stringMatching(/^weixin:/),
		State: 0,
		ExpireDate: `/Date(${till.nowMs() + 180_000}+0300)/`,
	});
});

test('given sums that floats spoil, when they are ordered, then the status tells them digit by digit', async () => {
	for (const [rubles, text] of [
		[0.29, '0.29'],
		[4.35, '4.35'],
		[1250, '1250.00'],
		[99999999.99, '99999999.99'],
	] as const) {
		const OrderId = newId();
		await ask('CreateOrder', wish(OrderId, rubles));
		const reply = await callWcf(till, 'GetStatus', {OrderId});
		expect(reply.text).toContain(`"Amount":${text},`);
	}
});

test('given an order of .00, when its status is asked, then its states are 0, 0, 2 and the date is WCF’s', async () => {
	const OrderId = newId();
	await ask('CreateOrder', wish(OrderId, 1250));
	const states: unknown[] = [];
	for (let n = 0; n < 3; n++) states.push(Reflect.get(Object(await ask('GetStatus', {OrderId})), 'State'));
	expect(states).toEqual([0, 0, 2]);
	expect(await ask('CancelOrder', {OrderId})).toMatchObject({
		State: 2,
		PaymentSystem: 'SBP',
		Currency: 'RUB',
		PayDate: `/Date(${till.nowMs()}+0300)/`,
		Reason: null,
	});
});

test.each([
	['declined', 1250.01, 2, 3],
	['processing', 1250.1, 1, 1],
])(
	'given a %s order, when it is polled, then its state has the map’s number',
	async (_name, rubles, polls, state) => {
		const OrderId = newId();
		await ask('CreateOrder', wish(OrderId, rubles));
		let last: unknown;
		for (let n = 0; n < polls; n++) last = await ask('GetStatus', {OrderId});
		expect(last).toMatchObject({State: state});
	},
);

test('given an order that was made, when it is asked for again at another time, then the same answer; with another sum 409', async () => {
	const OrderId = newId();
	const first = await ask('CreateOrder', wish(OrderId, 1250));
	till.pass(1);
	expect(await ask('CreateOrder', wish(OrderId, 1250))).toEqual(first);
	expect(await ask('CreateOrder', wish(OrderId, 1251))).toMatchObject({
		ResultCode: 409,
		ResultText: expect.any(String),
	});
});

test('given an id that nobody knows, when it is cancelled, then 404 in the field, and the id is burnt for both dialects', async () => {
	const OrderId = newId();
	expect(await ask('CancelOrder', {OrderId})).toMatchObject({ResultCode: 404});
	expect(await ask('CreateOrder', wish(OrderId, 1250))).toMatchObject({ResultCode: 409});
	expect((await call(till, 'CreateOrder', orderBody(till, OrderId, 125_000))).status).toBe(409);
});

test('given an order of this dialect, when the other one asks for it, then it is the same order', async () => {
	const OrderId = newId();
	await ask('CreateOrder', wish(OrderId, 1250.05));
	expect((await call(till, 'GetStatus', {orderId: OrderId})).json).toMatchObject({
		status: 'waiting',
		amount: 125_005,
	});
});

test('given .07, when it is ordered, then the field says rejected and why', async () => {
	expect(await ask('CreateOrder', wish(newId(), 1250.07))).toEqual({
		ResultCode: 400,
		ResultText: expect.stringMatching(/[а-я]/),
	});
});

test('given .06 and .03, when they are asked for, then the faults of the link are the same as in qpg1', async () => {
	const OrderId = newId();
	await expect(callWcf(till, 'CreateOrder', wish(OrderId, 1250.06))).rejects.toThrow();
	expect(await ask('CreateOrder', wish(OrderId, 1250.06))).toMatchObject({ResultCode: 0, State: 0});
	const broken = newId();
	await ask('CreateOrder', wish(broken, 1250.03));
	expect((await callWcf(till, 'GetStatus', {OrderId: broken})).status).toBe(500);
});

test('given a paid order, when it is returned, then the refund has its state, and the order 6', async () => {
	const OrderId = newId();
	await ask('CreateOrder', wish(OrderId, 1250));
	for (let n = 0; n < 3; n++) await ask('GetStatus', {OrderId});
	const RefundId = newId();
	const done = {ResultCode: 0, RefundId, OrderId, State: 0, Amount: 1250, Reason: null};
	expect(await ask('RefundOrder', {OrderId, RefundId, Amount: 1250})).toMatchObject(done);
	expect(await ask('GetRefund', {RefundId})).toMatchObject(done);
	expect(await ask('GetStatus', {OrderId})).toMatchObject({State: 6});
});

test('given orders, when they are listed, then each is there as its status would be', async () => {
	till.pass(10);
	const range = {DateFrom: `/Date(${till.nowMs()}+0300)/`, DateTo: `/Date(${till.nowMs() + 1})/`};
	const OrderId = newId();
	await ask('CreateOrder', wish(OrderId, 1250.02));
	expect(await ask('ListOrders', {...range, Cursor: null})).toMatchObject({
		ResultCode: 0,
		Orders: [{OrderId, State: 0, Amount: 1250.02, PaymentSystem: 'SBP'}],
		Next: null,
	});
});

test('given the service, when it is pinged, then it tells its time and its systems', async () => {
	expect(await ask('Ping', {})).toMatchObject({
		ResultCode: 0,
		Time: `/Date(${till.nowMs()}+0300)/`,
		PosId: 'N100_A',
		PaymentSystems: ['SBP', 'WEBMONEY', 'WECHAT', 'ALIPAY'],
	});
});

test.each([
	['another key', {}, 'another'],
	['a time 301 s off', {RequestTime: '/Date(1)/'}, undefined],
])('given %s, when the till asks, then 401 in the field', async (_name, fields, key) => {
	const reply = await callWcf(till, 'GetStatus', {OrderId: newId(), ...fields}, key);
	expect(resultOf(reply, 'GetStatus')).toMatchObject({ResultCode: 401});
});

test('given a time in seconds or in milliseconds, when the till asks, then both are understood', async () => {
	const RequestTime = till.nowMs();
	expect(await ask('Ping', {RequestTime})).toMatchObject({ResultCode: 0});
	expect(await ask('Ping', {RequestTime: RequestTime / 1000})).toMatchObject({ResultCode: 0});
	expect(await ask('Ping', {RequestTime: String(RequestTime / 1000)})).toMatchObject({ResultCode: 0});
	expect(await ask('Ping', {RequestTime: '1e9'})).toMatchObject({ResultCode: 400});
});

test('given a certificate of another till, when it asks as ours, then 401 in the field', async () => {
	const {pfx, password} = await till.certificates.issueClient({commonName: 'N200'});
	const body = Buffer.from(
		JSON.stringify({
			request: {
				AgentId: till.access.agentId,
				PosId: 'N100_A',
				RequestTime: `/Date(${till.nowMs()})/`,
				Sign: '0'.repeat(64),
			},
		}),
	);
	const path = `${till.gateway.servicePaths['wcf-json']}/Ping`;
	const reply = await exchange(till, path, body, {tls: {pfx, passphrase: password}});
	expect(resultOf(reply, 'Ping')).toMatchObject({
		ResultCode: 401,
		ResultText: expect.stringContaining('certificate'),
	});
});

test.each([
	['Amount', '1250.00'],
	['Amount', 1250.005],
	['Amount', 0],
	['Amount', 1e21],
	['PaymentSystem', 'sbp'],
	['LifeTime', 5],
	['LifeTime', 180.5],
	['OrderId', 'a b'],
	['CrsId', 12],
])(
	'given the field %s as %j, when an order is made, then 400 in the field names it',
	async (field, value) => {
		expect(await ask('CreateOrder', wish(newId(), 1250, {[field]: value}))).toMatchObject({
			ResultCode: 400,
			ResultText: expect.stringContaining(`${field}:`),
		});
	},
);

test('given no request in the body, when it comes, then 400 in the field; an unknown operation is refused by HTTP', async () => {
	const path = till.gateway.servicePaths['wcf-json'];
	for (const body of ['{}', '[]', '{"request":[]}', '{"request":', ''])
		expect(resultOf(await exchange(till, `${path}/Ping`, Buffer.from(body)), 'Ping')).toMatchObject({
			ResultCode: 400,
		});
	expect((await exchange(till, `${path}/Pay`, Buffer.from('{}'))).status).toBe(404);
});
