// A .pfx file (PKCS#12, RFC 7292): one certificate and its key under a password. node-forge can write neither an enciphered
// certificate nor a password with Russian letters that OpenSSL would read, so the few bytes are laid here.
import {createHash, createHmac, createPrivateKey, randomBytes, X509Certificate} from 'node:crypto';
import {der, explicit0, integer, objectId, octets, sequence} from './der.ts';
import {
	type Enciphered,
	encipherAes256,
	encipherRc2,
	encipherTripleDes,
	iterations,
	type PfxFormat,
} from './pkcs12-cipher.ts';
import {derivePkcs12Key} from './pkcs12-key.ts';

const data = objectId('1.2.840.113549.1.7.1');
const encryptedData = objectId('1.2.840.113549.1.7.6');
const certBag = objectId('1.2.840.113549.1.12.10.1.3');
const shroudedKeyBag = objectId('1.2.840.113549.1.12.10.1.2');
const x509Certificate = objectId('1.2.840.113549.1.9.22.1');
const localKeyId = objectId('1.2.840.113549.1.9.21');
const hashIds = {sha1: objectId('1.3.14.3.2.26'), sha256: objectId('2.16.840.1.101.3.4.2.1')};

export type PfxContents = {
	readonly certificatePem: string;
	readonly privatePem: string;
	readonly password: string;
	readonly format: PfxFormat;
};

/** Wraps a certificate and its private key into a PKCS#12 file. */
export async function makePfx({certificatePem, privatePem, password, format}: PfxContents): Promise<Buffer> {
	const certificate = new X509Certificate(certificatePem).raw;
	const key = createPrivateKey(privatePem).export({type: 'pkcs8', format: 'der'});
	// Certificate and key are told to belong together by the same id.
	const keyId = createHash('sha1').update(certificate).digest();
	const attributes = der(0x31, sequence(localKeyId, der(0x31, octets(keyId))));
	const bag = sequence(x509Certificate, explicit0(octets(certificate)));
	const certificates = sequence(sequence(certBag, explicit0(bag), attributes));

	const isLegacy = format === 'legacy';
	const shroudedKey = isLegacy ? encipherTripleDes(key, password) : encipherAes256(key, password);
	const keys = sequence(sequence(shroudedKeyBag, explicit0(encryptedKey(shroudedKey)), attributes));
	const safe = sequence(
		encryptedContent(
			isLegacy ? await encipherRc2(certificates, password) : encipherAes256(certificates, password),
		),
		plainContent(keys),
	);
	return sequence(integer(3), plainContent(safe), macOf(safe, password, isLegacy ? 'sha1' : 'sha256'));
}

const plainContent = (content: Buffer): Buffer => sequence(data, explicit0(octets(content)));

const encryptedContent = ({algorithm, bytes}: Enciphered): Buffer =>
	sequence(encryptedData, explicit0(sequence(integer(0), sequence(data, algorithm, der(0x80, bytes)))));

const encryptedKey = ({algorithm, bytes}: Enciphered): Buffer => sequence(algorithm, octets(bytes));

function macOf(safe: Buffer, password: string, hash: 'sha1' | 'sha256'): Buffer {
	const salt = randomBytes(8);
	const length = hash === 'sha1' ? 20 : 32;
	const key = derivePkcs12Key({hash, password, salt, iterations, purpose: 'mac', length});
	const digest = createHmac(hash, key).update(safe).digest();
	return sequence(
		sequence(sequence(hashIds[hash], der(0x05)), octets(digest)),
		octets(salt),
		integer(iterations),
	);
}
