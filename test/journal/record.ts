// Records the journal of this very version of the program, once for each release, for the tests that open old journals:
//
//     npm run journal:record
//
// The installed program pays on a sandbox of its own: paid, returned, declined, another sum, one receipt owed; the last payment
// is killed while it waits, so that the newest rows stand in SQLite's side file alone. What is kept: the files as the kill left
// them, and the program's own export of them. A folder that is there is left alone: what was recorded is never made anew.
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
	makeCertificates,
	makeSandboxAccess,
	makeSandboxTill,
	startSandboxGateway,
	startVirtualRegister,
} from '../../source/sandbox/index.ts';
import {install} from '../e2e/support/install-program.ts';

const root = join(import.meta.dirname, '..', '..');
const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {version: string};
const kept = join(root, 'test', 'golden', 'journals', version);
if (existsSync(kept)) throw new Error(`the journal of ${version} is recorded already`);

const folder = mkdtempSync(join(tmpdir(), 'qrkassa-record-'));
const program = join(folder, 'program');
mkdirSync(program);
const installed = await install(program);
if ('fault' in installed) throw new Error(installed.fault);
const access = makeSandboxAccess({posId: 'POS-1'});
const certificates = await makeCertificates({posId: access.posId});
const gateway = await startSandboxGateway({access, certificates});
const register = await startVirtualRegister();
const till = join(folder, 'till');
await makeSandboxTill({
	folder: till,
	access,
	certificates,
	gatewayUrl: gateway.url,
	servicePath: gateway.servicePaths.qpg1,
	registerAddress: `${register.host}:${register.port}`,
	pollIntervalS: 1,
});

const started = (...args: readonly string[]): ChildProcess =>
	spawn(process.execPath, [join(program, 'bin', 'qrkassa.js'), ...args, '--till', till], {
		env: {PATH: process.env['PATH'], HOME: folder, LANG: 'ru_RU.UTF-8'},
		stdio: ['ignore', 'pipe', 'inherit'],
	});

async function run(...args: readonly string[]): Promise<string> {
	const child = started(...args);
	let said = '';
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		said += text;
	});
	const [code] = await once(child, 'close');
	process.stdout.write(`${args.slice(0, 3).join(' ')}: ${code}\n`);
	return said;
}

const pay = (orderId: string, amount: string): readonly string[] => [
	'pay',
	'--order',
	orderId,
	'--amount',
	amount,
	'--method',
	'sbp',
	'--json',
];

try {
	await run(...pay('PAID', '1250.00'));
	await run(...pay('RETURNED', '300.00'));
	await run('refund', 'RETURNED', '--amount', '100.00');
	await run(...pay('DECLINED', '100.01'));
	await run(...pay('OTHER-SUM', '100.08'));
	const owed = started(...pay('OWED', '77.00'));
	for await (const line of owed.stdout ?? []) {
		// The customer is about to pay: nobody will print the receipt.
		if (String(line).includes('"poll"')) register.control.setPower(false);
	}
	register.control.setPower(true);
	const waiting = started(...pay('WAITING', '100.02'));
	for await (const line of waiting.stdout ?? []) {
		if (String(line).includes('"poll"')) waiting.kill('SIGKILL');
	}
	mkdirSync(kept);
	for (const name of ['journal.sqlite', 'journal.sqlite-wal', 'journal.bell']) {
		cpSync(join(till, name), join(kept, name));
	}
	writeFileSync(join(kept, 'export.jsonl'), await run('journal', 'export'));
} finally {
	await gateway.close();
	await register.stop();
	rmSync(folder, {recursive: true, force: true});
}
