// A status request over the kept connection against one over a fresh connection, through real mutual TLS.
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createGateway, openCertificate, qpg1} from '../source/gateway/index.ts';
import {startSandbox} from '../source/sandbox/index.ts';
import {median, printTable} from './measure.ts';

const polls = 60;

export async function benchGateway(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-bench-'));
	const sandbox = await startSandbox({folder});
	const {credentials} = sandbox;
	const opened = await openCertificate({
		folder,
		posId: credentials.posId,
		password: credentials.certificatePassword,
		nowMs: Date.now(),
	});
	if (!opened.ok) throw new Error(opened.fault.code);
	const connect = () =>
		createGateway({
			serverUrl: credentials.serverUrl,
			servicePath: credentials.servicePaths.qpg1,
			agentId: credentials.agentId,
			agentKey: credentials.agentKey,
			posId: credentials.posId,
			dialect: qpg1,
			certificate: opened.certificate,
			caPem: readFileSync(credentials.caFile, 'utf8'),
		});
	const warm = connect();
	try {
		await warm.ping({timeoutMs: 5_000});
		const ratios: number[] = [];
		for (let n = 0; n < polls; n += 1) {
			const kept = await askMs(warm);
			const fresh = connect();
			ratios.push((await askMs(fresh)) / kept);
			await fresh.close();
		}
		printTable('gateway', [
			{what: 'a request on a fresh connection, × on the kept one', figure: median(ratios).toFixed(1)},
		]);
	} finally {
		await warm.close();
		await sandbox.close();
		rmSync(folder, {recursive: true, force: true});
	}
}

async function askMs(gateway: {ping(limits: {timeoutMs: number}): Promise<unknown>}): Promise<number> {
	const started = performance.now();
	await gateway.ping({timeoutMs: 5_000});
	return performance.now() - started;
}
