// wcf-json under our map and under others: bodies, signatures, verdicts and habits.
import {createHmac} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {type OrderRequest, paymentSystems} from '../../source/core/index.ts';
import {parseJson} from '../../source/gateway/answer/json.ts';
import type {Ask, Speech, WireRequest} from '../../source/gateway/dialects/dialect.ts';
import {loadWcfMap, wcfJson} from '../../source/gateway/index.ts';
import {goodQr, order} from './support/orders.ts';

type Loose = {[name: string]: Loose | string | number | null | readonly unknown[]};

const defaultMap = JSON.parse(
	readFileSync(new URL('../../settings/dialects/wcf-json.json', import.meta.url), 'utf8'),
) as Loose;

/** A speech under our map with some sections replaced. */
function speechUnder(changes: Loose = {}, orderOf: (id: string) => OrderRequest | null = () => null): Speech {
	const merged = structuredClone(defaultMap);
	for (const [section, value] of Object.entries(changes)) {
		const old = merged[section];
		const isObject = typeof old === 'object' && typeof value === 'object' && !Array.isArray(value);
		merged[section] = isObject && section !== 'request' ? {...(old as Loose), ...(value as Loose)} : value;
	}
	const loaded = loadWcfMap(JSON.stringify(merged), 'map');
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	return wcfJson(loaded.map).speak({
		servicePath: '/s.svc',
		agentId: '17',
		agentKey: 'ключ',
		posId: 'N100',
		orderOf,
	});
}

const stamp = {timeMs: 1_769_850_000_123, nonce: 'ab'.repeat(16)};
type Answered = {readonly body: unknown; readonly httpStatus?: number};

/** Answers in turn and notes what was asked. */
function script(...answers: readonly Answered[]): {readonly ask: Ask; readonly asked: WireRequest[]} {
	const asked: WireRequest[] = [];
	const ask: Ask = async (call) => {
		const {body, httpStatus = 200} = answers[asked.length] ?? {body: null};
		asked.push(call(stamp));
		const json = parseJson(typeof body === 'string' ? body : JSON.stringify(body)) ?? null;
		return {type: 'answer', httpStatus, body: {ok: true, json}, location: null, stampedMs: stamp.timeMs};
	};
	return {ask, asked};
}

const textOf = (request: WireRequest | undefined): string => new TextDecoder().decode(request?.body);
const accepted = (operation: string, result: object) => ({
	body: {[`${operation}Result`]: {ResultCode: 0, ResultText: '', ...result}},
});
const refused = (operation: string, code: number, text = 'нет') => ({
	body: {[`${operation}Result`]: {ResultCode: code, ResultText: text}},
});

const created = {
	OrderId: 'A-1',
	TransactionId: 'T-9',
	State: 0,
	QrData: goodQr,
	ExpireDate: '/Date(1769850180000+0300)/',
};
const paid =
	'{"GetStatusResult":{"ResultCode":0,"OrderId":"A-1","TransactionId":"T-9","State":2,"Amount":1250.00,"PaymentSystem":"SBP","Currency":"RUB","PayDate":"\\/Date(1769850060000+0300)\\/","Reason":null}}';

describe('under our map', () => {
	test('given an order, then the body is wrapped, in the map’s order, with exact rubles and a signature over its values', async () => {
		const {ask, asked} = script(accepted('CreateOrder', created));
		expect(await speechUnder().createOrder(ask, order)).toEqual({
			type: 'created',
			orderId: 'A-1',
			gatewayOrderId: 'T-9',
			status: 'waiting',
			qr: goodQr,
			expiresAt: '2026-01-31T09:03:00.000Z',
		});
		const signed = '17;N100;0;0;A-1;SBP;1250.00;180;Чек 12;1769850000';
		const sign = createHmac('sha256', 'ключ').update(signed).digest('hex');
		expect(asked[0]?.path).toBe('/s.svc/CreateOrder');
		expect(textOf(asked[0])).toBe(
			'{"request":{"AgentId":"17","PosId":"N100","CrsId":"0","Wmid":"0","OrderId":"A-1","PaymentSystem":"SBP",' +
				`"Amount":1250.00,"LifeTime":180,"Comment":"Чек 12","RequestTime":1769850000,"Sign":"${sign}"}}`,
		);
	});

	test('given a paid status with rubles as a number, then kopecks are exact and dates are ISO', async () => {
		expect(await speechUnder().getStatus(script({body: paid}).ask, 'A-1')).toEqual({
			type: 'status',
			answer: {
				orderId: 'A-1',
				gatewayOrderId: 'T-9',
				system: 'sbp',
				status: 'paid',
				amountKopecks: 125_000,
				currency: 'RUB',
				paidAt: '2026-01-31T09:01:00.000Z',
				reason: null,
			},
		});
	});

	test.each([
		['1250.10', 125_010],
		['1250.1', 125_010],
		['"1250.10"', 125_010],
		['0.07', 7],
		['1.15', 115],
	])('given an amount of %s, then it is %i kopecks', async (amount, kopecks) => {
		const heard = await speechUnder().getStatus(script({body: paid.replace('1250.00', amount)}).ask, 'A-1');
		expect(heard).toMatchObject({answer: {amountKopecks: kopecks}});
	});

	test.each([
		['1250.001', 'BAD_FIELD', 'Amount: 1250.001'],
		['null', 'BAD_FIELD', 'Amount: null'],
	])('given an amount of %s, then the field is wrong', async (amount, code, detail) => {
		const heard = await speechUnder().getStatus(script({body: paid.replace('1250.00', amount)}).ask, 'A-1');
		expect(heard).toEqual({type: 'fault', fault: {kind: 'body', code, detail}});
	});

	test('given another system or currency than ours, then the vendor’s word is told on for the core to judge', async () => {
		const body = paid.replace('"SBP"', '"VISA"').replace('"RUB"', '"USD"');
		expect(await speechUnder().getStatus(script({body}).ask, 'A-1')).toMatchObject({
			answer: {system: 'VISA', currency: 'USD'},
		});
	});

	test('given an answer that leaves amount and system out, then it speaks of the order as it was made, if that is known', async () => {
		const bare = accepted('GetStatus', {OrderId: 'A-1', TransactionId: 'T-9', State: 1});
		expect(await speechUnder({}, () => order).getStatus(script(bare).ask, 'A-1')).toMatchObject({
			answer: {status: 'processing', amountKopecks: 125_000, system: 'sbp', currency: 'RUB', paidAt: null},
		});
		expect(await speechUnder().getStatus(script(bare).ask, 'A-1')).toEqual({
			type: 'fault',
			fault: {kind: 'body', code: 'MISSING_FIELD', detail: 'PaymentSystem'},
		});
	});

	test.each([
		[{State: 9}, 'UNKNOWN_STATUS', 'State: 9'],
		[{State: null}, 'BAD_FIELD', 'State: null'],
		[{State: 'constructor'}, 'UNKNOWN_STATUS', 'State: "constructor"'],
		[{OrderId: 5}, 'BAD_FIELD', 'OrderId: 5'],
		[{ExpireDate: '/Date(x)/'}, 'BAD_FIELD', 'ExpireDate: "/Date(x)/"'],
	])('given %j in a created order, then it is a fault', async (change, code, detail) => {
		const heard = await speechUnder().createOrder(
			script(accepted('CreateOrder', {...created, ...change})).ask,
			order,
		);
		expect(heard).toEqual({type: 'fault', fault: {kind: 'body', code, detail}});
	});

	test('given another order’s id to a creation, then it is a fault of identity', async () => {
		const heard = await speechUnder().createOrder(
			script(accepted('CreateOrder', {...created, OrderId: 'B'})).ask,
			order,
		);
		expect(heard).toEqual({type: 'fault', fault: {kind: 'identity', code: 'OTHER_ORDER', detail: 'B'}});
	});

	test('given refusals, then a creation is rejected, a status is a fault, a cancel of the unknown is its end', async () => {
		const speech = speechUnder();
		expect(await speech.createOrder(script(refused('CreateOrder', 409, 'уже\u001bбыл')).ask, order)).toEqual({
			type: 'rejected',
			code: '409',
			message: 'уже был',
		});
		expect(await speech.createOrder(script(refused('CreateOrder', 503)).ask, order)).toMatchObject({
			type: 'fault',
			fault: {kind: 'http', code: 'GATEWAY_CODE', detail: '503: нет'},
		});
		expect(await speech.getStatus(script(refused('GetStatus', 404)).ask, 'A-1')).toMatchObject({
			fault: {code: 'NOT_FOUND', detail: '404: нет'},
		});
		expect(await speech.cancelOrder(script(refused('CancelOrder', 404)).ask, 'A-1')).toEqual({
			type: 'notFound',
		});
		expect(await speech.cancelOrder(script(refused('CancelOrder', 7)).ask, 'A-1')).toMatchObject({
			fault: {code: 'GATEWAY_CODE'},
		});
	});

	test('given anything but HTTP 200, then it is a technical fault', async () => {
		for (const httpStatus of [400, 404, 500]) {
			const heard = await speechUnder().createOrder(script({body: {}, httpStatus}).ask, order);
			expect(heard).toMatchObject({type: 'fault', fault: {kind: 'http', code: `HTTP_${httpStatus}`}});
		}
	});

	test('given an answer without its wrapper or its code, then the missing name is told', async () => {
		const speech = speechUnder();
		expect(await speech.getStatus(script({body: {ResultCode: 0}}).ask, 'A-1')).toMatchObject({
			fault: {code: 'MISSING_FIELD', detail: 'GetStatusResult'},
		});
		expect(await speech.getStatus(script({body: {GetStatusResult: {}}}).ask, 'A-1')).toMatchObject({
			fault: {code: 'MISSING_FIELD', detail: 'ResultCode'},
		});
	});

	test('given a refund, its question, a list and a ping, then each has its answer', async () => {
		const speech = speechUnder({}, () => order);
		const refund = {orderId: 'A-1', refundId: 'R-1', amountKopecks: 100};
		const {ask, asked} = script(
			accepted('RefundOrder', {RefundId: 'R-1', OrderId: 'A-1', State: 1, Amount: 1, Reason: null}),
			accepted('GetRefund', {RefundId: 'R-1', OrderId: 'A-1', State: 0, Amount: 1, Reason: null}),
			accepted('ListOrders', {Orders: [{OrderId: 'A-1', TransactionId: 'T-9', State: 2}], Next: null}),
			accepted('Ping', {Time: '/Date(1769850000000)/', PaymentSystems: ['SBP', 'ALIPAY', 'VISA']}),
		);
		expect(await speech.refundOrder(ask, refund)).toMatchObject({
			type: 'refund',
			status: 'pending',
			amountKopecks: 100,
		});
		expect(await speech.getRefund(ask, 'R-1')).toMatchObject({
			type: 'refund',
			status: 'done',
			orderId: 'A-1',
		});
		expect(
			await speech.listOrders(ask, {from: '2026-01-31T00:00:00Z', to: '2026-02-01T00:00:00Z', cursor: null}),
		).toMatchObject({
			type: 'orders',
			orders: [{orderId: 'A-1', status: 'paid', amountKopecks: 125_000}],
			next: null,
		});
		expect(await speech.ping(ask)).toEqual({
			type: 'pong',
			timeS: 1_769_850_000,
			agentId: '17',
			posId: 'N100',
			systems: ['sbp', 'alipay'],
		});
		expect(textOf(asked[0])).toContain('"OrderId":"A-1","RefundId":"R-1","Amount":1.00,"RequestTime"');
		expect(textOf(asked[2])).toContain('"DateFrom":"/Date(1769817600000+0000)/"');
	});
});

describe('under other maps', () => {
	test('given the signature in a header over body, agent and time in ms (HMAC-SHA512), then that is what is sent', async () => {
		const speech = speechUnder({
			time: 'milliseconds',
			request: {
				agentId: 'A',
				orderId: 'O',
				system: 'S',
				amount: 'M',
				refundId: 'R',
				from: 'F',
				to: 'T',
				time: 'At',
			},
			wrap: {request: null},
			sign: {algorithm: 'HMAC-SHA512', parts: ['body', 'agentId', 'time'], joiner: '', header: 'RP-Sign'},
			constants: {
				fields: {Version: '2'},
				headers: {'RP-CompanyId': '{agentId}', 'RP-Timestamp': '{time}', 'X-Nonce': '{nonce}'},
			},
		});
		const {ask, asked} = script(accepted('GetStatus', {}));
		await speech.getStatus(ask, 'A-1');
		const body = '{"A":"17","O":"A-1","At":1769850000123,"Version":"2"}';
		expect(textOf(asked[0])).toBe(body);
		expect(asked[0]?.headers).toMatchObject({
			'RP-CompanyId': '17',
			'RP-Timestamp': '1769850000123',
			'X-Nonce': 'ab'.repeat(16),
			'RP-Sign': createHmac('sha512', 'ключ').update(`${body}171769850000123`).digest('hex'),
		});
	});

	test('given kopecks as text and a shortest life longer than ours, then both are written so', async () => {
		const {ask, asked} = script(accepted('CreateOrder', created));
		await speechUnder({amount: {unit: 'kopecks', as: 'string'}, lifeTime: {minimumS: 300}}).createOrder(
			ask,
			order,
		);
		expect(textOf(asked[0])).toContain('"Amount":"125000","LifeTime":300,');
	});

	test('given success by the HTTP code, then 4xx with JSON is a refusal and the rest is as ever', async () => {
		const speech = speechUnder({success: {by: 'http'}, codes: {notFound: ['HTTP_404'], technical: []}});
		const at = (httpStatus: number, body: unknown = {ResultCode: 'E1', ResultText: 'no'}) =>
			script({httpStatus, body}).ask;
		expect(await speech.createOrder(at(409), order)).toEqual({type: 'rejected', code: 'E1', message: 'no'});
		expect(await speech.createOrder(at(401), order)).toMatchObject({
			type: 'fault',
			fault: {code: 'HTTP_401'},
		});
		expect(await speech.createOrder(at(409, '[]'), order)).toMatchObject({
			type: 'fault',
			fault: {code: 'HTTP_409'},
		});
		expect(await speech.cancelOrder(at(404, {}), 'A-1')).toEqual({type: 'notFound'});
	});

	test('given a gateway that knows an order only once it is scanned, then «unknown» is waiting, and a cancel of it is no end', async () => {
		const speech = speechUnder({habits: {unknownOrder: 'waiting', cancelAnswer: 'status'}}, () => order);
		expect(await speech.getStatus(script(refused('GetStatus', 404)).ask, 'A-1')).toMatchObject({
			type: 'status',
			answer: {orderId: 'A-1', status: 'waiting', amountKopecks: 125_000},
		});
		expect(await speech.cancelOrder(script(refused('CancelOrder', 404)).ask, 'A-1')).toMatchObject({
			type: 'fault',
			fault: {code: 'NOT_FOUND'},
		});
	});

	test('given a cancel without an answer of its own, then the status after it decides', async () => {
		const speech = speechUnder({habits: {unknownOrder: 'error', cancelAnswer: 'none'}});
		for (const cancel of [accepted('CancelOrder', {}), refused('CancelOrder', 7, 'уже оплачен')]) {
			const {ask, asked} = script(cancel, {body: paid});
			expect(await speech.cancelOrder(ask, 'A-1')).toMatchObject({type: 'status', answer: {status: 'paid'}});
			expect(asked.map(({path}) => path)).toEqual(['/s.svc/CancelOrder', '/s.svc/GetStatus']);
		}
	});

	test('given no such operation or system, then nothing is asked', async () => {
		const speech = speechUnder({operations: {Ping: null}, systems: {alipay: null}});
		const {ask, asked} = script();
		expect(await speech.ping(ask)).toMatchObject({
			type: 'fault',
			fault: {code: 'NO_OPERATION', detail: 'Ping'},
		});
		expect(await speech.createOrder(ask, {...order, system: 'alipay'})).toEqual({
			type: 'rejected',
			code: 'SYSTEM',
			message: 'alipay',
		});
		expect(asked).toEqual([]);
		expect(paymentSystems).toContain('alipay');
	});
});
