// What an answer may be, and how long it may take: over real mutual TLS.
import type {ServerResponse} from 'node:http';
import {describe, expect, test} from 'vitest';
import type {GatewayPort} from '../../source/engine/ports.ts';
import {fault, harnessed, limits} from './support/harness.ts';
import {order, waiting} from './support/orders.ts';
import {type Answering, json, type TestServer} from './support/server.ts';

const {serve, gatewayAt} = harnessed();

const raw = (response: ServerResponse, text: string): void => {
	response.socket?.write(text);
};

describe('an answer is limited', () => {
	test.each([
		['exactly 64 KiB', 'status', 65_536],
		['one byte more', 'TOO_LONG', 65_537],
	])('given %s, then the end is %s', async (_what, end, bytes) => {
		const text = JSON.stringify(waiting);
		const server = await serve((_seen, response) => json(response, text.padEnd(bytes, ' ')));
		const heard = await gatewayAt(server).getStatus('A-1', limits);
		expect(heard.type === 'fault' ? heard.fault.code : heard.type).toBe(end);
	});

	test('given an answer without end, then it is cut and the connection closed', async () => {
		const server = await serve((_seen, response) => {
			response.writeHead(200, {'content-type': 'application/json'});
			const more = (): boolean => response.write('x'.repeat(16_384));
			response.on('drain', more);
			while (more());
		});
		expect(await gatewayAt(server).getStatus('A-1', limits)).toMatchObject(fault('body', 'TOO_LONG'));
	});

	test.each([
		['text/html', '<html>login</html>', 'HTML'],
		['text/plain', JSON.stringify(waiting), 'CONTENT_TYPE'],
		['application/jsonp', JSON.stringify(waiting), 'CONTENT_TYPE'],
		['application/json', '', 'NOT_JSON'],
		['application/json', '{"orderId":', 'NOT_JSON'],
		['APPLICATION/JSON;charset=utf-8', 'NaN', 'NOT_JSON'],
	])('given %s with %j, then the fault is %s', async (type, body, code) => {
		const server = await serve((_seen, response) => json(response, body, 200, {'content-type': type}));
		expect(await gatewayAt(server).getStatus('A-1', limits)).toMatchObject(fault('body', code));
	});

	test('given no content type at all, then that is the fault', async () => {
		const body = JSON.stringify(waiting);
		const server = await serve((_seen, response) =>
			raw(response, `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
		);
		expect(await gatewayAt(server).getStatus('A-1', limits)).toMatchObject(fault('body', 'CONTENT_TYPE'));
	});

	test('given bytes that are no UTF-8, then it is not JSON', async () => {
		const server = await serve((_seen, response) => {
			response.writeHead(200, {'content-type': 'application/json'});
			response.end(Buffer.from([0x22, 0xff, 0x22]));
		});
		expect(await gatewayAt(server).getStatus('A-1', limits)).toMatchObject(fault('body', 'NOT_JSON'));
	});

	test('given a redirect, then it is not followed and its target is told', async () => {
		const other = await serve((_seen, response) => json(response, waiting));
		const server = await serve((_seen, response) => {
			response.writeHead(307, {location: `${other.url}/api/GetStatus`});
			response.end();
		});
		expect(await gatewayAt(server).getStatus('A-1', limits)).toEqual({
			type: 'fault',
			fault: {kind: 'http', code: 'HTTP_307', detail: `${other.url}/api/GetStatus`},
		});
		expect(other.seen.length).toBe(0);
	});

	test('given a proxy’s page with 502, then the code is told and the page is not', async () => {
		const server = await serve((_seen, response) =>
			json(response, '<html>secret page</html>', 502, {'content-type': 'text/html'}),
		);
		expect(await gatewayAt(server).createOrder(order, limits)).toEqual({
			type: 'fault',
			fault: {kind: 'http', code: 'HTTP_502', detail: 'text/html'},
		});
	});

	test('given something that is not HTTP, then it is told so', async () => {
		const server = await serve((_seen, response) => raw(response, 'SSH-2.0-OpenSSH_9.6\r\n'));
		expect(await gatewayAt(server).getStatus('A-1', limits)).toMatchObject(fault('http', 'NOT_HTTP'));
	});
});

describe('time', () => {
	const short = {timeoutMs: 400};

	/** The first question is answered, so that the short time is not spent on the handshake. */
	async function warmed(answer: Answering): Promise<{server: TestServer; gateway: GatewayPort}> {
		const server = await serve((seen, response, socket) => {
			if (server.seen.length === 1) json(response, waiting, 200, {'keep-alive': 'timeout=60'});
			else answer(seen, response, socket);
		});
		const gateway = gatewayAt(server);
		await gateway.getStatus('A-1', limits);
		return {server, gateway};
	}

	test('given no answer, then the time for the whole answer runs out', async () => {
		const {gateway} = await warmed(() => {});
		expect(await gateway.getStatus('A-1', short)).toMatchObject(fault('timeout', 'ANSWER_TIMEOUT'));
	});

	test('given an answer that trickles, then its time is the whole and not between two bytes', async () => {
		const {gateway} = await warmed((_seen, response, socket) => {
			response.writeHead(200, {'content-type': 'application/json'});
			const drip = setInterval(() => response.write(' '), 20);
			socket.on('close', () => clearInterval(drip));
		});
		expect(await gateway.getStatus('A-1', short)).toMatchObject(fault('timeout', 'BODY_TIMEOUT'));
	});

	test('given a time-out, then it is not asked again by itself, and the next question goes over a fresh connection', async () => {
		const {server, gateway} = await warmed((_seen, response) => {
			if (server.seen.length > 2) json(response, waiting);
		});
		await gateway.getStatus('A-1', short);
		expect(await gateway.getStatus('A-1', limits)).toMatchObject({type: 'status'});
		expect(server.seen.map(({connection}) => connection)).toEqual([1, 1, 2]);
	});

	test('given an abort by the caller, then the answer is a fault at once', async () => {
		const controller = new AbortController();
		const server = await serve(() => controller.abort());
		const heard = await gatewayAt(server).getStatus('A-1', {timeoutMs: 60_000, signal: controller.signal});
		expect(heard).toMatchObject(fault('timeout', 'ABORTED'));
	});

	test('given a closed port, then a question still under way ends as well', async () => {
		const server = await serve(() => void gateway.close());
		const gateway = gatewayAt(server);
		expect(await gateway.getStatus('A-1', {timeoutMs: 60_000})).toMatchObject(fault('timeout', 'ABORTED'));
	});
});
