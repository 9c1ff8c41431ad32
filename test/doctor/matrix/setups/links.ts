// Broken on the way to the gateway, below HTTP: name, connection, handshake, certificates of both sides.
import {writeFile} from 'node:fs/promises';
import type {ServerOrder} from '../../../../source/sandbox/index.ts';
import type {Lab} from '../lab.ts';
import {silentNameService} from '../name-service.ts';
import {brokenAt, type Setup, slowlyBrokenAt} from '../setup.ts';
import {blackHole, closedPort, httpsServer, stranger} from '../strangers.ts';

const dayMs = 86_400_000;
const at = (port: number): string => `https://localhost:${port}`;

async function tillAt(lab: Lab, gatewayUrl: string) {
	return lab.till({gatewayUrl});
}

/** A till whose gateway shows a certificate of the right root that is wrong otherwise. */
async function tillOfServer(lab: Lab, order: ServerOrder) {
	const server = await lab.certificates.issueServer(order);
	const gateway = await lab.gateway({certificates: {caPem: lab.certificates.caPem, server}});
	return tillAt(lab, gateway.url);
}

/** A till whose certificate is of a root that the gateway does not know. */
async function tillOfStranger(lab: Lab, version: 'TLSv1.2' | 'TLSv1.3') {
	const {server} = lab.certificates;
	const certificates = {caPem: lab.foreign.caPem, server};
	const gateway = await lab.gateway({certificates, minTls: version, maxTls: version});
	return tillAt(lab, gateway.url);
}

export const linkSetups: readonly Setup[] = [
	slowlyBrokenAt(
		'a server name that is nowhere',
		{id: 'dns', code: ['ENOTFOUND', 'EAI_AGAIN', 'DNS_TIMEOUT']},
		(lab) => tillAt(lab, 'https://gateway.invalid'),
	),
	slowlyBrokenAt(
		'a name service that is silent',
		{id: 'dns', code: ['EAI_AGAIN', 'DNS_TIMEOUT']},
		async (lab) => {
			const before = await silentNameService(lab);
			return before && {...(await tillAt(lab, 'https://gateway.example')), before};
		},
	),
	brokenAt('a closed port', {id: 'tcp', code: 'ECONNREFUSED'}, async (lab) =>
		tillAt(lab, at(await closedPort())),
	),
	slowlyBrokenAt('a black hole instead of the server', {id: 'tcp', code: 'CONNECT_TIMEOUT'}, async (lab) =>
		tillAt(lab, at(await blackHole(lab))),
	),
	slowlyBrokenAt(
		'a server that takes the line and is silent',
		{id: 'tls', code: 'TLS_TIMEOUT'},
		async (lab) => tillAt(lab, at(await stranger(lab, () => undefined))),
	),
	brokenAt('a server that hangs up in the handshake', {id: 'tls', code: 'TLS_CLOSED'}, async (lab) =>
		tillAt(lab, at(await stranger(lab, (socket) => socket.once('data', () => socket.end())))),
	),
	brokenAt('plain http on the port', {id: 'tls', code: 'TLS_PROTOCOL'}, async (lab) => {
		const answer = 'HTTP/1.1 400 Bad Request\r\n\r\n';
		return tillAt(lab, at(await stranger(lab, (socket) => socket.once('data', () => socket.end(answer)))));
	}),
	brokenAt('a server of TLS 1.1', {id: 'tls', code: 'TLS_VERSION'}, async (lab) => {
		const old = {minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0'} as const;
		return tillAt(lab, at(await httpsServer(lab, old)));
	}),
	brokenAt('a server of another root', {id: 'tls', code: 'SERVER_CERT_UNKNOWN_AUTHORITY'}, async (lab) => {
		const {caPem} = lab.certificates;
		const gateway = await lab.gateway({certificates: {caPem, server: lab.foreign.server}});
		return tillAt(lab, gateway.url);
	}),
	brokenAt('an expired certificate of the server', {id: 'tls', code: 'SERVER_CERT_EXPIRED'}, (lab) =>
		tillOfServer(lab, {validity: {fromMs: Date.now() - 90 * dayMs, toMs: Date.now() - dayMs}}),
	),
	brokenAt(
		'a certificate of the server from tomorrow',
		{id: 'tls', code: 'SERVER_CERT_NOT_YET_VALID'},
		(lab) => tillOfServer(lab, {validity: {fromMs: Date.now() + dayMs, toMs: Date.now() + 90 * dayMs}}),
	),
	brokenAt('a certificate of another server', {id: 'tls', code: 'SERVER_CERT_NAME'}, (lab) =>
		tillOfServer(lab, {names: ['other.example']}),
	),
	brokenAt('a CA file without certificates', {id: 'tls', code: 'CA_FILE'}, async (lab) => {
		const till = await lab.till();
		await writeFile(till.caFile, 'no PEM at all\n');
		return till;
	}),
	brokenAt('the till refused in TLS 1.2', {id: 'clientCertificate', code: 'CLIENT_CERT_REFUSED'}, (lab) =>
		tillOfStranger(lab, 'TLSv1.2'),
	),
	brokenAt('the till refused in TLS 1.3', {id: 'clientCertificate', code: 'CLIENT_CERT_REFUSED'}, (lab) =>
		tillOfStranger(lab, 'TLSv1.3'),
	),
];
