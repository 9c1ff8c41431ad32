// `qrkassa sandbox`: both other sides of the wire, for developers of tills, gateways and drivers. Runs until a stop signal.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {exitCodes, type Language} from '../../core/index.ts';
import {
	ForeignTillError,
	type Sandbox,
	sandboxPaymentNames,
	sandboxStories,
	startSandbox,
	startVirtualRegister,
	type VirtualRegister,
	withPaymentNames,
} from '../../sandbox/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, refuse} from '../invocation.ts';
import {type SandboxArguments, sandboxArguments} from '../sandbox-arguments.ts';
import {switchLines, turnSwitch} from '../sandbox-switches.ts';
import {onStopSignals} from '../signals.ts';
import {quoted} from '../sink.ts';

export async function sandbox(invocation: Invocation): Promise<number> {
	const parsed = sandboxArguments(invocation);
	if (!parsed.ok) return refuse(invocation, parsed.fault);
	const {sink} = invocation;
	const language = invocation.language ?? 'ru';
	const own =
		typeof invocation.options['till'] === 'string' ? null : await mkdtemp(join(tmpdir(), 'qrkassa-sandbox-'));
	let register: VirtualRegister | null = null;
	let running: Sandbox | null = null;
	const signals = onStopSignals();
	try {
		register = await startRegister(invocation, parsed.value);
		running = await startSandbox({
			folder: own ?? invocation.folder,
			registerAddress: `${register.host}:${register.port}`,
			till: {language},
			gateway: {
				port: parsed.value.gatewayPort,
				onRequest: ({at, operation, orderId, answer, note}) =>
					sink.out(`gateway ${at} ${operation} ${orderId ?? ''} → ${answer} ${note[language]}`),
			},
		});
		sink.out(page(running, register, language));
		await untilStopped(register, signals.signal);
		return 0;
	} catch (error) {
		const text = startFault(error, language);
		if (text === null) throw error;
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'SANDBOX', text});
	} finally {
		signals.stop();
		await Promise.all([running?.close(), register?.stop()]);
		if (own !== null) await rm(own, {recursive: true, force: true});
	}
}

const startRegister = ({sink}: Invocation, options: SandboxArguments): Promise<VirtualRegister> =>
	startVirtualRegister({
		port: options.registerPort,
		model: options.model,
		faults: options.faults,
		state: withPaymentNames(sandboxPaymentNames),
		onPrint: (line) => sink.out(`  | ${line}`),
		onCommand: ({code, name, error}) =>
			sink.out(`register ${code} ${name}${error ? ` → ${error.toString(16).toUpperCase()}h` : ''}`),
		...(options.rollFolder === null ? {} : {rollFolder: options.rollFolder}),
	});

/** Lines of standard input turn the register's switches; its end is no reason to stop. */
async function untilStopped(register: VirtualRegister, signal: AbortSignal): Promise<void> {
	const lines = createInterface({input: process.stdin, terminal: false});
	lines.on('line', (line) => turnSwitch(register, line));
	await new Promise<void>((done) => {
		if (signal.aborted) done();
		signal.addEventListener('abort', () => done(), {once: true});
	});
	lines.close();
}

function page({credentials, till}: Sandbox, register: VirtualRegister, language: Language): string {
	return [
		`serverUrl     ${credentials.serverUrl}`,
		`servicePath   ${credentials.servicePaths.qpg1} (qpg1), ${credentials.servicePaths['wcf-json']} (wcf-json)`,
		`agentId       ${credentials.agentId}`,
		`posId         ${credentials.posId}`,
		`agentKey      ${credentials.agentKey}`,
		`ca            ${credentials.caFile}`,
		`pfx           ${credentials.pfxFile}`,
		`pfx password  ${credentials.certificatePassword}`,
		`register      ${register.host}:${register.port}`,
		`till          qrkassa --till ${till.folder}`,
		'',
		...sandboxStories.map(({kopecks, title}) => `  .${String(kopecks).padStart(2, '0')}  ${title[language]}`),
		'',
		...switchLines.map((line) => `  ${line}`),
		'',
		'Ctrl-C',
	].join('\n');
}

/** A fault of the place, in words; null for a bug of ours. */
function startFault(error: unknown, language: Language): string | null {
	const words = wordsIn(language);
	if (error instanceof ForeignTillError) return words.foreignTill(quoted(error.settingsFile));
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	if (code === 'EADDRINUSE' || code === 'EACCES') return words.portTaken;
	return null;
}
