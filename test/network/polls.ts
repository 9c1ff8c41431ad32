// A day of polls in virtual time, as a process of its own: one gateway, one server that keeps connections for a given time, one
// question every interval. The clock stands while something is under way and jumps in small steps while both wait.
//
//     LD_PRELOAD=… QRKASSA_SHIM_CLOCK=… node polls.ts HOURS KEEP HINT INTERVAL
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {createGateway, openCertificate, qpg1} from '../../source/gateway/index.ts';
import {makeCertificates, makeSandboxAccess, makeSandboxTill} from '../../source/sandbox/index.ts';
import {chanceOf} from '../torture/support/chance.ts';
import {openClock} from '../torture/support/shim.ts';

const [, , hours = '1', keep = '5', hint = 'yes', interval = '5', folder = '', clockFile = ''] = process.argv;
const clock = openClock(clockFile);
const chance = chanceOf(`${keep} ${hint} ${interval}`);
const access = makeSandboxAccess();
const certificates = await makeCertificates({posId: access.posId});

let connections = 0;
const order = {
	orderId: 'P-1',
	gatewayOrderId: 'G-1',
	system: 'sbp',
	status: 'waiting',
	amount: 100,
	currency: 'RUB',
};
const server = createServer(
	{
		key: certificates.server.privatePem,
		cert: certificates.server.certificatePem,
		ca: certificates.caPem,
		requestCert: true,
		rejectUnauthorized: true,
		keepAliveTimeout: Number(keep) * 1000,
	},
	(request, response) => {
		request.resume().on('end', () => {
			response.setHeader('content-type', 'application/json');
			if (keep === '0') response.setHeader('connection', 'close');
			// With the header set by hand, Node leaves its hint out, as many servers do.
			else if (hint === 'no') response.setHeader('connection', 'keep-alive');
			response.end(JSON.stringify({...order, paidAt: null, reason: null}));
		});
	},
);
server.on('secureConnection', () => {
	connections += 1;
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const {port} = server.address() as AddressInfo;
const gatewayUrl = `https://127.0.0.1:${port}`;
await makeSandboxTill({folder, access, certificates, gatewayUrl, servicePath: '/api', registerAddress: null});
const {posId, agentId, agentKey} = access;
const opened = await openCertificate({
	folder,
	posId,
	password: certificates.client.password,
	nowMs: Date.now(),
});
if (!opened.ok) throw new Error(opened.fault.code);
const gateway = createGateway({
	serverUrl: gatewayUrl,
	servicePath: '/api',
	agentId,
	agentKey,
	posId,
	dialect: qpg1,
	certificate: opened.certificate,
	caPem: certificates.caPem,
});

/** Both sides' timers run as the time comes for them. */
async function wait(ms: number): Promise<void> {
	for (let left = ms; left > 0; ) {
		const step = Math.min(left, 50 + chance.below(400));
		clock.shift({monotonicMs: step});
		left -= step;
		for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => setImmediate(done));
	}
}

const startMs = performance.now();
const faults: unknown[] = [];
let polls = 0;
while (performance.now() - startMs < Number(hours) * 3_600_000) {
	const heard = await gateway.getStatus('P-1', {timeoutMs: 10_000});
	polls += 1;
	if (heard.type === 'fault') faults.push(heard.fault);
	await wait(interval === 'uneven' ? 500 + chance.below(20_000) : Number(interval) * 1000);
}
process.stdout.write(`${JSON.stringify({polls, connections, faults})}\n`);
process.exit();
