// The sandbox as a whole: the till's folder is all that a client needs.
import {mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {Agent} from 'node:https';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import {makeCertificates, type RequestEntry, type Sandbox, startSandbox} from '../../source/sandbox/index.ts';
import {call, orderBody} from './raw-till.ts';
import {start} from './started.ts';

let parent: string;
let sandbox: Sandbox;
const heard: RequestEntry[] = [];

beforeAll(async () => {
	parent = await mkdtemp(join(tmpdir(), 'qrkassa-sandbox-'));
	sandbox = await startSandbox({
		folder: join(parent, 'till'),
		registerAddress: '127.0.0.1:7778',
		gateway: {onRequest: (entry) => heard.push(entry)},
	});
});
afterAll(async () => {
	await sandbox.close();
	await rm(parent, {recursive: true});
});

/** `name=value` lines without comments. */
async function valuesOf(file: string): Promise<Record<string, string>> {
	const lines = (await readFile(file, 'utf8'))
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith(';'));
	return Object.fromEntries(
		lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
	);
}

test('given a started sandbox, when the till’s folder is looked at, then it holds the five files, for its owner alone', async () => {
	const {folder} = sandbox.till;
	expect((await readdir(folder)).sort()).toEqual([
		'DEMO1.pfx',
		'WebMoneyPaymentTypes.txt',
		'WebMoneySettings.txt',
		'ca.pem',
		'till.json',
	]);
	expect((await stat(folder)).mode & 0o777).toBe(0o700);
	for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
});

test('given the settings alone, when a till is built from them, then it can pay', async () => {
	const settings = await valuesOf(sandbox.till.settingsFile);
	const {PosId = '', AgentId = '', AgentKey = '', CrsId = '', Wmid = '', CertificatePassword = ''} = settings;
	const access = {posId: PosId, agentId: AgentId, agentKey: AgentKey, crsId: CrsId, wmid: Wmid};
	const connection = {
		// Only what the files say: address, path, certificate, root.
		gateway: {
			...sandbox.gateway,
			url: settings['ServerUrl'] ?? '',
			servicePaths: {...sandbox.gateway.servicePaths, qpg1: settings['ServicePath'] ?? ''},
		},
		certificates: {
			...(await makeCertificates({posId: 'X'})),
			caPem: await readFile(sandbox.till.caFile, 'utf8'),
			client: {
				certificatePem: '',
				privatePem: '',
				pfx: await readFile(sandbox.till.pfxFile),
				password: CertificatePassword,
			},
		},
		access,
		nowMs: Date.now,
	};
	expect((await call(connection, 'Ping', {})).status).toBe(200);
	const made = await call(connection, 'CreateOrder', orderBody(connection, 'F-1', 125_000));
	expect(made.json).toMatchObject({status: 'waiting'});
	expect(heard.map(({operation, orderId, answer}) => [operation, orderId, answer])).toEqual([
		['Ping', null, 200],
		['CreateOrder', 'F-1', 200],
	]);
	expect(heard[1]?.note.ru).toContain('оплачено при третьем опросе');
	expect(heard[1]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('given the settings, when they are compared with the contract, then all names and no others are there', async () => {
	expect(await valuesOf(sandbox.till.settingsFile)).toEqual({
		Mode: 'qr',
		AgentId: '1001',
		Wmid: '0',
		PosId: 'DEMO1',
		AgentKey: sandbox.credentials.agentKey,
		CrsId: '0',
		CertificatePassword: sandbox.credentials.certificatePassword,
		ResponseTimeoutS: '180',
		StatusErrorLimit: '5',
		ServerUrl: sandbox.gateway.url,
		ServicePath: '/qpg1/ApiService.svc',
	});
	expect(await valuesOf(sandbox.till.paymentTypesFile)).toEqual({
		SBP: '7',
		WebMoney: '8',
		WeChat: '9',
		Alipay: '10',
	});
});

test('given a register’s address, when till.json is read, then link, payment types and root are set', async () => {
	expect(JSON.parse(await readFile(sandbox.till.tillFile, 'utf8'))).toEqual({
		version: 1,
		name: 'Учебная касса',
		dialect: 'qpg1',
		gateway: {caFile: 'ca.pem'},
		pollIntervalS: 5,
		paymentTypes: [
			{code: '7', name: 'СБП', registerSlot: 2},
			{code: '8', name: 'WebMoney', registerSlot: 3},
			{code: '9', name: 'WeChat', registerSlot: 4},
			{code: '10', name: 'Alipay', registerSlot: 5},
		],
		register: {
			link: 'tcp',
			address: '127.0.0.1:7778',
			baudRate: 115200,
			password: 30,
			taxSystem: null,
			vat: 'none',
		},
		customer: {qrOn: ['screen', 'paper'], display: {kind: 'none', port: null}},
		ui: {language: 'ru', sound: true, qr: 'auto'},
		pinHash: null,
	});
});

test('given no register and the other dialect, when a till is made, then its files say so', async () => {
	const folder = join(parent, 'other');
	const other = await startSandbox({
		folder,
		dialect: 'wcf-json',
		access: {posId: 'N7', agentKey: 'key'},
		certificatePassword: '',
		pfxFormat: 'legacy',
		till: {responseTimeoutS: 10, statusErrorLimit: 0, pollIntervalS: 1, language: 'en', name: 'Till 7'},
	});
	await other.close();
	expect(await valuesOf(other.till.settingsFile)).toMatchObject({
		PosId: 'N7',
		AgentKey: 'key',
		CertificatePassword: '',
		ResponseTimeoutS: '10',
		StatusErrorLimit: '0',
		ServicePath: '/wcf-json/ApiService.svc',
	});
	expect(JSON.parse(await readFile(other.till.tillFile, 'utf8'))).toMatchObject({
		name: 'Till 7',
		dialect: 'wcf-json',
		pollIntervalS: 1,
		register: {link: 'none', address: null},
		customer: {qrOn: ['screen']},
		ui: {language: 'en'},
	});
	expect(other.credentials).toMatchObject({
		posId: 'N7',
		pfxFile: join(folder, 'N7.pfx'),
		caFile: join(folder, 'ca.pem'),
	});
});

test('given a taken port, when the sandbox is started on it, then it says so and leaves no folder', async () => {
	const holder = createServer();
	await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void holder.close());
	const {port} = holder.address() as {port: number};
	const folder = join(parent, 'never');
	await expect(startSandbox({folder, gateway: {port}})).rejects.toThrow('EADDRINUSE');
	await expect(stat(folder)).rejects.toThrow('ENOENT');
});

test('given a kept connection, when the gateway drops its connections, then the next call on it finds it dead', async () => {
	const {gateway, credentials} = sandbox;
	const certificates = await makeCertificates({posId: 'X'});
	const connection = {
		gateway,
		access: credentials,
		nowMs: Date.now,
		certificates: {
			...certificates,
			caPem: await readFile(credentials.caFile, 'utf8'),
			client: {
				...certificates.client,
				pfx: await readFile(credentials.pfxFile),
				password: credentials.certificatePassword,
			},
		},
	};
	const agent = new Agent({keepAlive: true, maxSockets: 1});
	onTestFinished(() => agent.destroy());
	await call(connection, 'Ping', {}, {tls: {agent}});
	const [socket] = Object.values(agent.freeSockets).flat();
	const closed = new Promise((resolve) => socket?.once('close', resolve));
	gateway.control.dropConnections();
	await closed;
	expect((await call(connection, 'Ping', {}, {tls: {agent}})).status).toBe(200);
});

test('given the folder of an earlier sandbox, when it is started there again, then the till is the new one', async () => {
	const folder = join(parent, 'again');
	const first = await startSandbox({folder});
	await first.close();
	const second = await startSandbox({folder});
	await second.close();
	expect(await valuesOf(second.till.settingsFile)).toMatchObject({AgentKey: second.credentials.agentKey});
	expect(second.credentials.agentKey).not.toBe(first.credentials.agentKey);
});

test('given the folder of a real till, when a sandbox is started there, then it refuses and touches nothing', async () => {
	const folder = join(parent, 'shop');
	await mkdir(folder);
	await writeFile(join(folder, 'WebMoneySettings.txt'), 'AgentId=5\r\n');
	await expect(startSandbox({folder})).rejects.toMatchObject({code: 'FOREIGN_TILL'});
	expect(await readdir(folder)).toEqual(['WebMoneySettings.txt']);
	expect(await readFile(join(folder, 'WebMoneySettings.txt'), 'utf8')).toBe('AgentId=5\r\n');
});

test('given tills that hang up in the middle of everything, when the next one calls, then it is served', async () => {
	const other = await start();
	onTestFinished(() => other.gateway.close());
	for (let afterMs = 0; afterMs < 20; afterMs++) {
		const signal = AbortSignal.timeout(afterMs);
		await call(other, 'CreateOrder', orderBody(other, `X-${afterMs}`, 1000), {tls: {signal}}).catch(
			() => null,
		);
	}
	expect((await call(other, 'Ping', {})).status).toBe(200);
});
