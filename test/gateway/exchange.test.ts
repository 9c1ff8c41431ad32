// The connection to the gateway over real mutual TLS: kept, lost, tried again.
import {describe, expect, test} from 'vitest';
import {fault, harnessed, limits} from './support/harness.ts';
import {created, goodQr, order, waiting} from './support/orders.ts';
import {json} from './support/server.ts';

const {serve, gatewayAt} = harnessed();

describe('a request', () => {
	test('given an honest gateway, then the signed POST arrives as the contract has it, and the answer comes back', async () => {
		const server = await serve((_seen, response) => json(response, created));
		const gateway = gatewayAt(server, {clock: () => 1_760_000_000_900, nonce: () => '0f'.repeat(16)});
		expect(await gateway.createOrder(order, limits)).toEqual({type: 'created', ...created});
		const [seen] = server.seen;
		expect(seen?.path).toBe('/api/CreateOrder');
		expect(seen?.headers).toMatchObject({
			'content-type': 'application/json; charset=utf-8',
			'x-qpg-agent': '17',
			'x-qpg-pos': 'N100',
			'x-qpg-time': '1760000000',
			'x-qpg-nonce': '0f'.repeat(16),
		});
		expect(seen?.headers['x-qpg-sign']).toMatch(/^[0-9a-f]{64}$/);
	});

	test('given no nonce of the caller, then each request has 32 hex digits of its own', async () => {
		const server = await serve((_seen, response) => json(response, waiting));
		const gateway = gatewayAt(server);
		for (let n = 0; n < 3; n += 1) await gateway.getStatus('A-1', limits);
		const nonces = server.seen.map(({headers}) => headers['x-qpg-nonce']);
		expect(new Set(nonces).size).toBe(3);
		for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/);
	});

	test('given a QR that fails the check, then the order is refused and its text is not handed on', async () => {
		const server = await serve((_seen, response) =>
			json(response, {...created, qr: goodQr.replace('0B78', '0B79')}),
		);
		expect(await gatewayAt(server).createOrder(order, limits)).toEqual({
			type: 'qrRefused',
			gatewayOrderId: 'G-1',
			reason: 'crc',
		});
	});

	test('given a gateway on loopback, then a test host’s QR passes', async () => {
		const qr = 'https://qr.gateway.example/AD1000TESTKASSA00000000000000011';
		const server = await serve((_seen, response) => json(response, {...created, qr}));
		expect(await gatewayAt(server).createOrder(order, limits)).toMatchObject({type: 'created', qr});
	});
});

describe('the warm connection', () => {
	test('given questions one after another, then they share one connection', async () => {
		const server = await serve((_seen, response) =>
			json(response, waiting, 200, {'keep-alive': 'timeout=60'}),
		);
		const gateway = gatewayAt(server);
		for (let n = 0; n < 3; n += 1) await gateway.getStatus('A-1', limits);
		expect(server.seen.map(({connection}) => connection)).toEqual([1, 1, 1]);
	});

	test('given no hint of the server, then it is closed by us after 4 s; given a hint of 3 s, then after 1 s', async () => {
		const closedAfter = async (headers: Record<string, string>): Promise<number> => {
			const server = await serve((_seen, response) => {
				// Node's server writes a hint of its own unless told otherwise.
				response.shouldKeepAlive = true;
				response.setHeader('connection', 'keep-alive');
				json(response, waiting, 200, headers);
			});
			await gatewayAt(server).getStatus('A-1', limits);
			const startMs = performance.now();
			await new Promise((resolve) => server.connections[0]?.once('close', resolve));
			return performance.now() - startMs;
		};
		const [unhinted, hinted] = await Promise.all([closedAfter({}), closedAfter({'keep-alive': 'timeout=3'})]);
		expect(unhinted).toBeGreaterThan(3500);
		expect(unhinted).toBeLessThan(9000);
		expect(hinted).toBeGreaterThan(700);
		expect(hinted).toBeLessThan(3300);
	});

	test('given a hint that leaves nothing, then the connection is not kept', async () => {
		const server = await serve((_seen, response) => {
			response.setHeader('connection', 'keep-alive');
			json(response, waiting, 200, {'keep-alive': 'timeout=2'});
		});
		const gateway = gatewayAt(server);
		await gateway.getStatus('A-1', limits);
		await gateway.getStatus('A-1', limits);
		expect(server.seen.map(({connection}) => connection)).toEqual([1, 2]);
	});

	test('given a kept connection that dies as the question arrives, then it is asked once more, newly stamped, and no error is told', async () => {
		let timeMs = 1_760_000_000_000;
		const server = await serve((seen, response, socket) => {
			if (server.seen.length === 2) socket.destroy();
			else
				json(response, {...waiting, orderId: JSON.parse(seen.body).orderId}, 200, {
					'keep-alive': 'timeout=60',
				});
		});
		const gateway = gatewayAt(server, {
			clock: () => {
				timeMs += 1000;
				return timeMs;
			},
		});
		await gateway.getStatus('A-1', limits);
		expect(await gateway.getStatus('A-2', limits)).toMatchObject({type: 'status', answer: {orderId: 'A-2'}});
		const [, lost, again] = server.seen;
		expect(server.seen.map(({connection}) => connection)).toEqual([1, 1, 2]);
		expect(again?.body).toBe(lost?.body);
		for (const header of ['x-qpg-time', 'x-qpg-nonce', 'x-qpg-sign']) {
			expect(again?.headers[header]).not.toBe(lost?.headers[header]);
		}
	});

	test('given a kept connection that was closed while idle, then the next question just takes a fresh one', async () => {
		const server = await serve((_seen, response) =>
			json(response, waiting, 200, {'keep-alive': 'timeout=60'}),
		);
		const gateway = gatewayAt(server);
		await gateway.getStatus('A-1', limits);
		const [first] = server.connections;
		const closed = new Promise((resolve) => first?.once('close', resolve));
		first?.end();
		await closed;
		expect(await gateway.getStatus('A-1', limits)).toMatchObject({type: 'status'});
		expect(server.seen.map(({connection}) => connection)).toEqual([1, 2]);
	});

	test('given that the second try dies too, then that is the error, and there is no third', async () => {
		const server = await serve((_seen, response, socket) => {
			if (server.seen.length === 1) json(response, waiting, 200, {'keep-alive': 'timeout=60'});
			else socket.destroy();
		});
		const gateway = gatewayAt(server);
		await gateway.getStatus('A-1', limits);
		expect(await gateway.getStatus('A-1', limits)).toMatchObject({type: 'fault', fault: {kind: 'connect'}});
		expect(server.seen.length).toBe(3);
	});

	test('given a kept connection that dies in the middle of its answer, then it is not asked again', async () => {
		const server = await serve((_seen, response, socket) => {
			if (server.seen.length === 1) json(response, waiting, 200, {'keep-alive': 'timeout=60'});
			else socket.end('HTTP/1.1 200 O');
		});
		const gateway = gatewayAt(server);
		await gateway.getStatus('A-1', limits);
		expect(await gateway.getStatus('A-1', limits)).toMatchObject(fault('connect', 'ANSWER_CUT'));
		expect(server.seen.length).toBe(2);
	});

	test('given a fresh connection that dies, then it is not asked again', async () => {
		const server = await serve((_seen, _response, socket) => socket.destroy());
		expect(await gatewayAt(server).getStatus('A-1', limits)).toMatchObject({type: 'fault'});
		expect(server.seen.length).toBe(1);
	});

	test('given a slow answer for one order, then the question about another does not wait for it', async () => {
		let finish = (): void => {};
		const server = await serve((seen, response) => {
			if (seen.body.includes('SLOW')) finish = () => json(response, {...waiting, orderId: 'SLOW'});
			else json(response, waiting);
		});
		const gateway = gatewayAt(server);
		const slow = gateway.getStatus('SLOW', limits);
		expect(await gateway.getStatus('A-1', limits)).toMatchObject({answer: {orderId: 'A-1'}});
		finish();
		expect(await slow).toMatchObject({answer: {orderId: 'SLOW'}});
	});
});

test('given any fault or answer, then neither key nor certificate is in it', async () => {
	const server = await serve((seen, response) =>
		json(response, {error: {code: 'SIGN', message: `bad ${seen.headers['x-qpg-sign']?.slice(0, 8)}`}}, 401),
	);
	const heard = JSON.stringify(await gatewayAt(server).createOrder(order, limits));
	expect(heard).not.toContain('test-key');
	expect(heard).not.toContain('PRIVATE');
});
