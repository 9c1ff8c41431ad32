// `qrkassa sandbox`: both other sides of the wire, for developers of tills, gateways and drivers. Runs until a stop signal.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {exitCodes} from '../../core/index.ts';
import {isModelName, sandboxStories, startSandbox, startVirtualRegister} from '../../sandbox/index.ts';
import {wordsIn} from '../help.ts';
import {type Invocation, optionText, refuse} from '../invocation.ts';
import {wholeNumber} from '../pay-arguments.ts';
import {onStopSignals} from '../signals.ts';
import {quoted} from '../sink.ts';

export async function sandbox(invocation: Invocation): Promise<number> {
	const {sink} = invocation;
	const language = invocation.language ?? 'ru';
	const ports = [optionText(invocation, 'gateway-port'), optionText(invocation, 'register-port')];
	const numbers = ports.map((port) => (port === null ? 0 : wholeNumber(port, 0, 65_535)));
	const [gatewayPort, registerPort] = numbers;
	if (
		gatewayPort === null ||
		registerPort === null ||
		gatewayPort === undefined ||
		registerPort === undefined
	) {
		const wrong = ports.find((port, index) => port !== null && numbers[index] === null) ?? '';
		const text = wordsIn(language).port(quoted(wrong));
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'PORT', text});
	}
	const model = optionText(invocation, 'model') ?? 'm-02f';
	if (!isModelName(model)) {
		const text = wordsIn(language).usage('qrkassa sandbox --model m-02f');
		return refuse(invocation, {exitCode: exitCodes.arguments, code: 'MODEL', text});
	}
	const own =
		typeof invocation.options['till'] === 'string' ? null : await mkdtemp(join(tmpdir(), 'qrkassa-sandbox-'));
	const roll = optionText(invocation, 'roll');
	const register = await startVirtualRegister({
		port: registerPort,
		model,
		onPrint: (line) => sink.out(`  | ${line}`),
		onCommand: ({code, name, error}) =>
			sink.out(`register ${code} ${name}${error ? ` → ${error.toString(16)}h` : ''}`),
		...(roll === null ? {} : {rollFolder: roll}),
	});
	const running = await startSandbox({
		folder: own ?? invocation.folder,
		registerAddress: `${register.host}:${register.port}`,
		gateway: {
			port: gatewayPort,
			onRequest: ({at, operation, orderId, answer, note}) =>
				sink.out(`gateway ${at} ${operation} ${orderId ?? ''} → ${answer} ${note[language]}`),
		},
	});
	const {credentials, till} = running;
	sink.out(
		[
			`serverUrl        ${credentials.serverUrl}`,
			`servicePath      ${credentials.servicePaths.qpg1} (qpg1), ${credentials.servicePaths['wcf-json']} (wcf-json)`,
			`agentId          ${credentials.agentId}`,
			`posId            ${credentials.posId}`,
			`agentKey         ${credentials.agentKey}`,
			`ca               ${credentials.caFile}`,
			`pfx              ${credentials.pfxFile}`,
			`pfx password     ${credentials.certificatePassword}`,
			`register         ${register.host}:${register.port}`,
			`till             qrkassa --till ${till.folder}`,
			...sandboxStories.map(
				({kopecks, title}) => `  .${String(kopecks).padStart(2, '0')}  ${title[language]}`,
			),
			'Ctrl-C',
		].join('\n'),
	);
	const {signal, stop} = onStopSignals();
	// A listener keeps the wait alive only as long as the servers do; they are what keeps the process.
	await new Promise<void>((done) => signal.addEventListener('abort', () => done(), {once: true}));
	stop();
	await Promise.all([running.close(), register.stop()]);
	if (own !== null) await rm(own, {recursive: true, force: true});
	return 0;
}
