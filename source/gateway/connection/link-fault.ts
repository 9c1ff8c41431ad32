// Names the link that broke: from what the connection met on its way to a fault with a fixed code.
import {cleanText, type GatewayFault} from '../../core/index.ts';
import type {Dialled, Stage} from './dial.ts';
import {errorCode, tlsFault} from './tls-fault.ts';

/** What is known of a connection that failed. */
export type Break = {
	readonly dialled: Dialled | null;
	readonly error: unknown;
	/** `host:port`, for people. */
	readonly where: string;
	/** An answer has begun to come. */
	readonly hasAnswerBegun: boolean;
	/** This gateway has answered this certificate before. */
	readonly hasAnsweredBefore: boolean;
};

/** A close this soon after the handshake is taken for a refusal of our certificate. */
const refusalMs = 3000;

/** The fault of a connection that failed by itself (not by a time limit of ours). */
export function linkFault(broken: Break): GatewayFault {
	const {dialled, where} = broken;
	const error = dialled?.firstError ?? broken.error;
	const code = errorCode(error);
	const handshake = tlsFault(code, error, where);
	if (handshake) return handshake;
	const isUnparsed = error instanceof Error && error.name === 'HTTPParserError';
	if (isUnparsed || code === 'UND_ERR_HEADERS_OVERFLOW') {
		return {kind: 'http', code: 'NOT_HTTP', detail: where};
	}
	if (broken.hasAnswerBegun) return {kind: 'connect', code: 'ANSWER_CUT', detail: where};
	if (isCertificateRefusal(broken)) return {kind: 'tls', code: 'CLIENT_CERT_REFUSED', detail: where};
	if (dialled?.stage === 'tls') return {kind: 'tls', code: 'TLS_CLOSED', detail: where};
	if (dialled?.stage === 'open') {
		const isReset = code === 'ECONNRESET' || code === 'EPIPE';
		return {kind: 'connect', code: isReset ? 'ECONNRESET' : 'CLOSED', detail: where};
	}
	return connectFault(code, where);
}

/** The fault of a time limit that ran out at this stage. */
export function timeFault(stage: Stage, hasAnswerBegun: boolean, where: string): GatewayFault {
	const codes = {dns: 'DNS_TIMEOUT', tcp: 'CONNECT_TIMEOUT', tls: 'TLS_TIMEOUT', open: 'ANSWER_TIMEOUT'};
	const code = stage === 'open' && hasAnswerBegun ? 'BODY_TIMEOUT' : codes[stage];
	return {kind: 'timeout', code, detail: where};
}

function connectFault(code: string, where: string): GatewayFault {
	const known = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET', 'ENOTFOUND'];
	if (known.includes(code)) return {kind: 'connect', code, detail: where};
	if (code === 'EAI_AGAIN') return {kind: 'connect', code: 'EAI_AGAIN', detail: where};
	if (code.startsWith('EAI_')) return {kind: 'connect', code: 'ENOTFOUND', detail: where};
	if (code === 'ETIMEDOUT') return {kind: 'timeout', code: 'CONNECT_TIMEOUT', detail: where};
	return {kind: 'connect', code: 'CONNECT_FAILED', detail: cleanText(`${where} ${code}`)};
}

/**
 * A server that refuses our certificate in TLS 1.3 just closes after the handshake (in 1.2 some close in the middle of it).
 * One that has welcomed this certificate, now or before, is likelier to have fallen over.
 */
function isCertificateRefusal({dialled, hasAnsweredBefore}: Break): boolean {
	if (!dialled?.hasSentCertificate || dialled.wasWelcomed || hasAnsweredBefore) return false;
	return dialled.openedMs === null || performance.now() - dialled.openedMs < refusalMs;
}
