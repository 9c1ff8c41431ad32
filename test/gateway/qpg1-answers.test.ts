// qpg1's answers: what is well formed is told on, everything else is a fault with its name.
import {describe, expect, test} from 'vitest';
import {parseJson} from '../../source/gateway/answer/json.ts';
import type {Ask, Speech, WireAnswer} from '../../source/gateway/dialects/dialect.ts';
import {qpg1} from '../../source/gateway/dialects/qpg1/qpg1.ts';
import {created, order, waiting} from './support/orders.ts';

const speech: Speech = qpg1.speak({
	servicePath: '/api',
	agentId: '17',
	agentKey: 'k',
	posId: 'N100',
	orderOf: () => null,
});

/** 2026-01-31T09:00:00Z */
const stampedMs = 1_769_850_000_000;

function answering(body: unknown, httpStatus = 200): Ask {
	const json = parseJson(typeof body === 'string' ? body : JSON.stringify(body)) ?? null;
	const answer: WireAnswer = {type: 'answer', httpStatus, body: {ok: true, json}, location: null, stampedMs};
	return async () => answer;
}

const status = (body: unknown, httpStatus = 200) => speech.getStatus(answering(body, httpStatus), 'A-1');
const create = (body: unknown, httpStatus = 200) => speech.createOrder(answering(body, httpStatus), order);
const error = (code: string, message = 'no', rest = {}) => ({error: {code, message, ...rest}});
const fault = (kind: string, code: string, detail?: string) => ({
	type: 'fault',
	fault: detail === undefined ? {kind, code} : {kind, code, detail},
});

describe('a status answer', () => {
	test('given all fields, then they are told on', async () => {
		const paid = {...waiting, status: 'paid', paidAt: '2026-01-31T12:01:00.123+03:00', reason: 'ok'};
		expect(await status(paid)).toEqual({
			type: 'status',
			answer: {
				orderId: 'A-1',
				gatewayOrderId: 'G-1',
				system: 'sbp',
				status: 'paid',
				amountKopecks: 125_000,
				currency: 'RUB',
				paidAt: '2026-01-31T12:01:00.123+03:00',
				reason: 'ok',
			},
		});
	});

	test.each(Object.keys(waiting))('given no %s, then the missing field is named', async (name) => {
		const {[name as keyof typeof waiting]: _, ...rest} = waiting;
		expect(await status(rest)).toEqual(fault('body', 'MISSING_FIELD', name));
	});

	test.each([
		['orderId', 5, 'orderId: 5'],
		['gatewayOrderId', null, 'gatewayOrderId: null'],
		['gatewayOrderId', '\u001b\u200b', 'gatewayOrderId: ""'],
		['system', [], 'system: […]'],
		['status', 2.5, undefined],
		['status', {}, 'status: {…}'],
		['amount', '125000', 'amount: "125000"'],
		['amount', 1250.5, 'amount: 1250.5'],
		['amount', 2 ** 53, 'amount: 9007199254740992'],
		['currency', true, 'currency: true'],
		['paidAt', 'yesterday', 'paidAt: "yesterday"'],
		['paidAt', '2026-13-31T09:00:00Z', undefined],
		['reason', 7, 'reason: 7'],
	])('given %s of a wrong kind (%j), then it is named', async (name, value, detail) => {
		const heard = await status({...waiting, [name]: value});
		const code = name === 'status' && typeof value === 'number' ? 'UNKNOWN_STATUS' : 'BAD_FIELD';
		expect(heard).toMatchObject(fault('body', code, detail));
	});

	test('given an unknown status word, then it is a fault with that word, cleaned', async () => {
		expect(await status({...waiting, status: 'PA\u001b[2JID'})).toEqual(
			fault('body', 'UNKNOWN_STATUS', 'status: "PA [2JID"'),
		);
	});

	test('given other order, amount, currency and system, then they are told on for the core to judge', async () => {
		const heard = await status({...waiting, orderId: 'B-2', amount: 1, currency: 'USD', system: 'visa'});
		expect(heard).toMatchObject({
			answer: {orderId: 'B-2', amountKopecks: 1, currency: 'USD', system: 'visa'},
		});
	});

	test('given an id that only differs by what cleaning removes, then it stays another id', async () => {
		const heard = await status({...waiting, orderId: 'A-1\u200b', currency: 'RUB\u0007', system: ' sbp'});
		expect(heard).toMatchObject({answer: {orderId: 'A-1\ufffd', currency: 'RUB\ufffd', system: 'sbp\ufffd'}});
	});

	test('given hostile text in the fields that people see, then it is cleaned and cut', async () => {
		const hostile = `\u001b[31m\u202e${'x'.repeat(5000)}\n`;
		const heard = await status({...waiting, gatewayOrderId: hostile, reason: hostile});
		if (heard.type !== 'status') throw new Error('no status');
		expect(heard.answer.gatewayOrderId.length).toBe(128);
		expect(heard.answer.reason?.length).toBe(200);
		expect(`${heard.answer.gatewayOrderId}${heard.answer.reason}`).toMatch(/^[\x20-\x7e…]+$/);
	});

	test('given names that objects are born with, then nothing is taken from them', async () => {
		expect(await status(`{"__proto__":${JSON.stringify(waiting)}}`)).toEqual(
			fault('body', 'MISSING_FIELD', 'orderId'),
		);
		expect(({} as Record<string, unknown>)['orderId']).toBeUndefined();
	});

	test.each([['[]'], ['null'], ['5'], ['"paid"']])(
		'given %s instead of an object, then it is a fault',
		async (text) => {
			expect(await status(text)).toMatchObject(fault('body', 'BAD_FIELD'));
		},
	);

	test('given depth without end within 64 KiB, then it ends as a fault and not as a crash', () => {
		const deep = `${'['.repeat(32_000)}${']'.repeat(32_000)}`;
		expect(() => parseJson(deep)).not.toThrow();
	});
});

describe('an answer other than 200', () => {
	test('given CLOCK, then both times are told', async () => {
		expect(await status(error('CLOCK', 'off', {serverTime: 1_769_850_600}), 401)).toEqual(
			fault('http', 'CLOCK', 'gateway 2026-01-31T09:10:00Z / till 2026-01-31T09:00:00Z'),
		);
		expect(await status(error('CLOCK'), 401)).toEqual(fault('http', 'CLOCK', 'till 2026-01-31T09:00:00Z'));
		expect(await status(error('CLOCK', 'off', {serverTime: 1e15}), 401)).toEqual(
			fault('http', 'CLOCK', 'till 2026-01-31T09:00:00Z'),
		);
	});

	test.each(['NONCE', 'SIGN', 'CERT', 'AGENT'])('given 401 %s, then the code is its own', async (code) => {
		expect(await status(error(code), 401)).toEqual(fault('http', code, 'no'));
	});

	test.each([
		[401, error('SOMETHING'), 'HTTP_401', 'SOMETHING: no'],
		[401, 'null', 'HTTP_401', ''],
		[404, error('NOT_FOUND'), 'NOT_FOUND', 'no'],
		[404, '{}', 'HTTP_404', ''],
		[429, error('SLOW'), 'HTTP_429', 'SLOW: no'],
		[500, error('SIGN'), 'HTTP_500', 'SIGN: no'],
		[204, waiting, 'HTTP_204', ''],
	])(
		'given %i to a status question, then it is a technical fault',
		async (httpStatus, body, code, detail) => {
			expect(await status(body, httpStatus)).toEqual(fault('http', code, detail));
		},
	);
});

describe('a creation', () => {
	test('given all fields, then the order is created with the gateway’s present status', async () => {
		expect(await create({...created, status: 'paid'})).toEqual({type: 'created', ...created, status: 'paid'});
	});

	test.each(Object.keys(created))('given no %s, then the missing field is named', async (name) => {
		const {[name as keyof typeof created]: _, ...rest} = created;
		expect(await create(rest)).toEqual(fault('body', 'MISSING_FIELD', name));
	});

	test('given another order’s id, then it is a fault of identity and its QR goes nowhere', async () => {
		expect(await create({...created, orderId: 'B-2'})).toEqual(fault('identity', 'OTHER_ORDER', 'B-2'));
	});

	test.each([400, 403, 404, 409, 422])(
		'given %i with the error object, then it is a rejection',
		async (httpStatus) => {
			expect(await create(error('CONFLICT\u0007', 'so\u001b[2J'), httpStatus)).toEqual({
				type: 'rejected',
				code: 'CONFLICT',
				message: 'so [2J',
			});
		},
	);

	test.each([
		[401, error('SIGN'), 'SIGN'],
		[429, error('SLOW'), 'HTTP_429'],
		[500, error('DOWN'), 'HTTP_500'],
		[409, '{}', 'HTTP_409'],
		[409, '{"error":"CONFLICT"}', 'HTTP_409'],
		[409, '{"error":{"code":"CONFLICT"}}', 'HTTP_409'],
	])('given %i with %j, then it is no rejection', async (httpStatus, body, code) => {
		expect(await create(body, httpStatus)).toMatchObject(fault('http', code));
	});
});

describe('the other operations', () => {
	test('given 404 NOT_FOUND to a cancel, then nothing can be paid any more', async () => {
		expect(await speech.cancelOrder(answering(error('NOT_FOUND'), 404), 'A-1')).toEqual({type: 'notFound'});
		expect(await speech.cancelOrder(answering('{}', 404), 'A-1')).toMatchObject(fault('http', 'HTTP_404'));
		expect(await speech.cancelOrder(answering(error('NOT_FOUND'), 400), 'A-1')).toMatchObject(
			fault('http', 'HTTP_400'),
		);
	});

	test('given a status to a cancel, then it is told on', async () => {
		const heard = await speech.cancelOrder(answering({...waiting, status: 'refunded'}), 'A-1');
		expect(heard).toMatchObject({type: 'status', answer: {status: 'refunded'}});
	});

	test('given a refund’s answer, then it is told on; given 4xx, then it is rejected', async () => {
		const refund = {orderId: 'A-1', refundId: 'R-1', amountKopecks: 100};
		const done = {refundId: 'R-1', orderId: 'A-1', status: 'done', amount: 100, reason: null};
		expect(await speech.refundOrder(answering(done), refund)).toEqual({
			type: 'refund',
			refundId: 'R-1',
			orderId: 'A-1',
			status: 'done',
			amountKopecks: 100,
			reason: null,
		});
		expect(await speech.getRefund(answering(error('NOT_FOUND'), 404), 'R-1')).toMatchObject({
			type: 'rejected',
			code: 'NOT_FOUND',
		});
		expect(await speech.refundOrder(answering({...done, status: 'maybe'}), refund)).toMatchObject(
			fault('body', 'UNKNOWN_STATUS'),
		);
	});

	test('given a page of orders, then a broken one is named by its place', async () => {
		const range = {from: '2026-01-31T00:00:00Z', to: '2026-02-01T00:00:00Z', cursor: null};
		const page = (orders: readonly unknown[], next: unknown = null) =>
			speech.listOrders(answering({orders, next}), range);
		expect(await page([waiting, {...waiting, orderId: 'A-2'}], 'c2')).toMatchObject({
			type: 'orders',
			orders: [{orderId: 'A-1'}, {orderId: 'A-2'}],
			next: 'c2',
		});
		expect(await page([waiting, {...waiting, amount: '5'}])).toEqual(
			fault('body', 'BAD_FIELD', 'orders[1].amount: "5"'),
		);
		expect(await page([waiting, 7])).toEqual(fault('body', 'BAD_FIELD', 'orders[1]: 7'));
		expect(await page(Array(201).fill(waiting))).toEqual(fault('body', 'BAD_FIELD', 'orders: 201'));
	});

	test('given a ping, then systems that we do not know are left out', async () => {
		const pong = {time: 1_769_850_000, agentId: '17', posId: 'N100', systems: ['sbp', 'visa', 5, 'alipay']};
		expect(await speech.ping(answering(pong))).toEqual({
			type: 'pong',
			timeS: 1_769_850_000,
			agentId: '17',
			posId: 'N100',
			systems: ['sbp', 'alipay'],
		});
	});
});
