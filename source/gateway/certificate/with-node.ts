// Opens a PKCS#12 file with Node alone. It says neither who the certificate is for nor how many keys lie in the file; the
// first is asked of a TLS socket that never connects, the second is counted in the bytes.
import type {X509Certificate} from 'node:crypto';
import {PassThrough} from 'node:stream';
import {createSecureContext, type SecureContext, TLSSocket} from 'node:tls';
import type {Unpacked} from './certificate.ts';
import {isTooWeak} from './weak.ts';

/** `unsupported`: not for Node, so node-forge may try. */
export type NodeOpened = Unpacked | {readonly ok: false; readonly fault: 'unsupported'};

/** Opens `pfx`; every fault of the file that Node can tell is told. */
export function openWithNode(pfx: Buffer, passphrase: string): NodeOpened {
	try {
		const leaf = leafOf(createSecureContext({pfx, passphrase}));
		if (!leaf) return {ok: false, fault: {code: 'NO_CERTIFICATE'}};
		return {ok: true, leaf, material: {pfx, passphrase}};
	} catch (error) {
		// OpenSSL's sentences are all there is to tell these by.
		const message = error instanceof Error ? error.message : '';
		if (/mac verify failure/i.test(message)) return {ok: false, fault: {code: 'WRONG_PASSWORD'}};
		if (/load private key/i.test(message)) return {ok: false, fault: {code: 'NO_KEY'}};
		if (/load certificate/i.test(message)) return {ok: false, fault: {code: 'NO_CERTIFICATE'}};
		if (isTooWeak(error)) return {ok: false, fault: {code: 'TOO_WEAK'}};
		return {ok: false, fault: 'unsupported'};
	}
}

function leafOf(secureContext: SecureContext): X509Certificate | undefined {
	const socket = new TLSSocket(new PassThrough(), {secureContext});
	const leaf = socket.getX509Certificate();
	socket.destroy();
	return leaf;
}

/**
 * How many private keys lie in a file, by the object identifiers of key bags (1.2.840.113549.1.12.10.1.1 and .2: RFC 7292).
 * They stand in the clear in all that Windows, Java and OpenSSL write: keys are wrapped each for itself.
 */
export function countKeyBags(pfx: Buffer): number {
	let count = 0;
	for (let at = pfx.indexOf(bagId); at !== -1; at = pfx.indexOf(bagId, at + bagId.length)) {
		const kind = pfx[at + bagId.length];
		if (kind === 1 || kind === 2) count += 1;
	}
	return count;
}

const bagId = Buffer.from([0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x0a, 0x01]);
