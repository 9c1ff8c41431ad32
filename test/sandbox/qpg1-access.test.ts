// Who may call: certificate, agent, clock, signature, nonce.
import {Agent} from 'node:https';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {makeCertificates} from '../../source/sandbox/index.ts';
import {call, exchange, type Reply, signedHeaders} from './raw-till.ts';
import {type Started, start} from './started.ts';

let till: Started;

beforeAll(async () => {
	till = await start();
});
afterAll(() => till.gateway.close());

const errorOf = (reply: Reply): unknown => [reply.status, Reflect.get(Object(reply.json?.['error']), 'code')];

test('given right headers, when the till pings, then it learns time, numbers and systems', async () => {
	const reply = await call(till, 'Ping', {});
	expect(reply.status).toBe(200);
	expect(reply.contentType).toMatch(/^application\/json/);
	expect(reply.json).toEqual({
		time: Math.floor(till.nowMs() / 1000),
		agentId: till.access.agentId,
		posId: 'N100_A',
		systems: ['sbp', 'webmoney', 'wechat', 'alipay'],
	});
});

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
	'given %s, when the till calls with its certificate, then it is served',
	async (version) => {
		const reply = await call(till, 'Ping', {}, {tls: {minVersion: version, maxVersion: version}});
		expect(reply.status).toBe(200);
	},
);

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
	'given %s, when no certificate is shown, then no answer comes',
	async (version) => {
		const bare = {pfx: undefined, passphrase: undefined, minVersion: version, maxVersion: version};
		await expect(call(till, 'Ping', {}, {tls: bare})).rejects.toThrow();
		expect(till.gateway.requests().at(-1)).toMatchObject({operation: 'TLS', answer: 'refused'});
	},
);

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
	'given %s, when the certificate is of another root, then no answer comes',
	async (version) => {
		const {client} = await makeCertificates({posId: 'N100_A'});
		const foreign = {pfx: client.pfx, passphrase: client.password, minVersion: version, maxVersion: version};
		await expect(call(till, 'Ping', {}, {tls: foreign})).rejects.toThrow();
		expect(till.gateway.requests().at(-1)?.note.en).toMatch(/^UNABLE_TO_(VERIFY|GET_ISSUER)/);
	},
);

test('given a certificate that is out of date, when the till calls, then no answer comes', async () => {
	const now = Date.now();
	const validity = {fromMs: now - 2 * 86_400_000, toMs: now - 86_400_000};
	const {pfx, password} = await till.certificates.issueClient({commonName: 'N100_A', validity});
	await expect(call(till, 'Ping', {}, {tls: {pfx, passphrase: password}})).rejects.toThrow();
});

test('given a certificate of another till, when it calls as ours, then CERT', async () => {
	const {pfx, password} = await till.certificates.issueClient({commonName: 'N200'});
	const reply = await call(till, 'Ping', {}, {tls: {pfx, passphrase: password}});
	expect(errorOf(reply)).toEqual([401, 'CERT']);
	expect(reply.json?.['error']).toMatchObject({serverTime: Math.floor(till.nowMs() / 1000)});
});

test('given a certificate of another till, when it calls under its own name, then AGENT', async () => {
	const {pfx, password} = await till.certificates.issueClient({commonName: 'N200'});
	const reply = await call(
		till,
		'Ping',
		{},
		{tls: {pfx, passphrase: password}, headers: {'X-Qpg-Pos': 'N200'}},
	);
	expect(errorOf(reply)).toEqual([401, 'AGENT']);
});

test('given another agent, when it calls, then AGENT', async () => {
	const reply = await call(till, 'Ping', {}, {headers: {'X-Qpg-Agent': '9'}});
	expect(errorOf(reply)).toEqual([401, 'AGENT']);
});

test.each([
	['301 s behind', -301, 401],
	['301 s ahead', 301, 401],
	['300 s behind', -300, 200],
	['300 s ahead', 300, 200],
])(
	'given a clock %s, when the till calls, then the gateway decides by 300 s',
	async (_name, offS, status) => {
		const time = String(Math.floor(till.nowMs() / 1000) + offS);
		const reply = await call(till, 'Ping', {}, {headers: {'X-Qpg-Time': time}});
		expect(reply.status).toBe(status);
		if (status === 401) expect(errorOf(reply)).toEqual([401, 'CLOCK']);
	},
);

test.each(['', '1e9', '-1', '99999999999999'])(
	'given the time %j, when the till calls, then CLOCK',
	async (time) => {
		expect(errorOf(await call(till, 'Ping', {}, {headers: {'X-Qpg-Time': time}}))).toEqual([401, 'CLOCK']);
	},
);

test('given another key, when the till signs with it, then SIGN', async () => {
	expect(errorOf(await call(till, 'Ping', {}, {agentKey: 'another'}))).toEqual([401, 'SIGN']);
});

test.each([
	['an upper-case signature', (right: string) => right.toUpperCase()],
	['a short signature', (right: string) => right.slice(2)],
	['no signature', () => ''],
	['one digit changed', (right: string) => `${right.slice(0, -1)}${right.endsWith('0') ? '1' : '0'}`],
])('given %s, when the till calls, then SIGN', async (_name, bend) => {
	const path = `${till.gateway.servicePaths.qpg1}/Ping`;
	const headers = signedHeaders(till, path, Buffer.from('{}'));
	headers['X-Qpg-Sign'] = bend(headers['X-Qpg-Sign'] ?? '');
	expect(errorOf(await exchange(till, path, Buffer.from('{}'), {headers}))).toEqual([401, 'SIGN']);
});

test('given a signed body, when another body is sent under its signature, then SIGN', async () => {
	const path = `${till.gateway.servicePaths.qpg1}/GetStatus`;
	const headers = signedHeaders(till, path, Buffer.from('{"orderId":"A"}'));
	const reply = await exchange(till, path, Buffer.from('{"orderId":"B"}'), {headers});
	expect(errorOf(reply)).toEqual([401, 'SIGN']);
});

test('given a signed path, when the body goes to another operation, then SIGN', async () => {
	const signed = `${till.gateway.servicePaths.qpg1}/GetStatus`;
	const body = Buffer.from('{"orderId":"A"}');
	const reply = await exchange(till, `${till.gateway.servicePaths.qpg1}/CancelOrder`, body, {
		headers: signedHeaders(till, signed, body),
	});
	expect(errorOf(reply)).toEqual([401, 'SIGN']);
});

test('given a query after the path, when the path alone is signed, then it is served', async () => {
	const path = `${till.gateway.servicePaths.qpg1}/Ping`;
	const body = Buffer.from('{}');
	const reply = await exchange(till, `${path}?x=1`, body, {headers: signedHeaders(till, path, body)});
	expect(reply.status).toBe(200);
});

test('given a request that was served, when it is sent again as it was, then NONCE', async () => {
	const path = `${till.gateway.servicePaths.qpg1}/Ping`;
	const headers = signedHeaders(till, path, Buffer.from('{}'));
	expect((await exchange(till, path, Buffer.from('{}'), {headers})).status).toBe(200);
	expect(errorOf(await exchange(till, path, Buffer.from('{}'), {headers}))).toEqual([401, 'NONCE']);
});

test('given a nonce from the future, when it is sent again as late as its time allows, then NONCE still', async () => {
	const path = `${till.gateway.servicePaths.qpg1}/Ping`;
	const time = String(Math.floor(till.nowMs() / 1000) + 300);
	const oddity = {headers: {'X-Qpg-Time': time}};
	const headers = signedHeaders(till, path, Buffer.from('{}'), oddity);
	expect((await exchange(till, path, Buffer.from('{}'), {headers})).status).toBe(200);
	till.pass(600);
	await call(till, 'Ping', {});
	expect(errorOf(await exchange(till, path, Buffer.from('{}'), {headers}))).toEqual([401, 'NONCE']);
});

test('given a stranger without the key, when he names a nonce, then the till can still use it', async () => {
	const nonce = 'ab'.repeat(16);
	const headers = {'X-Qpg-Nonce': nonce};
	expect(errorOf(await call(till, 'Ping', {}, {agentKey: 'guess', headers}))).toEqual([401, 'SIGN']);
	expect((await call(till, 'Ping', {}, {headers})).status).toBe(200);
});

test.each(['AB'.repeat(16), 'ab'.repeat(15), 'xy'.repeat(16)])(
	'given the nonce %s, when the till calls, then NONCE',
	async (nonce) => {
		expect(errorOf(await call(till, 'Ping', {}, {headers: {'X-Qpg-Nonce': nonce}}))).toEqual([401, 'NONCE']);
	},
);

test('given many refused calls, when the log is read, then no key, signature or nonce stands in it', async () => {
	const path = `${till.gateway.servicePaths.qpg1}/Ping`;
	const headers = signedHeaders(till, path, Buffer.from('{}'));
	await exchange(till, path, Buffer.from('{}'), {headers});
	const log = JSON.stringify(till.gateway.requests());
	for (const secret of [till.access.agentKey, headers['X-Qpg-Sign'], headers['X-Qpg-Nonce']])
		expect(log).not.toContain(secret);
});

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
	'given %s, when a session is resumed, then the till is still known by its certificate',
	async (version) => {
		const agent = new Agent({keepAlive: false});
		const tls = {agent, minVersion: version, maxVersion: version};
		expect(await call(till, 'Ping', {}, {tls})).toMatchObject({status: 200, isResumed: false});
		expect(await call(till, 'Ping', {}, {tls})).toMatchObject({status: 200, isResumed: true});
		const other = {...tls, pfx: undefined, passphrase: undefined};
		await expect(call(till, 'Ping', {}, {tls: {...other, agent: new Agent()}})).rejects.toThrow();
	},
);
