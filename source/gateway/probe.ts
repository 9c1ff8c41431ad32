// Tests the links to the gateway one after another and each alone, so that the broken one can be named.
import {type GatewayFault, type GatewayLink, gatewayLinkOf} from '../core/index.ts';
import type {PingAnswer} from '../engine/ports.ts';
import {gatewayAddress} from './address.ts';
import {clockFault} from './answer/clock-fault.ts';
import {routeTo} from './connection/route.ts';
import {readCaPem} from './connection/trust.ts';
import {createGateway} from './gateway.ts';
import type {GatewayOptions} from './options.ts';
import {reach, resolveName, type Seen, shakeHands} from './probe-links.ts';

/** In the order in which they are tried. */
export const probeSteps = [
	'dns',
	'tcp',
	'tls',
	'certificate',
	'service',
	'signature',
	'clock',
	'answer',
] as const satisfies readonly GatewayLink[];

export type ProbeStep = {
	readonly step: GatewayLink;
	readonly ms: number;
} & Seen;

export type ProbeOptions = GatewayOptions & {
	/** For each step. */
	readonly stepTimeoutMs: number;
};

/** What the gateway allows (contracts: gateway, `CLOCK`). */
const clockToleranceS = 300;

/** Ends with the first broken link: those behind it can't be judged. Asks the gateway for nothing but a `Ping`. */
export async function probeGateway(options: ProbeOptions): Promise<readonly ProbeStep[]> {
	const {stepTimeoutMs} = options;
	const address = gatewayAddress(options.serverUrl, options.servicePath);
	const steps: ProbeStep[] = [];
	const take = async (step: GatewayLink, run: () => Seen | Promise<Seen>): Promise<boolean> => {
		const startMs = performance.now();
		const seen = await run();
		steps.push({step, ms: Math.round(performance.now() - startMs), ...seen});
		return seen.ok;
	};

	const ca = options.caPem === null ? ({ok: true, certificates: []} as const) : readCaPem(options.caPem);
	if (!(await take('dns', () => resolveName(address, stepTimeoutMs)))) return steps;
	if (!(await take('tcp', () => reach(address, stepTimeoutMs)))) return steps;
	const handshake = await take('tls', () =>
		ca.ok
			? shakeHands(routeTo(address, options.certificate, ca.certificates), stepTimeoutMs)
			: {ok: false, fault: {kind: 'tls', code: 'CA_FILE', detail: ''}},
	);
	if (!handshake) return steps.map(atItsLink);

	const gateway = createGateway(options);
	try {
		const startMs = performance.now();
		const answer = await gateway.ping({timeoutMs: stepTimeoutMs});
		const ms = Math.round(performance.now() - startMs);
		return [...steps, ...stepsOfPing(answer, (options.clock ?? Date.now)(), ms)];
	} finally {
		await gateway.close();
	}
}

/** A handshake may break at our certificate instead of the server's: then the link is ours. */
const atItsLink = (step: ProbeStep): ProbeStep =>
	step.ok ? step : {...step, step: gatewayLinkOf(step.fault)};

/** One `Ping` tells of all links behind the handshake: its fault says at which of them it ended. */
function stepsOfPing(answer: PingAnswer, nowMs: number, ms: number): ProbeStep[] {
	const fault = answer.type === 'fault' ? answer.fault : clockFaultIn(answer.timeS, nowMs);
	const brokenLink = fault && gatewayLinkOf(fault);
	const behind: readonly GatewayLink[] = probeSteps.slice(probeSteps.indexOf('certificate'));
	const at = brokenLink ? behind.indexOf(brokenLink) : -1;
	const sound = (fault === null ? behind : behind.slice(0, Math.max(0, at))).map((step): ProbeStep => {
		return {step, ms, ok: true, seen: answer.type === 'pong' ? seenAt(step, answer, nowMs) : ''};
	});
	return fault ? [...sound, {step: gatewayLinkOf(fault), ms, ok: false, fault}] : sound;
}

function seenAt(step: GatewayLink, pong: Extract<PingAnswer, {type: 'pong'}>, nowMs: number): string {
	if (step === 'clock') return String(pong.timeS - Math.floor(nowMs / 1000));
	return step === 'answer' ? pong.systems.join(', ') : '';
}

const clockFaultIn = (gatewayS: number, nowMs: number): GatewayFault | null =>
	Math.abs(gatewayS - nowMs / 1000) > clockToleranceS ? clockFault(gatewayS, nowMs) : null;
