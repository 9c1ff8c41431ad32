// The links of the chain to the gateway, and which of them each fault speaks of.
import type {GatewayFault} from '../fault.ts';

/** In the order in which they are gone through. */
export type GatewayLink =
	| 'dns'
	| 'tcp'
	| 'tls'
	| 'certificate'
	| 'service'
	| 'signature'
	| 'clock'
	| 'answer';

/** Every code that a gateway fault may bear, and the link that it speaks of. `HTTP_…` codes are told by their class. */
const linkOfCode = {
	ENOTFOUND: 'dns',
	EAI_AGAIN: 'dns',
	DNS_TIMEOUT: 'dns',
	ECONNREFUSED: 'tcp',
	EHOSTUNREACH: 'tcp',
	ENETUNREACH: 'tcp',
	CONNECT_FAILED: 'tcp',
	CONNECT_TIMEOUT: 'tcp',
	ECONNRESET: 'service',
	CLOSED: 'service',
	ANSWER_CUT: 'service',
	SERVER_CERT_UNKNOWN_AUTHORITY: 'tls',
	SERVER_CERT_EXPIRED: 'tls',
	SERVER_CERT_NOT_YET_VALID: 'tls',
	SERVER_CERT_NAME: 'tls',
	SERVER_CERT_BAD: 'tls',
	CA_FILE: 'tls',
	TLS_PROTOCOL: 'tls',
	TLS_VERSION: 'tls',
	TLS_CLOSED: 'tls',
	TLS_TIMEOUT: 'tls',
	CLIENT_CERT_REFUSED: 'certificate',
	CERT: 'certificate',
	ANSWER_TIMEOUT: 'service',
	BODY_TIMEOUT: 'service',
	ABORTED: 'service',
	CLOCK: 'clock',
	NONCE: 'signature',
	SIGN: 'signature',
	AGENT: 'signature',
	NOT_FOUND: 'answer',
	GATEWAY_CODE: 'answer',
	NO_OPERATION: 'service',
	NOT_HTTP: 'service',
	HTTP_3XX: 'service',
	HTTP_401: 'signature',
	HTTP_403: 'certificate',
	HTTP_404: 'service',
	HTTP_407: 'service',
	HTTP_429: 'service',
	HTTP_4XX: 'service',
	HTTP_5XX: 'service',
	HTTP_OTHER: 'service',
	HTML: 'service',
	CONTENT_TYPE: 'service',
	TOO_LONG: 'answer',
	NOT_JSON: 'answer',
	MISSING_FIELD: 'answer',
	BAD_FIELD: 'answer',
	UNKNOWN_STATUS: 'answer',
	OTHER_ORDER: 'answer',
	OTHER_AMOUNT: 'answer',
	OTHER_CURRENCY: 'answer',
	OTHER_SYSTEM: 'answer',
} as const satisfies Readonly<Record<string, GatewayLink>>;

export type GatewayFaultCode = keyof typeof linkOfCode;

/** The listed code that a fault is worded by, null for one that isn't listed. */
export function listedCode(code: string): GatewayFaultCode | null {
	if (Object.hasOwn(linkOfCode, code)) return code as GatewayFaultCode;
	const status = /^HTTP_([1-9])\d\d$/.exec(code)?.[1];
	if (status === undefined) return null;
	return status === '3' || status === '4' || status === '5' ? `HTTP_${status}XX` : 'HTTP_OTHER';
}

/** Which link of the chain a fault speaks of. */
export function gatewayLinkOf(fault: GatewayFault): GatewayLink {
	const code = listedCode(fault.code);
	return code === null ? 'service' : linkOfCode[code];
}
