// Every link to the gateway broken for real: each has its own code, and the probe names the same one.
import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {type AddressInfo, createServer as createTcpServer, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeAll, describe, expect, test} from 'vitest';
import {type GatewayFault, gatewayLinkOf} from '../../source/core/index.ts';
import {timeFault} from '../../source/gateway/connection/link-fault.ts';
import {createGateway, openCertificate, probeGateway, qpg1} from '../../source/gateway/index.ts';
import {asClient, issue, type Pair} from './support/certificates.ts';
import {type Answering, json, startServer, type TestServer} from './support/server.ts';

type Way = {
	readonly serverUrl: string;
	readonly caPem?: string | null;
	readonly certificate?: ReturnType<typeof asClient>;
	readonly timeoutMs?: number;
};

let authority: Pair;
let stranger: Pair;
let serverPair: Pair;
let tillPair: Pair;

beforeAll(() => {
	authority = issue({cn: 'Test Authority'});
	stranger = issue({cn: 'Strange Authority'});
	serverPair = issue({cn: 'localhost', names: ['localhost', '127.0.0.1']}, authority);
	tillPair = issue({cn: 'N100'}, authority);
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

const pong = {time: Math.floor(Date.now() / 1000), agentId: '17', posId: 'N100', systems: ['sbp', 'alipay']};
const honest: Answering = (_seen, response) => json(response, pong);

async function serve(
	pair: Pair = serverPair,
	answer: Answering = honest,
	options: Parameters<typeof startServer>[3] = {},
	clientCa = authority.cert,
): Promise<TestServer> {
	const server = await startServer(pair, clientCa, answer, options);
	closing.push(() => server.close());
	return server;
}

/** A server that speaks no TLS at all. */
async function serveRaw(onSocket: (socket: Socket) => void): Promise<string> {
	const sockets: Socket[] = [];
	const server = createTcpServer((socket) => {
		sockets.push(socket);
		socket.on('error', () => {});
		onSocket(socket);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closing.push(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	return `https://localhost:${(server.address() as AddressInfo).port}`;
}

const optionsOf = ({serverUrl, caPem, certificate}: Way) => ({
	serverUrl,
	servicePath: '/api',
	agentId: '17',
	agentKey: 'test-key',
	posId: 'N100',
	dialect: qpg1,
	certificate: certificate ?? asClient(tillPair),
	caPem: caPem === undefined ? authority.cert : caPem,
});

async function faultOf(way: Way): Promise<GatewayFault> {
	const gateway = createGateway(optionsOf(way));
	const heard = await gateway.ping({timeoutMs: way.timeoutMs ?? 5000});
	await gateway.close();
	if (heard.type !== 'fault') throw new Error('the link is not broken');
	return heard.fault;
}

/** The way is broken with this code, and the probe finds the same link and nothing before it. */
async function expectBroken(way: Way, kind: string, code: string): Promise<GatewayFault> {
	const fault = await faultOf(way);
	expect(fault).toMatchObject({kind, code});
	const steps = await probeGateway({...optionsOf(way), stepTimeoutMs: way.timeoutMs ?? 5000});
	const broken = steps.filter((step) => !step.ok);
	expect(broken.map(({step}) => step)).toEqual([gatewayLinkOf(fault)]);
	expect(steps.at(-1)).toMatchObject({ok: false, fault: {code}});
	return fault;
}

describe('below TLS', () => {
	test('given a name that is nowhere, then the name service is to blame', async () => {
		const fault = await faultOf({serverUrl: 'https://till.invalid'});
		expect(fault.kind).toBe('connect');
		expect(['ENOTFOUND', 'EAI_AGAIN']).toContain(fault.code);
		expect(fault.detail).toBe('till.invalid:443');
	});

	test('given a port where nobody listens, then the connection is refused', async () => {
		const serverUrl = await serveRaw(() => {});
		await closing.pop()?.();
		await expectBroken({serverUrl}, 'connect', 'ECONNREFUSED');
	});

	test('given a time that runs out at a stage, then the code names the stage', () => {
		const codes = (['dns', 'tcp', 'tls', 'open'] as const).map((stage) => timeFault(stage, false, 'x').code);
		expect(codes).toEqual(['DNS_TIMEOUT', 'CONNECT_TIMEOUT', 'TLS_TIMEOUT', 'ANSWER_TIMEOUT']);
	});
});

describe('TLS', () => {
	test('given a server that takes the connection and says nothing, then the handshake’s time runs out', async () => {
		await expectBroken({serverUrl: await serveRaw(() => {}), timeoutMs: 800}, 'timeout', 'TLS_TIMEOUT');
	});

	test('given a server that closes during the handshake, then it is told so', async () => {
		const serverUrl = await serveRaw((socket) => socket.once('data', () => socket.end()));
		await expectBroken({serverUrl}, 'tls', 'TLS_CLOSED');
	});

	test('given plain HTTP on the port, then the protocol is wrong', async () => {
		const serverUrl = await serveRaw((socket) =>
			socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
		);
		await expectBroken({serverUrl}, 'tls', 'TLS_PROTOCOL');
	});

	test('given a server of TLS 1.1 alone, then there is no common version', async () => {
		const server = await serve(serverPair, honest, {
			minVersion: 'TLSv1',
			maxVersion: 'TLSv1.1',
			ciphers: 'DEFAULT@SECLEVEL=0',
		});
		await expectBroken({serverUrl: server.url}, 'tls', 'TLS_VERSION');
	});

	test.each(['TLSv1.2', 'TLSv1.3'] as const)(
		'given a server of %s alone, then it answers',
		async (version) => {
			const server = await serve(serverPair, honest, {minVersion: version, maxVersion: version});
			const steps = await probeGateway({...optionsOf({serverUrl: server.url}), stepTimeoutMs: 5000});
			expect(steps.map(({step, ok}) => `${step} ${ok}`)).toEqual(
				['dns', 'tcp', 'tls', 'certificate', 'service', 'signature', 'clock', 'answer'].map(
					(step) => `${step} true`,
				),
			);
			expect(steps.find(({step}) => step === 'tls')).toMatchObject({seen: version});
			expect(steps.at(-1)).toMatchObject({seen: 'sbp, alipay'});
		},
	);

	test('given an address instead of a name, then the certificate is checked against the address', async () => {
		const server = await serve();
		const gateway = createGateway(optionsOf({serverUrl: `https://127.0.0.1:${server.port}`}));
		closing.unshift(() => gateway.close());
		expect(await gateway.ping({timeoutMs: 5000})).toMatchObject({type: 'pong'});
	});
});

describe('the server’s certificate', () => {
	const day = 86_400_000;

	test('given an authority that we do not know, then nothing is sent', async () => {
		const server = await serve();
		for (const caPem of [null, stranger.cert]) {
			await expectBroken({serverUrl: server.url, caPem}, 'tls', 'SERVER_CERT_UNKNOWN_AUTHORITY');
		}
		expect(server.seen).toEqual([]);
	});

	test('given one that signed itself, then the authority is unknown', async () => {
		const server = await serve(issue({cn: 'localhost', names: ['localhost']}));
		await expectBroken({serverUrl: server.url}, 'tls', 'SERVER_CERT_UNKNOWN_AUTHORITY');
	});

	test('given one that has expired, or is not valid yet, then it is told so', async () => {
		const wish = {cn: 'localhost', names: ['localhost']};
		const expired = await serve(
			issue({...wish, fromMs: Date.now() - 9 * day, toMs: Date.now() - day}, authority),
		);
		await expectBroken({serverUrl: expired.url}, 'tls', 'SERVER_CERT_EXPIRED');
		const early = await serve(
			issue({...wish, fromMs: Date.now() + day, toMs: Date.now() + 9 * day}, authority),
		);
		await expectBroken({serverUrl: early.url}, 'tls', 'SERVER_CERT_NOT_YET_VALID');
	});

	test('given one for another name, then it is told so', async () => {
		const server = await serve(issue({cn: 'localhost', names: ['gateway.example']}, authority));
		await expectBroken({serverUrl: server.url}, 'tls', 'SERVER_CERT_NAME');
	});

	test('given a CA file without a certificate in it, then that is the fault and nothing is sent', async () => {
		const server = await serve();
		for (const caPem of ['', 'no pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n']) {
			await expectBroken({serverUrl: server.url, caPem}, 'tls', 'CA_FILE');
		}
		expect(server.seen).toEqual([]);
	});

	test('given an authority that lies in the till’s own .pfx, then it does not vouch for the server', async () => {
		type Golden = Readonly<Record<'password' | 'authorityPem' | 'serverPfx', string>> & {
			readonly files: Readonly<Record<string, string>>;
		};
		const url = new URL('../golden/gateway-certificates.json', import.meta.url);
		const golden = JSON.parse(readFileSync(url, 'utf8')) as Golden;
		const folder = mkdtempSync(join(tmpdir(), 'pfx-'));
		closing.push(() => rmSync(folder, {recursive: true}));
		writeFileSync(join(folder, 'SERVER.pfx'), Buffer.from(golden.serverPfx, 'base64'));
		const its = {folder, posId: 'SERVER', password: golden.password, nowMs: Date.now()};
		const openedServer = await openCertificate(its);
		const pair = openedServer.ok ? openedServer.certificate.tlsMaterial() : null;
		if (!pair || !('key' in pair)) throw new Error('the server’s file has to come as PEM');
		const server = await serve(pair, honest, {}, golden.authorityPem);
		for (const name of ['modern', 'legacyRc2']) {
			writeFileSync(join(folder, 'N100.pfx'), Buffer.from(golden.files[name] ?? '', 'base64'));
			const opened = await openCertificate({
				folder,
				posId: 'N100',
				password: golden.password,
				nowMs: Date.now(),
			});
			if (!opened.ok) throw new Error(opened.fault.code);
			const way = {serverUrl: server.url, certificate: opened.certificate};
			await expectBroken({...way, caPem: null}, 'tls', 'SERVER_CERT_UNKNOWN_AUTHORITY');
			expect(server.seen).toEqual([]);
			const gateway = createGateway(optionsOf({...way, caPem: golden.authorityPem}));
			expect(await gateway.ping({timeoutMs: 5000})).toMatchObject({type: 'pong'});
			await gateway.close();
			(server.seen as unknown[]).length = 0;
		}
	});
});

describe('the till’s certificate', () => {
	test.each(['TLSv1.2', 'TLSv1.3'] as const)(
		'given that the server refuses it in %s, then it is told so',
		async (version) => {
			const server = await serve(
				serverPair,
				honest,
				{minVersion: version, maxVersion: version},
				stranger.cert,
			);
			await expectBroken({serverUrl: server.url}, 'tls', 'CLIENT_CERT_REFUSED');
			expect(server.seen).toEqual([]);
		},
	);

	const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
	test.runIf(hasOpenssl).each(['-tls1_2', '-tls1_3'])(
		'given a server that refuses it by an alert (openssl s_server %s), then it is told so',
		async (version) => {
			const folder = mkdtempSync(join(tmpdir(), 's_server-'));
			closing.push(() => rmSync(folder, {recursive: true}));
			writeFileSync(join(folder, 'cert.pem'), serverPair.cert);
			writeFileSync(join(folder, 'key.pem'), serverPair.key);
			writeFileSync(join(folder, 'ca.pem'), stranger.cert);
			const server = spawn(
				'openssl',
				`s_server -accept 0 -cert cert.pem -key key.pem -CAfile ca.pem -Verify 2 -verify_return_error ${version}`.split(
					' ',
				),
				{cwd: folder, stdio: ['pipe', 'pipe', 'ignore']},
			);
			closing.unshift(() => {
				const ended = new Promise((resolve) => server.once('exit', resolve));
				server.kill();
				return ended;
			});
			const port = await new Promise<string>((resolve) => {
				let said = '';
				server.stdout.on('data', (chunk: Buffer) => {
					said += chunk;
					const found = /ACCEPT \S*:(\d+)/.exec(said)?.[1];
					if (found) resolve(found);
				});
			});
			const fault = await faultOf({serverUrl: `https://localhost:${port}`});
			expect(fault).toMatchObject({kind: 'tls', code: 'CLIENT_CERT_REFUSED'});
		},
	);

	test.each(['TLSv1.2', 'TLSv1.3'] as const)(
		'given a gateway of %s that loses its answer, then that is not blamed on it',
		async (version) => {
			const options = {minVersion: version, maxVersion: version};
			const server = await serve(serverPair, (_seen, _response, socket) => socket.end(), options);
			expect(await faultOf({serverUrl: server.url})).toMatchObject({kind: 'connect', code: 'CLOSED'});
			expect(server.seen.length).toBe(1);
		},
	);

	test('given a gateway that has answered it before, then a lost connection is not blamed on it', async () => {
		const server = await serve(serverPair, (_seen, response, socket) => {
			if (server.seen.length === 1) json(response, pong, 200, {connection: 'close'});
			else socket.end();
		});
		const gateway = createGateway(optionsOf({serverUrl: server.url}));
		closing.unshift(() => gateway.close());
		await gateway.ping({timeoutMs: 5000});
		expect(await gateway.ping({timeoutMs: 5000})).toMatchObject({fault: {kind: 'connect', code: 'CLOSED'}});
	});
});

describe('behind TLS', () => {
	test.each([
		['CERT', 401, 'http', 'CERT'],
		['SIGN', 401, 'http', 'SIGN'],
		['AGENT', 401, 'http', 'AGENT'],
		['CLOCK', 401, 'http', 'CLOCK'],
		['DOWN', 503, 'http', 'HTTP_503'],
	])('given %s with %i, then the link is named', async (code, status, kind, faultCode) => {
		const server = await serve(serverPair, (_seen, response) =>
			json(response, {error: {code, message: 'no', serverTime: 1_760_000_000}}, status),
		);
		await expectBroken({serverUrl: server.url}, kind, faultCode);
	});

	test('given a proxy’s page, then the service is not there', async () => {
		const server = await serve(serverPair, (_seen, response) =>
			json(response, '<html>', 200, {'content-type': 'text/html'}),
		);
		await expectBroken({serverUrl: server.url}, 'body', 'HTML');
	});

	test('given a gateway whose clock is far off without its saying so, then the probe finds it', async () => {
		const server = await serve(serverPair, (_seen, response) =>
			json(response, {...pong, time: pong.time - 900}),
		);
		const steps = await probeGateway({...optionsOf({serverUrl: server.url}), stepTimeoutMs: 5000});
		expect(steps.at(-1)).toMatchObject({step: 'clock', ok: false, fault: {code: 'CLOCK'}});
	});
});
