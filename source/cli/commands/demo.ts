// `qrkassa demo`: everything in one process: a till in a temporary folder, the gateway over mutual TLS, the register over TCP.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
	sandboxPaymentNames,
	sandboxStories,
	startSandbox,
	startVirtualRegister,
	withPaymentNames,
} from '../../sandbox/index.ts';
import {runTillConsole} from '../console-run.ts';
import {tellDemoPayment} from '../demo-payment.ts';
import {type Invocation, refuse} from '../invocation.ts';
import {sandboxArguments} from '../sandbox-arguments.ts';

export async function demo(invocation: Invocation): Promise<number> {
	const parsed = sandboxArguments(invocation);
	if (!parsed.ok) return refuse(invocation, parsed.fault);
	const language = invocation.language ?? 'ru';
	const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
	const folder = await mkdtemp(join(tmpdir(), 'qrkassa-demo-'));
	// Nothing stays behind, whichever way the demo ends.
	const register = await startVirtualRegister({
		tapeInk: 'light',
		faults: parsed.value.faults,
		state: withPaymentNames(sandboxPaymentNames),
	});
	const sandbox = await startSandbox({
		folder,
		registerAddress: `${register.host}:${register.port}`,
		till: {language, ...(isTerminal ? {} : {qrOn: ['screen', 'paper'], pollIntervalS: 3})},
	});
	try {
		const inside = {...invocation, folder};
		if (!isTerminal) return await tellDemoPayment(inside, register);
		const stories = sandboxStories.map(({kopecks, title}) => ({kopecks, title: title[language]}));
		return await runTillConsole(inside, stories);
	} finally {
		await Promise.all([sandbox.close(), register.stop()]);
		await rm(folder, {recursive: true, force: true});
	}
}
