// X.509 certificates of the sandbox: a root, servers and tills, signed with SHA-256.
import {constants, privateEncrypt, randomBytes} from 'node:crypto';
import type {asn1, md, pki as Pki} from 'node-forge';
import type {RsaKey} from './keys.ts';

/** When a certificate is valid, unix milliseconds. */
export type Validity = {readonly fromMs: number; readonly toMs: number};

/** What a certificate is for; it decides the extensions. `names` are DNS names and IP addresses. */
export type CertificateUse =
	| {readonly type: 'authority'}
	| {readonly type: 'server'; readonly names: readonly string[]}
	| {readonly type: 'client'};

export type CertificateOrder = {
	readonly commonName: string;
	readonly use: CertificateUse;
	readonly validity: Validity;
	readonly key: RsaKey;
	/** Who signs; null: the certificate signs itself. */
	readonly issuer: {readonly certificatePem: string; readonly key: RsaKey} | null;
};

/** Makes and signs one certificate; the answer is PEM. */
export async function makeCertificate(order: CertificateOrder): Promise<string> {
	const {default: forge} = await import('node-forge');
	const {pki} = forge;
	const certificate = pki.createCertificate();
	certificate.publicKey = pki.publicKeyFromPem(order.key.publicPem);
	// The first byte below 80h: a serial number is a positive DER integer.
	certificate.serialNumber = `4${randomBytes(16).toString('hex').slice(1)}`;
	certificate.validity.notBefore = new Date(order.validity.fromMs);
	certificate.validity.notAfter = new Date(order.validity.toMs);
	// UTF8String: a PosId may hold `_`, which a PrintableString may not.
	const valueTagClass = forge.asn1.Type.UTF8 as unknown as asn1.Class;
	const subject = [
		{name: 'commonName', value: order.commonName, valueTagClass},
		{name: 'organizationName', value: 'qrkassa sandbox', valueTagClass},
	];
	certificate.setSubject(subject);
	certificate.setIssuer(
		order.issuer ? pki.certificateFromPem(order.issuer.certificatePem).subject.attributes : subject,
	);
	certificate.setExtensions(extensionsOf(order.use));
	const signer = signerOf(order.issuer?.key ?? order.key);
	certificate.sign(signer as Pki.rsa.PrivateKey, forge.md.sha256.create());
	return pki.certificateToPem(certificate);
}

/** What stands before a SHA-256 digest in an RSASSA-PKCS1-v1_5 signature (RFC 8017, 9.2, note 1). */
const sha256Info = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** Stands in for forge's private key: its arithmetic in JavaScript takes longer than all the rest of a certificate. */
const signerOf = ({privatePem}: RsaKey): Pick<Pki.rsa.PrivateKey, 'sign'> => ({
	sign(digest: md.MessageDigest) {
		const info = Buffer.concat([sha256Info, Buffer.from(digest.digest().getBytes(), 'latin1')]);
		const signed = privateEncrypt({key: privatePem, padding: constants.RSA_PKCS1_PADDING}, info);
		return signed.toString('latin1');
	},
});

function extensionsOf(use: CertificateUse): object[] {
	switch (use.type) {
		case 'authority':
			return [
				{name: 'basicConstraints', cA: true, critical: true},
				{name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true},
				{name: 'subjectKeyIdentifier'},
			];
		case 'server':
			return [
				{name: 'basicConstraints', cA: false},
				{name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true},
				{name: 'extKeyUsage', serverAuth: true},
				{name: 'subjectAltName', altNames: use.names.map(alternativeName)},
			];
		case 'client':
			return [
				{name: 'basicConstraints', cA: false},
				{name: 'keyUsage', digitalSignature: true, critical: true},
				{name: 'extKeyUsage', clientAuth: true},
			];
	}
}

// GeneralName tags of RFC 5280, 4.2.1.6: 7 is an IP address, 2 a DNS name.
const alternativeName = (name: string): object =>
	/^[\d.]+$|:/.test(name) ? {type: 7, ip: name} : {type: 2, value: name};
