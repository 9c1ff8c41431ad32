// Broken in what the gateway, or something in its place, answers.
import type {Delivery, SandboxGatewayOptions} from '../../../../source/sandbox/index.ts';
import type {Lab, TillWish} from '../lab.ts';
import {brokenAt, doubtfulAt, type Setup, slowlyBrokenAt} from '../setup.ts';

/** A till whose gateway's answer is replaced on its way. */
async function tillHearing(lab: Lab, ...deliveries: readonly Delivery[]) {
	const gateway = await lab.gateway();
	gateway.control.deliverNext(...deliveries);
	return lab.till({gatewayUrl: gateway.url});
}

async function tillOf(lab: Lab, options: Partial<SandboxGatewayOptions>, wish: TillWish = {}) {
	const gateway = await lab.gateway(options);
	return lab.till({...wish, gatewayUrl: gateway.url});
}

const page = (httpStatus: number, body: string, contentType = 'application/json'): Delivery => ({
	type: 'instead',
	httpStatus,
	contentType,
	body,
});

const told = (
	name: string,
	code: string,
	delivery: Delivery,
	id: 'service' | 'clientCertificate' = 'service',
): Setup => brokenAt(name, {id, code}, (lab) => tillHearing(lab, delivery));

const html = '<html><body>Войдите в сеть</body></html>';
const minutes = (count: number) => ({nowMs: () => Date.now() + count * 60_000});

export const answerSetups: readonly Setup[] = [
	told('a proxy with a page of its own', 'HTML', page(200, html, 'text/html')),
	told('a bad gateway', 'HTTP_502', page(502, html, 'text/html')),
	told('a server error', 'HTTP_500', page(500, '{"error":{"code":"INTERNAL","message":"oops"}}')),
	told('a proxy that wants a password', 'HTTP_407', page(407, '{}')),
	told('a redirect', 'HTTP_302', page(302, '{}')),
	told('an answer that is no JSON', 'NOT_JSON', page(200, 'ok')),
	told('an answer without its fields', 'MISSING_FIELD', page(200, '{"ok":true}')),
	told('an answer of a megabyte', 'TOO_LONG', page(200, JSON.stringify({a: 'a'.repeat(1_000_000)}))),
	told('plain text', 'CONTENT_TYPE', page(200, '{}', 'text/plain')),
	told('a door that is shut', 'HTTP_403', page(403, '{}'), 'clientCertificate'),
	slowlyBrokenAt('a gateway that thinks for ever', {id: 'service', code: 'ANSWER_TIMEOUT'}, (lab) =>
		tillHearing(lab, {type: 'silence'}),
	),
	brokenAt(
		'the path of another service',
		{id: 'service', code: ['HTTP_404', 'GATEWAY_CODE', 'NOT_FOUND']},
		async (lab) => lab.till({servicePath: '/elsewhere/ApiService.svc'}),
	),
	brokenAt('another key of the agent', {id: 'signature', code: 'SIGN'}, async (lab) =>
		lab.till({access: {...lab.access, agentKey: 'another-key-of-another-agent'}}),
	),
	brokenAt('an agent that nobody knows', {id: 'signature', code: 'AGENT'}, async (lab) =>
		lab.till({access: {...lab.access, agentId: '4711'}}),
	),
	brokenAt('a clock ten minutes slow', {id: 'clock', code: 'CLOCK'}, (lab) => tillOf(lab, minutes(10))),
	brokenAt('a clock ten minutes fast', {id: 'clock', code: 'CLOCK'}, (lab) => tillOf(lab, minutes(-10))),
	doubtfulAt('a clock two minutes slow', {id: 'clock', code: 'CLOCK_DRIFTS'}, (lab) =>
		tillOf(lab, minutes(2)),
	),
	brokenAt('no system in common with the gateway', {id: 'systems', code: 'SYSTEMS_MISSING'}, (lab) =>
		tillOf(
			lab,
			{systems: ['alipay']},
			{edit: {'WebMoneyPaymentTypes.txt': (text) => text.replace(/^Alipay=.*/m, 'Alipay=')}},
		),
	),
	doubtfulAt('a system that the gateway has not', {id: 'systems', code: 'SYSTEMS_MISSING'}, (lab) =>
		tillOf(lab, {systems: ['sbp', 'webmoney', 'wechat']}),
	),
];
