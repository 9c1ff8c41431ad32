// Wrong answers of the gateway, one case a line, over a real connection: each is named, and what cannot be trusted closes no receipt.
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Delivery} from '../../source/sandbox/index.ts';
import {rowsOf} from './support/journal.ts';
import {type Ended, run} from './support/program.ts';
import {askedAbout, openWorld, orderAt, type TestTill, type World} from './support/world.ts';

let world: World;

beforeAll(async () => {
	world = await openWorld();
});
afterAll(() => world.close());

const orderId = 'B-1';
const asIs: Delivery = {type: 'answer', delayMs: 0};
const json = 'application/json; charset=utf-8';
const instead = (body: string, httpStatus = 200, contentType = json): Delivery => ({
	type: 'instead',
	httpStatus,
	contentType,
	body,
});

/** Pays once; the gateway's first answers travel so. No technical error is allowed. */
async function payWith(...deliveries: readonly Delivery[]): Promise<{till: TestTill; ended: Ended}> {
	const gateway = await world.openGateway();
	const till = await world.openTillWithout({gateway, statusErrorLimit: 0});
	gateway.control.deliverNext(...deliveries);
	const call = ['pay', '--till', till.folder, '--method', 'sbp', '--amount', '12.00', '--order', orderId];
	return {till, ended: await run([...call, '--json'])};
}

const failures = (till: TestTill) =>
	rowsOf(till.folder, orderId)
		.filter(({type}) => type === 'status.failed')
		.map(({body}) => [body['operation'], body['kind'], body['code']]);

const status = (change: Record<string, unknown>): Delivery =>
	instead(
		JSON.stringify({
			orderId,
			gatewayOrderId: 'SBX-0000000000000000',
			system: 'sbp',
			status: 'waiting',
			amount: 1200,
			currency: 'RUB',
			paidAt: null,
			reason: null,
			...change,
		}),
	);

describe.concurrent('an answer to a status request', () => {
	const cases: readonly (readonly [given: string, answer: Delivery, kind: string, code: string])[] = [
		['an error of the server', instead('{"error":{"code":"X","message":"сбой"}}', 500), 'http', 'HTTP_500'],
		['a proxy’s page', instead('<html>', 200, 'text/html'), 'body', 'HTML'],
		['another type of content', instead('{}', 200, 'text/plain'), 'body', 'CONTENT_TYPE'],
		['a redirect', instead('', 302), 'http', 'HTTP_302'],
		['«ask less often»', instead('{}', 429), 'http', 'HTTP_429'],
		[
			'an order that it doesn’t know',
			instead('{"error":{"code":"NOT_FOUND","message":"no"}}', 404),
			'http',
			'NOT_FOUND',
		],
		[
			'a clock that is off',
			instead('{"error":{"code":"CLOCK","message":"c","serverTime":1760000000}}', 401),
			'http',
			'CLOCK',
		],
		['a signature refused', instead('{"error":{"code":"SIGN","message":"s"}}', 401), 'http', 'SIGN'],
		['half of an answer', instead('{"orderId":"B-1","stat'), 'body', 'NOT_JSON'],
		['nothing', instead(''), 'body', 'NOT_JSON'],
		['a list', instead('[]'), 'body', 'BAD_FIELD'],
		['more than 64 KiB', instead(JSON.stringify({a: 'x'.repeat(65_536)})), 'body', 'TOO_LONG'],
		['a field missing', status({amount: undefined}), 'body', 'MISSING_FIELD'],
		['a sum as text', status({amount: '1200'}), 'body', 'BAD_FIELD'],
		['a sum with a fraction', status({amount: 1200.5}), 'body', 'BAD_FIELD'],
		['a word that is unknown', status({status: 'PAID'}), 'body', 'UNKNOWN_STATUS'],
		['another order, waiting', status({orderId: 'B-2'}), 'identity', 'OTHER_ORDER'],
		['another sum, waiting', status({amount: 1199}), 'identity', 'OTHER_AMOUNT'],
		['another currency, waiting', status({currency: 'USD'}), 'identity', 'OTHER_CURRENCY'],
		['another system, waiting', status({system: 'wechat'}), 'identity', 'OTHER_SYSTEM'],
		['a closed connection', {type: 'cut'}, 'connect', 'CLOSED'],
	];
	test.each(cases)(
		'given %s, then it is a technical error by its name, and the cancel is the end: 6',
		async (_given, answer, kind, code) => {
			// A connection that dies is asked once more on a fresh one: only the second death counts.
			const spoilt = answer.type === 'cut' ? [answer, answer] : [answer];
			const {till, ended} = await payWith(asIs, ...spoilt);
			const poll = ended.lines().find(({type}) => type === 'poll');
			expect(poll).toMatchObject({n: 1, status: 'error', errorsInRow: 1, error: {kind}});
			expect(poll?.['error']).toMatchObject({text: expect.stringMatching(/[а-я]{3}/)});
			expect(ended.lines().at(-1)).toMatchObject({outcome: 'cancelled', reason: 'errors', exitCode: 6});
			expect(ended.code).toBe(6);
			expect(failures(till)).toEqual([['status', kind, code]]);
			expect(ended.stderr).not.toMatch(/^\s+at /m);
		},
	);

	test.each([
		['another sum', {amount: 1199}, '1199'],
		['another currency', {currency: 'USD'}, 'USD'],
		['another system', {system: 'alipay'}, 'alipay'],
		['another order', {orderId: 'B-2'}, 'B-2'],
	])('given «paid» with %s, then 9: a person decides', async (_given, change, named) => {
		const {till, ended} = await payWith(
			asIs,
			status({status: 'paid', paidAt: '2026-01-31T09:00:00Z', ...change}),
		);
		expect(ended.lines().at(-1)).toMatchObject({
			outcome: 'quarantined',
			reason: expect.stringContaining(named),
			exitCode: 9,
		});
		expect(ended.code).toBe(9);
		expect(rowsOf(till.folder, orderId).at(-1)?.type).toBe('payment.quarantined');
	});
});

describe.concurrent('an answer to the creation', () => {
	const created = (change: Record<string, unknown>): Delivery =>
		instead(
			JSON.stringify({
				orderId,
				gatewayOrderId: 'SBX-0000000000000000',
				status: 'waiting',
				qr: 'https://qr.example/AD00',
				expiresAt: '2036-01-31T09:03:00Z',
				...change,
			}),
		);

	test.each([
		['no QR', created({qr: undefined}), 'body', 'MISSING_FIELD'],
		['a time that is none', created({expiresAt: 'завтра'}), 'body', 'BAD_FIELD'],
		['an unknown status', created({status: 'new'}), 'body', 'UNKNOWN_STATUS'],
		['another order', created({orderId: 'B-2'}), 'identity', 'OTHER_ORDER'],
		['an error of the server', instead('{}', 503), 'http', 'HTTP_503'],
	])(
		'given %s, then it is a technical error by its name, and the order is cancelled: 6',
		async (_given, answer, kind, code) => {
			const {till, ended} = await payWith(answer);
			expect(ended.lines().map(({type}) => type)).toEqual(['started', 'result']);
			expect(ended.lines().at(-1)).toMatchObject({outcome: 'cancelled', reason: 'errors', exitCode: 6});
			expect(failures(till)).toEqual([['create', kind, code]]);
			expect(orderAt(till.gateway, orderId)).toMatchObject([{status: 'cancelled'}]);
		},
	);

	test.each([
		['no URL', 'AD00'],
		['no https', 'http://qr.example/AD00'],
		['a port', 'https://qr.example:444/AD00'],
		['a user', 'https://qr.nspk.ru@evil.example/AD00'],
		['another host', 'https://qr.nspk.ru.evil.com/AD00'],
		['another sum', 'https://qr.example/AD00?sum=1199'],
		['another currency', 'https://qr.example/AD00?cur=USD'],
		['a wrong check sum', 'https://qr.example/AD00?sum=1200&cur=RUB&crc=0000'],
		['a parameter twice', 'https://qr.example/AD00?sum=1200&sum=1200'],
		['a control character', 'https://qr.example/AD00\u001b[2J'],
		['no end', `https://qr.example/${'A'.repeat(500)}`],
	])('given a QR with %s, then it is shown nowhere, and the order is cancelled: 10', async (_given, qr) => {
		const {till, ended} = await payWith(created({qr}));
		expect(ended.lines().map(({type}) => type)).toEqual(['started', 'result']);
		expect(ended.lines().at(-1)).toMatchObject({
			outcome: 'rejected',
			reason: expect.stringMatching(/\S/),
			exitCode: 10,
		});
		expect(ended.code).toBe(10);
		expect(askedAbout(till.gateway, orderId)).toEqual(['CreateOrder', 'CancelOrder']);
		expect(orderAt(till.gateway, orderId)).toMatchObject([{status: 'cancelled'}]);
		expect(rowsOf(till.folder, orderId).map(({type}) => type)).not.toContain('qr.shown');
	});

	test.each([
		[
			'400',
			instead('{"error":{"code":"SYSTEM","message":"Система не подключена"}}', 400),
			/Система не подключена/,
		],
		['409', instead('{"error":{"code":"CONFLICT","message":"Номер занят"}}', 409), /Номер занят/],
		['403', instead('{"error":{"code":"BLOCKED","message":"Точка закрыта"}}', 403), /Точка закрыта/],
	])('given a refusal by %s, then 10 with the gateway’s reason', async (_given, answer, reason) => {
		const {ended} = await payWith(answer);
		expect(ended.lines().at(-1)).toMatchObject({
			outcome: 'rejected',
			reason: expect.stringMatching(reason),
			exitCode: 10,
		});
	});
});
