// The way to the gateway, link by link. It is asked for nothing but a `Ping`; without a certificate for nothing at all.
import {readFileSync} from 'node:fs';
import type {GatewaySeen} from '../../doctor/index.ts';
import type {PingAnswer} from '../../engine/index.ts';
import {type ClientCertificate, type Dialect, probeGateway} from '../../gateway/index.ts';
import type {Till} from '../../settings/index.ts';

/** For each of name, connection, handshake and answer. */
const stepTimeoutMs = 3000;

export async function seeGateway(
	till: Till,
	dialect: Dialect,
	certificate: ClientCertificate | null,
): Promise<GatewaySeen> {
	const {serverUrl, servicePath, agentId, agentKey, posId} = till;
	const heard = listening(certificate ? dialect : mute(dialect));
	const steps = await probeGateway({
		serverUrl,
		servicePath,
		agentId,
		agentKey,
		posId,
		dialect: heard.dialect,
		certificate: certificate ?? nobody,
		caPem: caPemOf(till),
		stepTimeoutMs,
	});
	const {answer, atMs} = heard.last();
	const pong =
		answer?.type === 'pong' ? {timeS: answer.timeS, systems: answer.systems, nowS: atMs / 1000} : null;
	return {
		host: new URL(serverUrl).hostname,
		// What a handshake without our certificate comes to says nothing about the handshake with it.
		steps: certificate ? steps : steps.filter(({step}) => step === 'dns' || step === 'tcp'),
		pong,
	};
}

/** An unreadable file holds no certificates: that is what the probe then says. */
function caPemOf({caFile}: Till): string | null {
	if (caFile === null) return null;
	try {
		return readFileSync(caFile, 'utf8');
	} catch {
		return '';
	}
}

/** The dialect, with what the gateway said to its question kept as data. */
function listening(dialect: Dialect) {
	let answer: PingAnswer | null = null;
	let atMs = 0;
	const heard: Dialect = {
		name: dialect.name,
		speak: (speaker) => {
			const speech = dialect.speak(speaker);
			return {
				...speech,
				ping: async (ask) => {
					answer = await speech.ping(ask);
					atMs = Date.now();
					return answer;
				},
			};
		},
	};
	return {dialect: heard, last: () => ({answer, atMs})};
}

/** Asks nothing: a till without a certificate has nothing to say to a gateway. */
const mute = (dialect: Dialect): Dialect => ({
	name: dialect.name,
	speak: (speaker) => ({
		...dialect.speak(speaker),
		ping: async () => ({type: 'fault', fault: {kind: 'tls', code: 'ABORTED', detail: ''}}),
	}),
});

const nobody: ClientCertificate = {
	subjectCn: '',
	validFrom: '',
	validTo: '',
	tlsMaterial: () => ({key: '', cert: ''}),
};
