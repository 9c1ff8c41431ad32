// Opens the PKCS#12 files of old Windows (RC2-40, 3DES), which Node's OpenSSL refuses, and hands them to TLS as PEM in memory.
import {createPrivateKey, type KeyObject, X509Certificate} from 'node:crypto';
import {createSecureContext} from 'node:tls';
import type {asn1, pkcs12} from 'node-forge';
import type {Unpacked} from './certificate.ts';
import {isTooWeak} from './weak.ts';

type Forge = typeof import('node-forge');

/** Opens `pfx`. The key and the chain are in memory only, and only within the answer's `material`. */
export async function openWithForge(pfx: Buffer, password: string): Promise<Unpacked> {
	const forge: Forge = (await import('node-forge')).default;
	const file = readAsn1(forge, pfx);
	if (!file) return {ok: false, fault: {code: 'NOT_PKCS12'}};
	const bags = readBags(forge, file, password);
	if (bags === 'wrong password') return {ok: false, fault: {code: 'WRONG_PASSWORD'}};
	if (bags === 'not pkcs12') return {ok: false, fault: {code: 'NOT_PKCS12'}};

	const [key, ...others] = bags.keys;
	if (!key) return {ok: false, fault: {code: 'NO_KEY'}};
	if (others.length > 0) return {ok: false, fault: {code: 'SEVERAL_KEYS', count: others.length + 1}};
	const leaf = bags.certificates.find((certificate) => certificate.checkPrivateKey(key));
	if (!leaf) return {ok: false, fault: {code: 'NO_CERTIFICATE'}};

	const material = {
		key: key.export({type: 'pkcs8', format: 'pem'}).toString(),
		cert: chainOf(leaf, bags.certificates).map(String).join('\n'),
	};
	try {
		createSecureContext(material);
	} catch (error) {
		return {ok: false, fault: {code: isTooWeak(error) ? 'TOO_WEAK' : 'NOT_PKCS12'}};
	}
	return {ok: true, leaf, material};
}

function readAsn1(forge: Forge, pfx: Buffer): asn1.Asn1 | null {
	try {
		return forge.asn1.fromDer(forge.util.createBuffer(pfx.toString('latin1')));
	} catch {
		return null;
	}
}

type Bags = {readonly keys: readonly KeyObject[]; readonly certificates: readonly X509Certificate[]};

function readBags(forge: Forge, file: asn1.Asn1, password: string): Bags | 'wrong password' | 'not pkcs12' {
	try {
		const {oids} = forge.pki;
		const opened = forge.pkcs12.pkcs12FromAsn1(file, false, password);
		const all = (type: string | undefined): pkcs12.Bag[] =>
			(type && opened.getBags({bagType: type})[type]) || [];
		const keys = [...all(oids['pkcs8ShroudedKeyBag']), ...all(oids['keyBag'])];
		return {
			keys: keys.map((bag) => keyOf(forge, bag)),
			certificates: all(oids['certBag']).map((bag) => certificateOf(forge, bag)),
		};
	} catch (error) {
		// The only sentence by which node-forge tells a wrong password.
		return error instanceof Error && /password/i.test(error.message) ? 'wrong password' : 'not pkcs12';
	}
}

/** node-forge understands RSA keys; others it hands on as they lie in the file. */
function keyOf(forge: Forge, bag: pkcs12.Bag): KeyObject {
	const info = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
	return createPrivateKey({key: derOf(forge, info), format: 'der', type: 'pkcs8'});
}

const certificateOf = (forge: Forge, bag: pkcs12.Bag): X509Certificate =>
	new X509Certificate(derOf(forge, bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1));

const derOf = (forge: Forge, value: asn1.Asn1): Buffer =>
	Buffer.from(forge.asn1.toDer(value).getBytes(), 'latin1');

/** The leaf and those above it in the file, in the order TLS sends them. The self-signed end is known to the other side. */
function chainOf(leaf: X509Certificate, certificates: readonly X509Certificate[]): X509Certificate[] {
	const chain = [leaf];
	for (let last: X509Certificate | undefined = leaf; last; ) {
		const below: X509Certificate = last;
		last = certificates.find((one) => !chain.includes(one) && below.checkIssued(one));
		if (last) chain.push(last);
	}
	return chain;
}
