// The certificates: quick to make, good for Node's TLS, and the old format that it refuses.
import {X509Certificate} from 'node:crypto';
import {createSecureContext} from 'node:tls';
import forge from 'node-forge';
import {beforeAll, expect, test} from 'vitest';
import {makeCertificates, type SandboxCertificates} from '../../source/sandbox/index.ts';

let certificates: SandboxCertificates;

beforeAll(async () => {
	certificates = await makeCertificates({posId: 'N100_A', password: 'Пароль №1'});
});

test('given nothing, when a whole set is made, then it takes well under two seconds', async () => {
	const beginMs = performance.now();
	await makeCertificates({posId: 'N100'});
	expect(performance.now() - beginMs).toBeLessThan(2000);
});

test('given a set, when it is looked at, then both certificates are by the root and fit their use', () => {
	const root = new X509Certificate(certificates.caPem);
	const server = new X509Certificate(certificates.server.certificatePem);
	const client = new X509Certificate(certificates.client.certificatePem);
	expect(root.ca).toBe(true);
	for (const certificate of [server, client]) {
		expect(certificate.verify(root.publicKey)).toBe(true);
		expect(certificate.checkIssued(root)).toBe(true);
		expect(certificate.ca).toBe(false);
	}
	expect(server.checkHost('localhost')).toBe('localhost');
	expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1');
	expect(server.checkIP('::1')).toBe('::1');
	expect(client.subject).toContain('CN=N100_A');
	expect(client.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
	expect(client.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
});

test('given two sets, when their roots are compared, then nothing is the same', async () => {
	const other = new X509Certificate((await makeCertificates({posId: 'N100_A'})).caPem);
	const root = new X509Certificate(certificates.caPem);
	expect(other.subject).not.toBe(root.subject);
	expect(other.serialNumber).not.toBe(root.serialNumber);
});

test('given a modern .pfx under a Russian password, when Node opens it, then only with that password', () => {
	const {pfx} = certificates.client;
	expect(() => createSecureContext({pfx, passphrase: 'Пароль №1'})).not.toThrow();
	expect(() => createSecureContext({pfx, passphrase: 'пароль'})).toThrow('mac verify failure');
});

test('given a legacy .pfx, when Node opens it, then it refuses, and node-forge reads certificate and key', async () => {
	const {pfx, certificatePem} = await certificates.issueClient({
		commonName: 'N100_A',
		format: 'legacy',
		password: 'secret 1',
	});
	expect(() => createSecureContext({pfx, passphrase: 'secret 1'})).toThrow('Unsupported PKCS12 PFX data');
	const file = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(pfx.toString('latin1')), 'secret 1');
	const {certBag = '', pkcs8ShroudedKeyBag = ''} = forge.pki.oids;
	const certificate = file.getBags({bagType: certBag})[certBag]?.[0]?.cert;
	const key = file.getBags({bagType: pkcs8ShroudedKeyBag})[pkcs8ShroudedKeyBag]?.[0]?.key;
	if (!certificate || !key) throw new Error('the file holds too little');
	expect(forge.pki.certificateToPem(certificate).replaceAll('\r', '')).toBe(
		certificatePem.replaceAll('\r', ''),
	);
	expect(() =>
		createSecureContext({cert: certificatePem, key: forge.pki.privateKeyToPem(key)}),
	).not.toThrow();
	expect(() => forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(pfx.toString('latin1')), 'secret 2')).toThrow(
		'Invalid password',
	);
});

test('given dates, when a certificate is issued, then it bears them', async () => {
	const validity = {fromMs: Date.parse('2020-01-01T00:00:00Z'), toMs: Date.parse('2021-01-01T00:00:00Z')};
	const client = new X509Certificate(
		(await certificates.issueClient({commonName: 'N100_A', validity})).certificatePem,
	);
	const server = new X509Certificate(
		(await certificates.issueServer({names: ['gateway.example'], validity})).certificatePem,
	);
	for (const certificate of [client, server]) {
		expect(certificate.validFromDate.getTime()).toBe(validity.fromMs);
		expect(certificate.validToDate.getTime()).toBe(validity.toMs);
	}
	expect(server.checkHost('gateway.example')).toBe('gateway.example');
	expect(server.checkHost('localhost')).toBeUndefined();
});
