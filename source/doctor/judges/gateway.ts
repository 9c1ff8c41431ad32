// The way to the gateway: one probe, a row for each of its links.
import {type DoctorCheckId, type DoctorHelper, type GatewayFault, gatewayLinkOf} from '../../core/index.ts';
import {broken, type Judgement, skipped, skippedAfter, sound} from '../row.ts';
import type {GatewaySeen, GatewayStep} from '../seen.ts';
import {judgeClock, judgeSystems} from './answer.ts';
import type {Context} from './context.ts';

/** In the order in which they are gone through. */
const links = ['dns', 'tcp', 'tls', 'clientCertificate', 'service', 'signature', 'clock'] as const;

export type GatewayCheckId = (typeof links)[number];

/** Which row a fault belongs to. Words that make no sense come from something that is no gateway: the service's row. */
const rowOfLink = {
	dns: 'dns',
	tcp: 'tcp',
	tls: 'tls',
	certificate: 'clientCertificate',
	service: 'service',
	answer: 'service',
	signature: 'signature',
	clock: 'clock',
} as const;

/** The judge of one link. */
export const judgeLink =
	(id: GatewayCheckId) =>
	(seen: GatewaySeen): Judgement => {
		const fault = faultIn(seen);
		const isBehindTls = links.indexOf(id) > links.indexOf('tls');
		// Without a test question nothing was asked, and in TLS 1.3 not even the certificate was judged.
		if (fault?.code === 'NO_OPERATION' && isBehindTls) return skipped({code: 'NO_PING'});
		const at = fault && rowOfLink[gatewayLinkOf(fault)];
		if (fault && at === id) return broken({code: 'GATEWAY', fault}, helperOf(fault));
		if (at && links.indexOf(id) > links.indexOf(at)) return skippedAfter(at);
		// A gateway that refuses our clock may not have looked at the signature yet.
		if (at === 'clock' && id === 'signature' && !seen.pong) return skippedAfter('clock');
		return soundLink(id, seen);
	};

export function judgeOffered(seen: GatewaySeen, {till}: Context): Judgement {
	if (faultIn(seen)?.code === 'NO_OPERATION') return skipped({code: 'NO_PING'});
	return judgeSystems(seen.pong?.systems ?? [], till?.systems ?? []);
}

export const gatewayNeeds: Readonly<Record<GatewayCheckId, readonly DoctorCheckId[]>> = {
	dns: ['settings'],
	tcp: ['dns'],
	tls: ['tcp', 'certificate'],
	clientCertificate: ['tls'],
	service: ['clientCertificate'],
	signature: ['service'],
	clock: ['service'],
};

const faultIn = ({steps}: GatewaySeen): GatewayFault | null => {
	const last = steps.at(-1);
	return last && !last.ok ? last.fault : null;
};

function soundLink(id: GatewayCheckId, seen: GatewaySeen): Judgement {
	const step = stepOf(id, seen);
	const said = step?.ok ? step.seen : '';
	switch (id) {
		case 'dns':
			return sound({code: 'DNS', host: seen.host, addresses: said});
		case 'tcp':
			return sound({code: 'TCP', address: said, ms: step?.ms ?? 0});
		case 'tls':
			// A handshake that ended at our certificate has proved the server's before, but not told the version.
			return sound({code: 'TLS', version: said === '' ? 'TLS' : said});
		case 'clientCertificate':
			return sound({code: 'CLIENT_CERTIFICATE'});
		case 'service':
			return sound({code: 'SERVICE', ms: step?.ms ?? 0});
		case 'signature':
			return sound({code: 'SIGNATURE'});
		case 'clock':
			return judgeClock(seen.pong);
	}
}

const stepOf = (id: GatewayCheckId, {steps}: GatewaySeen): GatewayStep | undefined =>
	steps.find(({step}) => rowOfLink[step] === id && step !== 'answer');

/** What the admin cannot mend at the till or in its network is the payment system's. */
function helperOf({code}: GatewayFault): DoctorHelper {
	return theirs.test(code) ? 'paymentSystem' : 'admin';
}

const theirs =
	/^(SERVER_CERT_EXPIRED|TLS_VERSION|CLIENT_CERT_REFUSED|ECONNRESET|CLOSED|ANSWER_|BODY_|NONCE|NOT_FOUND|GATEWAY_CODE|HTTP_(403|4[^0]\d|5\d\d)|NOT_JSON|TOO_LONG|MISSING_FIELD|BAD_FIELD|UNKNOWN_STATUS)/;
