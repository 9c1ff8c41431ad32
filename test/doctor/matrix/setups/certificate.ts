// Broken at the till's certificate, the gateway being well.
import {chmod, rm, writeFile} from 'node:fs/promises';
import forge from 'node-forge';
import type {Lab} from '../lab.ts';
import {brokenAt, doubtfulAt, type Setup} from '../setup.ts';

const dayMs = 86_400_000;

async function tillWithPfx(lab: Lab, pfx: Buffer) {
	const till = await lab.till();
	await writeFile(till.pfxFile, pfx);
	return till;
}

/** A certificate of the right name with these dates, in days from now, in a till that has its password. */
async function tillWithDates(lab: Lab, fromDays: number, toDays: number) {
	const validity = {fromMs: Date.now() + fromDays * dayMs, toMs: Date.now() + toDays * dayMs};
	const client = await lab.certificates.issueClient({commonName: lab.access.posId, validity});
	return lab.till({certificates: {...lab.certificates, client}});
}

function pfxWithoutKey({certificates}: Lab): Buffer {
	const {certificatePem, password} = certificates.client;
	const asn1 = forge.pkcs12.toPkcs12Asn1(null, [forge.pki.certificateFromPem(certificatePem)], password, {
		algorithm: '3des',
	});
	return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
}

export const certificateSetups: readonly Setup[] = [
	brokenAt('no certificate file', {id: 'certificate', code: 'MISSING'}, async (lab) => {
		const till = await lab.till();
		await rm(till.pfxFile);
		return till;
	}),
	brokenAt('another password of the certificate', {id: 'certificate', code: 'WRONG_PASSWORD'}, async (lab) =>
		lab.till({
			edit: {
				'WebMoneySettings.txt': (text) =>
					text.replace(/^CertificatePassword=.*/m, 'CertificatePassword=wrong'),
			},
		}),
	),
	brokenAt('a certificate file that is none', {id: 'certificate', code: 'NOT_PKCS12'}, async (lab) =>
		tillWithPfx(lab, Buffer.from('not a certificate')),
	),
	brokenAt('a certificate without its key', {id: 'certificate', code: 'NO_KEY'}, async (lab) =>
		tillWithPfx(lab, pfxWithoutKey(lab)),
	),
	brokenAt('an expired certificate', {id: 'certificate', code: 'EXPIRED'}, async (lab) =>
		tillWithDates(lab, -400, -1),
	),
	brokenAt('a certificate of tomorrow', {id: 'certificate', code: 'NOT_YET_VALID'}, async (lab) =>
		tillWithDates(lab, 1, 400),
	),
	doubtfulAt('a certificate that ends in ten days', {id: 'certificate', code: 'EXPIRES_SOON'}, async (lab) =>
		tillWithDates(lab, -300, 10),
	),
	doubtfulAt(
		'a certificate that all can read',
		{id: 'certificate', code: 'CERTIFICATE_OPEN'},
		async (lab) => {
			const till = await lab.till();
			await chmod(till.pfxFile, 0o644);
			return till;
		},
	),
	brokenAt(
		'a certificate of another till',
		{id: 'clientCertificate', code: 'CERT', doubts: ['certificate']},
		async (lab) => {
			const client = await lab.certificates.issueClient({commonName: 'N200'});
			return lab.till({certificates: {...lab.certificates, client}});
		},
	),
];
