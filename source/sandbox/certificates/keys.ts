// RSA keys, made natively: node-forge alone would need seconds for each.
import {generateKeyPair} from 'node:crypto';
import {promisify} from 'node:util';

const generate = promisify(generateKeyPair);

/** One RSA-2048 key pair as PEM: PKCS#1 for the private half (node-forge's native tongue), SPKI for the public one. */
export type RsaKey = {readonly privatePem: string; readonly publicPem: string};

/** Makes a fresh key in the thread pool, so that several are made at the same time. */
export async function makeRsaKey(): Promise<RsaKey> {
	const {privateKey, publicKey} = await generate('rsa', {
		modulusLength: 2048,
		privateKeyEncoding: {type: 'pkcs1', format: 'pem'},
		publicKeyEncoding: {type: 'spki', format: 'pem'},
	});
	return {privatePem: privateKey, publicPem: publicKey};
}
