// How fast the program starts, against a bare `node -e 0` in the same run.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {makeCertificates, makeSandboxAccess, makeSandboxTill} from '../source/sandbox/index.ts';
import {firstFrameMs} from './console-line.ts';
import {printTable, processMs, ratioOf} from './measure.ts';

const runs = 7;
const bare = (): number => processMs(['-e', '0']);

export async function benchStart(): Promise<void> {
	// The first run fills the compile cache.
	processMs(['bin/qrkassa.js', '--version']);
	const version = await ratioOf(runs, () => processMs(['bin/qrkassa.js', '--version']), bare);
	const demo = await ratioOf(runs, () => firstFrameMs(['demo']), bare);
	const ready = await readyTillRatio();
	printTable('start, × node -e 0', [
		{what: 'qrkassa --version', figure: version.toFixed(2)},
		{what: "the console's first frame on a till that is set up", figure: ready.toFixed(2)},
		{what: "the demo's first frame, sandbox and certificates included", figure: demo.toFixed(2)},
	]);
}

async function readyTillRatio(): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-bench-'));
	try {
		const access = makeSandboxAccess({});
		const certificates = await makeCertificates({posId: access.posId});
		const [gatewayUrl, servicePath] = ['https://127.0.0.1:9', '/qpg1'];
		await makeSandboxTill({folder, access, certificates, gatewayUrl, servicePath, registerAddress: null});
		return await ratioOf(runs, () => firstFrameMs(['--till', folder]), bare);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}
