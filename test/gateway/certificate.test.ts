// The till's certificate: modern and old files opened, every fault told apart, the secret kept.
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createSecureContext} from 'node:tls';
import {inspect} from 'node:util';
import forge from 'node-forge';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {type OpenedCertificate, openCertificate} from '../../source/gateway/index.ts';

type Golden = {
	readonly password: string;
	readonly tillCertPem: string;
	readonly files: Readonly<Record<string, string>>;
};

const golden = JSON.parse(
	readFileSync(new URL('../golden/gateway-certificates.json', import.meta.url), 'utf8'),
) as Golden;

const nowMs = Date.parse('2026-01-31T09:00:00Z');
const file = (name: string): Buffer => Buffer.from(golden.files[name] ?? '', 'base64');

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'certificate-'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

function open(bytes: Buffer, password = golden.password, at = nowMs): Promise<OpenedCertificate> {
	writeFileSync(join(folder, 'N100.pfx'), bytes);
	return openCertificate({folder, posId: 'N100', password, nowMs: at});
}

describe('a certificate that can be used', () => {
	test.each([
		['modern', golden.password],
		['modernNoPassword', ''],
		['legacyRc2', golden.password],
		['legacy3des', golden.password],
		['legacyRc2NoPassword', ''],
		['legacyRc2Elliptic', golden.password],
	])('given the %s file, then it opens, says who it is for, and TLS takes it', async (name, password) => {
		const opened = await open(file(name), password);
		if (!opened.ok) throw new Error(opened.fault.code);
		expect(opened.warnings).toEqual([]);
		expect(opened.certificate).toMatchObject({
			subjectCn: 'N100',
			validFrom: '2020-01-01T00:00:00.000Z',
			validTo: '2120-01-01T00:00:00.000Z',
		});
		expect(() => createSecureContext(opened.certificate.tlsMaterial())).not.toThrow();
	});

	test('given an old file with its authority inside, then the whole chain is handed to TLS, the leaf first', async () => {
		const opened = await open(file('legacyRc2'));
		if (!opened.ok) throw new Error(opened.fault.code);
		const material = opened.certificate.tlsMaterial();
		if (!('cert' in material)) throw new Error('an old file has to come as PEM');
		const names = material.cert
			.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g)
			?.map((pem) => forge.pki.certificateFromPem(pem).subject.getField('CN').value);
		expect(names).toEqual(['N100', 'Till Test Authority']);
	});

	test('given another common name than the POS, then that is a warning', async () => {
		expect(await open(file('otherName'))).toMatchObject({
			ok: true,
			warnings: [{code: 'OTHER_CN', subjectCn: 'N200', posId: 'N100'}],
		});
	});

	test('given less than 30 days to its end, then that is a warning with the days left', async () => {
		const validTo = '2120-01-01T00:00:00.000Z';
		const daysBefore = (days: number) =>
			open(file('modern'), golden.password, Date.parse(validTo) - days * 86_400_000);
		expect(await daysBefore(29.5)).toMatchObject({
			ok: true,
			warnings: [{code: 'EXPIRES_SOON', validTo, daysLeft: 29}],
		});
		expect(await daysBefore(30)).toMatchObject({ok: true, warnings: []});
	});
});

describe('a certificate that can not be used', () => {
	test.each([
		['modern', 'wrong', {code: 'WRONG_PASSWORD'}],
		['modern', '', {code: 'WRONG_PASSWORD'}],
		['legacyRc2', 'wrong', {code: 'WRONG_PASSWORD'}],
		['noKey', golden.password, {code: 'NO_KEY'}],
		['noKeyLegacy', golden.password, {code: 'NO_KEY'}],
		['noCertificate', golden.password, {code: 'NO_CERTIFICATE'}],
		['weak', golden.password, {code: 'TOO_WEAK'}],
		['weakLegacy', golden.password, {code: 'TOO_WEAK'}],
		[
			'expired',
			golden.password,
			{code: 'EXPIRED', validFrom: '2020-01-01T00:00:00.000Z', validTo: '2021-01-01T00:00:00.000Z'},
		],
	])('given the %s file with the password “%s”, then the fault is its own', async (name, password, fault) => {
		expect(await open(file(name), password)).toEqual({ok: false, fault});
	});

	test('given a date before its first day, then it is not valid yet', async () => {
		expect(await open(file('modern'), golden.password, Date.parse('2019-12-31T00:00:00Z'))).toMatchObject({
			ok: false,
			fault: {code: 'NOT_YET_VALID', validFrom: '2020-01-01T00:00:00.000Z'},
		});
	});

	test.each([
		['nothing', Buffer.alloc(0)],
		['a text', Buffer.from('this is no certificate')],
		['a PEM certificate', Buffer.from(golden.tillCertPem)],
		['other ASN.1', Buffer.from([0x30, 0x03, 0x02, 0x01, 0x03])],
		['half of a file', file('modern').subarray(0, 1500)],
		['a huge file', Buffer.alloc(2 * 1024 * 1024)],
	])('given %s under its name, then it is no PKCS#12 file', async (_what, bytes) => {
		expect(await open(bytes)).toEqual({ok: false, fault: {code: 'NOT_PKCS12'}});
	});

	test('given two keys, then their number is told', async () => {
		expect(await open(await twoKeys(), '')).toEqual({ok: false, fault: {code: 'SEVERAL_KEYS', count: 2}});
	});

	test('given no file, then the certificate files beside it are shown', async () => {
		for (const name of ['N101.pfx', 'old.PFX', 'x.p12', 'notes.txt']) writeFileSync(join(folder, name), '');
		const opened = await openCertificate({folder, posId: 'N100', password: '', nowMs});
		expect(opened).toEqual({
			ok: false,
			fault: {code: 'MISSING', file: 'N100.pfx', found: ['N101.pfx', 'old.PFX', 'x.p12']},
		});
	});

	test('given a POS number that is a path, then nothing outside the folder is read', async () => {
		writeFileSync(join(folder, 'N100.pfx'), file('modern'));
		const posId = join('..', folder.split('/').at(-1) ?? '', 'N100');
		const opened = await openCertificate({folder, posId, password: golden.password, nowMs});
		expect(opened).toMatchObject({ok: false, fault: {code: 'MISSING', found: ['N100.pfx']}});
	});

	test('given a folder under its name, then it is unreadable, with the system’s word', async () => {
		mkdirSync(join(folder, 'N100.pfx'));
		const opened = await openCertificate({folder, posId: 'N100', password: '', nowMs});
		expect(opened).toEqual({ok: false, fault: {code: 'UNREADABLE', cause: 'EISDIR'}});
	});

	test('given no folder at all, then the file is missing and nothing lies beside it', async () => {
		const opened = await openCertificate({folder: join(folder, 'none'), posId: 'N100', password: '', nowMs});
		expect(opened).toEqual({ok: false, fault: {code: 'MISSING', file: 'N100.pfx', found: []}});
	});
});

test('given an opened certificate, when it is dumped in any way, then neither key nor password is in it', async () => {
	for (const name of ['modern', 'legacyRc2']) {
		const opened = await open(file(name));
		const dump = inspect(opened, {depth: 10, showHidden: true}) + JSON.stringify(opened);
		expect(dump).not.toContain(golden.password);
		expect(dump).not.toContain('PRIVATE KEY');
	}
});

/** A file with two keys: the contents of two files, put into one. */
async function twoKeys(): Promise<Buffer> {
	const opened = await open(file('legacyRc2'));
	const material = opened.ok ? opened.certificate.tlsMaterial() : null;
	if (!material || !('key' in material)) throw new Error('an old file has to come as PEM');
	const key = forge.pki.privateKeyFromPem(material.key);
	const certificate = forge.pki.certificateFromPem(golden.tillCertPem);
	const make = () => forge.pkcs12.toPkcs12Asn1(key, certificate, '', {algorithm: '3des', useMac: false});
	// PFX → authSafe (a ContentInfo) → its explicit content → the octets.
	const contentsOf = (file: forge.asn1.Asn1): forge.asn1.Asn1 => child(child(child(file, 1), 1), 0);
	const [one, two] = [make(), make()];
	const safes = [contentsOf(one), contentsOf(two)].map((octets) =>
		forge.asn1.fromDer(octets.value as string),
	);
	const [first, second] = safes;
	if (!first || !second) throw new Error('no contents');
	(first.value as forge.asn1.Asn1[]).push(...(second.value as forge.asn1.Asn1[]));
	contentsOf(one).value = forge.asn1.toDer(first).getBytes();
	return Buffer.from(forge.asn1.toDer(one).getBytes(), 'latin1');
}

function child(parent: forge.asn1.Asn1, index: number): forge.asn1.Asn1 {
	const found = typeof parent.value === 'string' ? undefined : parent.value[index];
	if (!found) throw new Error('not the ASN.1 that was expected');
	return found;
}
