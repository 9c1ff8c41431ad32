// The way to the gateway: whom to trust and what to show of ourselves. Made once, when the first connection is needed:
// reading some hundred roots takes longer than the rest of the start.
import {createSecureContext} from 'node:tls';
import type {GatewayAddress} from '../address.ts';
import type {ClientCertificate} from '../certificate/certificate.ts';
import type {Route} from './dial.ts';
import {trustIn} from './trust.ts';

/** `caCertificates`: PEM, trusted beside Node's and the system's roots. */
export function routeTo(
	address: GatewayAddress,
	certificate: ClientCertificate,
	caCertificates: readonly string[],
): Route {
	const trust = trustIn(caCertificates);
	const context = createSecureContext({
		...certificate.tlsMaterial(),
		ca: [...trust.roots],
		minVersion: 'TLSv1.2',
		maxVersion: 'TLSv1.3',
	});
	return {address, context, trust};
}
