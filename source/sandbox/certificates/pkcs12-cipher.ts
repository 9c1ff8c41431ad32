// How the two halves of a .pfx are enciphered: as today's tools do it, and as Windows did it for twenty years.
import {createCipheriv, pbkdf2Sync, randomBytes} from 'node:crypto';
import {der, integer, objectId, octets, sequence} from './der.ts';
import {derivePkcs12Key} from './pkcs12-key.ts';

/** `modern`: AES-256 (PBES2). `legacy`: RC2-40 for the certificate, triple DES for the key; Node's OpenSSL refuses RC2. */
export type PfxFormat = 'modern' | 'legacy';

/** Enciphered bytes and the AlgorithmIdentifier that says how. */
export type Enciphered = {readonly algorithm: Buffer; readonly bytes: Buffer};

/** The count that OpenSSL and Windows use. */
export const iterations = 2048;

const pbes2 = objectId('1.2.840.113549.1.5.13');
const pbkdf2 = objectId('1.2.840.113549.1.5.12');
const hmacWithSha256 = objectId('1.2.840.113549.2.9');
const aes256Cbc = objectId('2.16.840.1.101.3.4.1.42');
const rc2With40Bits = objectId('1.2.840.113549.1.12.1.6');
const tripleDes = objectId('1.2.840.113549.1.12.1.3');

/** PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC (RFC 8018). */
export function encipherAes256(plain: Buffer, password: string): Enciphered {
	const [salt, iv] = [randomBytes(16), randomBytes(16)];
	const key = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
	const derivation = sequence(
		pbkdf2,
		sequence(octets(salt), integer(iterations), sequence(hmacWithSha256, der(0x05))),
	);
	return {
		algorithm: sequence(pbes2, sequence(derivation, sequence(aes256Cbc, octets(iv)))),
		bytes: runCipher('aes-256-cbc', key, iv, plain),
	};
}

/** pbeWithSHAAnd3-KeyTripleDES-CBC (RFC 7292, appendix C). */
export function encipherTripleDes(plain: Buffer, password: string): Enciphered {
	const {algorithm, key, iv} = legacyKeys(tripleDes, password, 24);
	return {algorithm, bytes: runCipher('des-ede3-cbc', key, iv, plain)};
}

/** pbeWithSHAAnd40BitRC2-CBC (RFC 7292, appendix C). OpenSSL has no RC2 without its legacy provider; node-forge brings its own. */
export async function encipherRc2(plain: Buffer, password: string): Promise<Enciphered> {
	const {algorithm, key, iv} = legacyKeys(rc2With40Bits, password, 5);
	const {default: forge} = await import('node-forge');
	const cipher = forge.rc2.createEncryptionCipher(key.toString('latin1'), 40);
	cipher.start(forge.util.createBuffer(iv.toString('latin1')));
	cipher.update(forge.util.createBuffer(plain.toString('latin1')));
	cipher.finish();
	return {algorithm, bytes: Buffer.from(cipher.output.getBytes(), 'latin1')};
}

function legacyKeys(id: Buffer, password: string, keyBytes: number) {
	const salt = randomBytes(8);
	const from = {hash: 'sha1', password, salt, iterations} as const;
	return {
		algorithm: sequence(id, sequence(octets(salt), integer(iterations))),
		key: derivePkcs12Key({...from, purpose: 'key', length: keyBytes}),
		iv: derivePkcs12Key({...from, purpose: 'iv', length: 8}),
	};
}

function runCipher(name: string, key: Buffer, iv: Buffer, plain: Buffer): Buffer {
	const cipher = createCipheriv(name, key, iv);
	return Buffer.concat([cipher.update(plain), cipher.final()]);
}
