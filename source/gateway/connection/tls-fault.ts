// Faults that TLS names itself: ours with the server's certificate, the server's with ours, and of the protocol.
import {cleanText, type GatewayFault} from '../../core/index.ts';

/** The word that Node or OpenSSL has for an error, empty where it has none. */
export function errorCode(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The fault in a TLS error, null where the error is not of TLS. `where` is for people. */
export function tlsFault(code: string, error: unknown, where: string): GatewayFault | null {
	const named = (word: string): GatewayFault => ({kind: 'tls', code: word, detail: where});
	const alert = /^ERR_SSL_(?:SSLV3|TLSV1|TLSV13)_ALERT_(.+)$/.exec(code)?.[1];
	if (alert && refusingAlerts.includes(alert)) return named('CLIENT_CERT_REFUSED');
	if (alert === 'PROTOCOL_VERSION' || code === 'ERR_SSL_UNSUPPORTED_PROTOCOL') return named('TLS_VERSION');
	if (code.startsWith('ERR_SSL_') || code === 'EPROTO') {
		return {kind: 'tls', code: 'TLS_PROTOCOL', detail: cleanText(`${where} ${code}`)};
	}
	if (code === 'CERT_HAS_EXPIRED') return named('SERVER_CERT_EXPIRED');
	if (code === 'CERT_NOT_YET_VALID') return named('SERVER_CERT_NOT_YET_VALID');
	if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return named('SERVER_CERT_NAME');
	if (unknownAuthority.includes(code)) return named('SERVER_CERT_UNKNOWN_AUTHORITY');
	if (isVerifyError(code, error)) {
		return {kind: 'tls', code: 'SERVER_CERT_BAD', detail: cleanText(`${where} ${code}`)};
	}
	return null;
}

/** Alerts by which a server says that it will not have the client's certificate (RFC 8446 §6.2). */
const refusingAlerts = [
	'BAD_CERTIFICATE',
	'UNSUPPORTED_CERTIFICATE',
	'CERTIFICATE_REVOKED',
	'CERTIFICATE_EXPIRED',
	'CERTIFICATE_UNKNOWN',
	'CERTIFICATE_REQUIRED',
	'UNKNOWN_CA',
	'ACCESS_DENIED',
];

const unknownAuthority = [
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'CERT_UNTRUSTED',
];

/** Node hands on OpenSSL's other verdicts on a chain (X509_V_ERR_…) under their bare names. */
const isVerifyError = (code: string, error: unknown): boolean =>
	/^(?:ERR_TLS_CERT_|CERT_|CRL_|UNABLE_TO_|ERROR_IN_CERT_|INVALID_|PATH_LENGTH_|HOSTNAME_|EE_KEY_|CA_|UNSPECIFIED)/.test(
		code,
	) && !(error instanceof Error && 'syscall' in error);
