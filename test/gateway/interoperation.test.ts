// Two hands, one contract: our client against the sandbox's gateway, which shares none of its code.
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import type {OrderRequest} from '../../source/core/index.ts';
import type {GatewayPort} from '../../source/engine/ports.ts';
import {
	createGateway,
	loadWcfMap,
	openCertificate,
	probeGateway,
	qpg1,
	wcfJson,
} from '../../source/gateway/index.ts';
import {startSandbox} from '../../source/sandbox/index.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
});

const limits = {timeoutMs: 5000};
const mapFile = new URL('../../settings/dialects/wcf-json.json', import.meta.url);

function dialectOf(name: 'qpg1' | 'wcf-json') {
	if (name === 'qpg1') return qpg1;
	const loaded = loadWcfMap(readFileSync(mapFile, 'utf8'), 'wcf-json.json');
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	return wcfJson(loaded.map);
}

async function start(name: 'qpg1' | 'wcf-json', pfxFormat: 'modern' | 'legacy') {
	const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
	closing.push(() => rmSync(folder, {recursive: true, force: true}));
	const {credentials, close} = await startSandbox({folder, pfxFormat});
	closing.unshift(close);
	const {serverUrl, servicePaths, agentId, agentKey, posId, pfxFile, caFile, certificatePassword} =
		credentials;
	const opened = await openCertificate({
		folder: dirname(pfxFile),
		posId,
		password: certificatePassword,
		nowMs: Date.now(),
	});
	if (!opened.ok) throw new Error(opened.fault.code);
	expect(opened.certificate.subjectCn).toBe(posId);
	const options = {
		serverUrl,
		servicePath: servicePaths[name],
		agentId,
		agentKey,
		posId,
		dialect: dialectOf(name),
		certificate: opened.certificate,
		caPem: readFileSync(caFile, 'utf8'),
	};
	const gateway = createGateway(options);
	closing.unshift(() => gateway.close());
	const order: OrderRequest = {
		orderId: 'A-1',
		posId,
		agentId,
		crsId: credentials.crsId,
		wmid: credentials.wmid,
		system: 'sbp',
		amountKopecks: 125_000,
		currency: 'RUB',
		ttlS: 180,
		description: 'Чек 12',
	};
	return {gateway, options, order};
}

async function polledTo(gateway: GatewayPort, orderId: string): Promise<string[]> {
	const seen: string[] = [];
	for (let n = 0; n < 6 && !seen.includes('paid'); n += 1) {
		const heard = await gateway.getStatus(orderId, limits);
		seen.push(heard.type === 'status' ? heard.answer.status : heard.fault.code);
	}
	return seen;
}

describe.each(['qpg1', 'wcf-json'] as const)('%s against the sandbox', (name) => {
	test.each(['modern', 'legacy'] as const)(
		'given a %s certificate, then an order is made, polled and paid',
		async (pfxFormat) => {
			const {gateway, order} = await start(name, pfxFormat);
			const made = await gateway.createOrder(order, limits);
			expect(made).toMatchObject({type: 'created', orderId: 'A-1', status: 'waiting'});
			expect(await gateway.createOrder(order, limits)).toEqual(made);
			expect(await polledTo(gateway, 'A-1')).toEqual(['waiting', 'waiting', 'paid']);
			expect(await gateway.getStatus('A-1', limits)).toMatchObject({
				answer: {amountKopecks: 125_000, currency: 'RUB', system: 'sbp', paidAt: expect.any(String)},
			});
			expect(await gateway.createOrder({...order, amountKopecks: 125_100}, limits)).toMatchObject({
				type: 'rejected',
			});
		},
	);

	test('given the other operations, then each speaks the same language', async () => {
		const {gateway, options, order} = await start(name, 'modern');
		expect(await gateway.cancelOrder('NEVER', limits)).toEqual({type: 'notFound'});
		expect(await gateway.createOrder({...order, orderId: 'NEVER'}, limits)).toMatchObject({type: 'rejected'});
		await gateway.createOrder(order, limits);
		await gateway.createOrder({...order, orderId: 'A-2'}, limits);
		expect(await gateway.cancelOrder('A-2', limits)).toMatchObject({answer: {status: 'cancelled'}});
		await polledTo(gateway, 'A-1');
		const refund = {orderId: 'A-1', refundId: 'R-1', amountKopecks: 100};
		const done = await gateway.refundOrder(refund, limits);
		expect(done).toMatchObject({type: 'refund', refundId: 'R-1', amountKopecks: 100});
		expect(await gateway.getRefund('R-1', limits)).toMatchObject({type: 'refund', refundId: 'R-1'});
		const hour = 3_600_000;
		const range = {
			from: new Date(Date.now() - hour).toISOString(),
			to: new Date(Date.now() + hour).toISOString(),
			cursor: null,
		};
		const listed = await gateway.listOrders(range, limits);
		expect(listed.type === 'orders' ? listed.orders.map(({orderId}) => orderId) : listed).toEqual([
			'A-1',
			'A-2',
		]);
		const steps = await probeGateway({...options, stepTimeoutMs: 5000});
		expect(steps.filter(({ok}) => !ok)).toEqual([]);
		expect(steps.at(-1)).toMatchObject({step: 'answer', seen: 'sbp, webmoney, wechat, alipay'});
	});

	test('given hostile text in every field, then what comes through is harmless', async () => {
		const {gateway, order} = await start(name, 'modern');
		const answers = [
			await gateway.createOrder({...order, amountKopecks: 125_011}, limits),
			await gateway.getStatus('A-1', limits),
			await gateway.cancelOrder('A-1', limits),
		];
		expect(JSON.stringify(answers)).not.toMatch(
			/\\u00[01]|[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
		);
	});

	test('given a wrong key, then the probe names the signature', async () => {
		const {options} = await start(name, 'modern');
		const steps = await probeGateway({...options, agentKey: 'wrong', stepTimeoutMs: 5000});
		const end =
			name === 'qpg1'
				? {step: 'signature', fault: {code: 'SIGN'}}
				: {step: 'answer', fault: {code: 'GATEWAY_CODE'}};
		expect(steps.at(-1)).toMatchObject({...end, ok: false});
	});
});
