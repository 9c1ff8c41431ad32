// The network between till and gateway broken in each of its places: the right kind of fault, in words that name the place.
import {createServer, type Server} from 'node:net';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {type GatewayFault, gatewayFaultLine, gatewayRu, type OrderRequest} from '../../source/core/index.ts';
import type {GatewayPort} from '../../source/engine/ports.ts';
import {createGateway, openCertificate, qpg1} from '../../source/gateway/index.ts';
import {makeCertificates, type SandboxCertificates, startSandboxGateway} from '../../source/sandbox/index.ts';
import {openWorld, type TestTill, type World} from '../e2e/support/world.ts';
import {openFullPort} from './full-port.ts';
import {type NetworkProxy, startProxy, type Way} from './proxy.ts';

let world: World;
let till: TestTill;
let stranger: SandboxCertificates;

beforeAll(async () => {
	world = await openWorld();
	till = await world.openTillWithout();
	stranger = await makeCertificates({posId: world.access.posId});
});
afterAll(() => world.close());

const closing: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

let proxy: NetworkProxy;
beforeEach(async () => {
	proxy = await startProxy(world.gateway);
	closing.push(() => proxy.close());
});

type Reach = {readonly serverUrl?: string; readonly caPem?: string};

async function gatewayVia({
	serverUrl = `https://127.0.0.1:${proxy.port}`,
	caPem,
}: Reach = {}): Promise<GatewayPort> {
	const {posId, agentId, agentKey} = world.access;
	const {password} = world.certificates.client;
	const opened = await openCertificate({folder: till.folder, posId, password, nowMs: Date.now()});
	if (!opened.ok) throw new Error(opened.fault.code);
	const gateway = createGateway({
		serverUrl,
		servicePath: world.gateway.servicePaths.qpg1,
		agentId,
		agentKey,
		posId,
		dialect: qpg1,
		certificate: opened.certificate,
		caPem: caPem ?? world.certificates.caPem,
	});
	closing.push(() => gateway.close());
	return gateway;
}

async function faultOf(gateway: GatewayPort, timeoutMs = 3000): Promise<GatewayFault> {
	const heard = await gateway.ping({timeoutMs});
	if (heard.type !== 'fault') throw new Error('the network is not broken');
	return heard.fault;
}

const said = (fault: GatewayFault): string => gatewayFaultLine(fault, gatewayRu);

/** Bytes of the gateway up to the end of the handshake, session tickets included, as this network carries them. */
async function handshakeBytes(): Promise<{handshake: number; answer: number}> {
	const gateway = await gatewayVia();
	await gateway.ping({timeoutMs: 3000});
	const first = proxy.downBytes;
	await gateway.ping({timeoutMs: 3000});
	const answer = proxy.downBytes - first;
	return {handshake: first - answer, answer};
}

describe('before TLS', () => {
	test('given a port where nobody listens, then the connection is refused', async () => {
		const {port} = proxy;
		await proxy.close();
		const fault = await faultOf(await gatewayVia());
		expect(fault).toMatchObject({kind: 'connect', code: 'ECONNREFUSED', detail: `127.0.0.1:${port}`});
		expect(said(fault)).toMatch(/не принимает соединения/);
	});

	test('given a reset as soon as it is taken, then the connection is named, or the handshake that had begun', async () => {
		proxy.way = {type: 'reset'};
		const fault = await faultOf(await gatewayVia());
		expect(['connect ECONNRESET', 'tls TLS_CLOSED']).toContain(`${fault.kind} ${fault.code}`);
		expect(said(fault)).toMatch(/оборвано|посреди рукопожатия/);
	});

	test.runIf(process.platform === 'linux')(
		'given a black hole that swallows every packet, then the connection’s time runs out',
		async () => {
			const full = await openFullPort();
			closing.push(() => full.close());
			const fault = await faultOf(await gatewayVia({serverUrl: `https://127.0.0.1:${full.port}`}), 700);
			expect(fault).toMatchObject({kind: 'timeout', code: 'CONNECT_TIMEOUT'});
			expect(said(fault)).toMatch(/не отвечает на попытку соединиться/);
		},
	);

	test('given a name that is nowhere, then the name service is named', async () => {
		const fault = await faultOf(await gatewayVia({serverUrl: 'https://gateway.invalid'}), 5000);
		expect(fault.kind).toMatch(/^(?:connect|timeout)$/);
		expect(['ENOTFOUND', 'EAI_AGAIN', 'DNS_TIMEOUT']).toContain(fault.code);
		expect(said(fault)).toMatch(/Имя сервера не найдено|Служба имён/);
		expect(said(fault)).toContain('gateway.invalid');
	});
});

describe('in the handshake', () => {
	test.each([
		[
			'a reset after our first words',
			{type: 'resetAfterUp', bytes: 1},
			'tls',
			'TLS_CLOSED',
			/посреди рукопожатия/,
		],
		[
			'a reset amid the server’s words',
			{type: 'resetAfterDown', bytes: 700},
			'tls',
			'TLS_CLOSED',
			/посреди рукопожатия/,
		],
		[
			'an end amid the server’s words',
			{type: 'endAfterDown', bytes: 700},
			'tls',
			'TLS_CLOSED',
			/посреди рукопожатия/,
		],
		['a changed byte', {type: 'garbled', byte: 900}, 'tls', 'TLS_PROTOCOL', /не говорит по TLS как положено/],
		['silence from the start', {type: 'silent'}, 'timeout', 'TLS_TIMEOUT', /не закончил рукопожатие/],
		[
			'silence in the middle',
			{type: 'silentAfterDown', bytes: 700},
			'timeout',
			'TLS_TIMEOUT',
			/не закончил рукопожатие/,
		],
		['one byte a second', {type: 'slow', bytesPerS: 1}, 'timeout', 'TLS_TIMEOUT', /не закончил рукопожатие/],
	] as const)('given %s, then the handshake is named', async (_name, way: Way, kind, code, words) => {
		proxy.way = way;
		const fault = await faultOf(await gatewayVia(), 900);
		expect(fault).toMatchObject({kind, code});
		expect(said(fault)).toMatch(words);
	});

	test('given another certificate behind the same address, then it is not believed and nothing is sent', async () => {
		const rogue = await startRogue();
		const fault = await faultOf(await gatewayVia({serverUrl: `https://127.0.0.1:${rogue.port}`}));
		expect(fault).toMatchObject({kind: 'tls', code: 'SERVER_CERT_UNKNOWN_AUTHORITY'});
		expect(said(fault)).toMatch(/выдан неизвестным центром/);
		expect(rogue.requests()).toEqual([]);
	});

	test('given a server that is no TLS server, then that is said', async () => {
		const server: Server = createServer((socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		closing.push(() => server.close());
		const address = server.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		const fault = await faultOf(await gatewayVia({serverUrl: `https://127.0.0.1:${port}`}));
		expect(fault).toMatchObject({kind: 'tls', code: 'TLS_PROTOCOL'});
	});
});

async function startRogue() {
	const rogue = await startSandboxGateway({access: world.access, certificates: stranger});
	closing.push(() => rogue.close());
	return rogue;
}

describe('after the handshake', () => {
	test('given a reset once the request has gone, then the connection is named', async () => {
		const gateway = await gatewayVia();
		expect(await gateway.ping({timeoutMs: 3000})).toMatchObject({type: 'pong'});
		await gateway.close();
		const {handshake} = await handshakeBytes();
		proxy.way = {type: 'resetAfterDown', bytes: handshake};
		const fresh = await gatewayVia();
		const fault = await faultOf(fresh);
		expect(fault.kind).toBe('connect');
		expect(['ECONNRESET', 'CLOSED', 'ANSWER_CUT']).toContain(fault.code);
		expect(said(fault)).toMatch(/оборван|закрыл соединение/);
	});

	test.each([
		['a reset', 'resetAfterDown'],
		['an end', 'endAfterDown'],
	] as const)('given %s inside the answer, then no half of it is believed', async (_name, type) => {
		const {handshake, answer} = await handshakeBytes();
		// Session tickets may come before the answer or after it, so that the cut does not fall into it each time.
		const heard = [];
		for (const cut of [0.2, 0.4, 0.6, 0.8, 0.95]) {
			proxy.way = {type, bytes: handshake + Math.floor(answer * cut)};
			const gateway = await gatewayVia();
			heard.push(await gateway.ping({timeoutMs: 3000}));
		}
		const codes = heard.flatMap((one) =>
			one.type === 'fault' ? [`${one.fault.kind} ${one.fault.code}`] : [],
		);
		expect(codes.length).toBeGreaterThan(0);
		for (const code of codes) expect(code).toMatch(/^connect (?:ECONNRESET|CLOSED|ANSWER_CUT)$/);
	});

	test('given a line that goes half-open under the answer, then the answer’s time runs out', async () => {
		const {handshake} = await handshakeBytes();
		proxy.way = {type: 'silentAfterDown', bytes: handshake};
		const fault = await faultOf(await gatewayVia(), 900);
		expect(fault).toMatchObject({kind: 'timeout', code: 'ANSWER_TIMEOUT'});
		expect(said(fault)).toMatch(/принял вопрос, но вовремя не ответил/);
	});

	test('given a byte of the answer changed on the way, then TLS refuses all of it', async () => {
		const {handshake, answer} = await handshakeBytes();
		proxy.way = {type: 'garbled', byte: handshake + Math.floor(answer / 2)};
		const fault = await faultOf(await gatewayVia());
		expect(fault).toMatchObject({kind: 'tls', code: 'TLS_PROTOCOL'});
	});
});

describe('a kept connection', () => {
	test('given a server that has dropped it meanwhile, then the poll goes once more and nobody hears of it', async () => {
		const gateway = await gatewayVia();
		for (let n = 1; n <= 10; n += 1) {
			expect(await gateway.ping({timeoutMs: 3000})).toMatchObject({type: 'pong'});
			world.gateway.control.dropConnections();
		}
	});

	test('given a router that has forgotten it and resets, then the poll goes once more and nobody hears of it', async () => {
		const gateway = await gatewayVia();
		for (let n = 1; n <= 10; n += 1) {
			expect(await gateway.ping({timeoutMs: 3000})).toMatchObject({type: 'pong'});
			proxy.now(({upBytes}) => ({type: 'resetAfterUp', bytes: upBytes + 1}));
		}
		expect(proxy.connections).toBe(10);
	});

	test('given a router that has forgotten it and says nothing, then one poll’s time runs out and the next goes through', async () => {
		const gateway = await gatewayVia();
		await gateway.ping({timeoutMs: 3000});
		proxy.now(() => ({type: 'silent'}));
		expect(await faultOf(gateway, 700)).toMatchObject({kind: 'timeout', code: 'ANSWER_TIMEOUT'});
		expect(await gateway.ping({timeoutMs: 3000})).toMatchObject({type: 'pong'});
	});
});

describe('three requests of ten are lost', () => {
	const order: OrderRequest = {
		orderId: 'LOSS-1',
		posId: 'x',
		agentId: 'x',
		crsId: '0',
		wmid: '0',
		system: 'sbp',
		amountKopecks: 100_002,
		currency: 'RUB',
		ttlS: 600,
		description: '',
	};

	test('given a hundred polls, then each is answered rightly or is one fault of the connection, and three of ten are', async () => {
		const {posId, agentId, crsId, wmid} = world.access;
		const maker = await gatewayVia();
		const made = await maker.createOrder({...order, posId, agentId, crsId, wmid}, {timeoutMs: 3000});
		expect(made).toMatchObject({type: 'created'});
		const {handshake} = await handshakeBytes();
		const gateway = await gatewayVia();
		const lost = [1, 4, 7];
		let faults = 0;
		for (let n = 0; n < 100; n += 1) {
			const isLost = lost.includes(n % 10);
			// On a kept connection the loss would be mended by the second try: here both are lost.
			if (isLost) proxy.now(() => ({type: 'reset'}));
			proxy.way = isLost ? {type: 'resetAfterDown', bytes: handshake} : {type: 'through'};
			const heard = await gateway.getStatus(order.orderId, {timeoutMs: 3000});
			if (heard.type === 'fault') {
				faults += 1;
				expect(heard.fault.kind).toBe('connect');
				expect(isLost).toBe(true);
			} else expect(heard).toMatchObject({type: 'status', answer: {status: 'waiting'}});
		}
		expect(faults).toBe(30);
	});
});
