// Certificates for the tests: an authority, and what it issues, made fresh with node-forge.
import {generateKeyPairSync} from 'node:crypto';
import forge from 'node-forge';
import type {ClientCertificate} from '../../../source/gateway/index.ts';

export type Pair = {readonly key: string; readonly cert: string};

export type Wish = {
	readonly cn: string;
	/** DNS names and IP addresses. */
	readonly names?: readonly string[];
	readonly fromMs?: number;
	readonly toMs?: number;
};

const dayMs = 86_400_000;
let serial = 1;

/** A certificate of `issuer`, or a self-signed authority without one. */
export function issue({cn, names = [], fromMs, toMs}: Wish, issuer?: Pair): Pair {
	const {privateKey, publicKey} = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		privateKeyEncoding: {type: 'pkcs8', format: 'pem'},
		publicKeyEncoding: {type: 'spki', format: 'pem'},
	});
	const certificate = forge.pki.createCertificate();
	certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
	serial += 1;
	certificate.serialNumber = `4${serial.toString(16).padStart(7, '0')}`;
	certificate.validity.notBefore = new Date(fromMs ?? Date.now() - dayMs);
	certificate.validity.notAfter = new Date(toMs ?? Date.now() + 90 * dayMs);
	certificate.setSubject([{name: 'commonName', value: cn}]);
	const parent = issuer && forge.pki.certificateFromPem(issuer.cert);
	certificate.setIssuer(parent ? parent.subject.attributes : certificate.subject.attributes);
	certificate.setExtensions([
		{name: 'basicConstraints', cA: !issuer, critical: true},
		...(names.length === 0
			? []
			: [
					{
						name: 'subjectAltName',
						altNames: names.map((name) =>
							/^[\d.]+$/.test(name) ? {type: 7, ip: name} : {type: 2, value: name},
						),
					},
				]),
	]);
	certificate.sign(forge.pki.privateKeyFromPem(issuer?.key ?? privateKey), forge.md.sha256.create());
	return {key: privateKey, cert: forge.pki.certificateToPem(certificate)};
}

/** A pair as the gateway room takes it. */
export const asClient = (pair: Pair, cn = 'N100'): ClientCertificate => ({
	subjectCn: cn,
	validFrom: new Date(0).toISOString(),
	validTo: new Date(4e12).toISOString(),
	tlsMaterial: () => pair,
});
