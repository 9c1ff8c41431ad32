// Whom we believe that it is the gateway: Node's and the system's roots and the admin's own file. Nobody else, and always.
import {X509Certificate} from 'node:crypto';
import {accessSync, constants} from 'node:fs';
import {checkServerIdentity, getCACertificates, type PeerCertificate} from 'node:tls';

export type Trust = {
	/** PEM, one certificate each. */
	readonly roots: readonly string[];
	/** Node's check of the name, and ours of the anchor; undefined is consent. */
	checkServer(host: string, certificate: PeerCertificate): Error | undefined;
};

export type CaFile = {readonly ok: true; readonly certificates: readonly string[]} | {readonly ok: false};

/** The certificates of a PEM file (`gateway.caFile`); not ok where it holds none, or one that can't be read. */
export function readCaPem(pem: string): CaFile {
	const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
	try {
		for (const block of blocks) new X509Certificate(block);
	} catch {
		return {ok: false};
	}
	return blocks.length === 0 ? {ok: false} : {ok: true, certificates: blocks};
}

/**
 * Where Node can't open the folder of the system's roots its native part says so on standard error, past everything of
 * ours, when they are first asked for: before a screen is opened that is a line, in the middle of one it is a torn picture.
 */
export function complainOfSystemRoots(): void {
	try {
		accessSync(process.env['SSL_CERT_DIR'] || '/etc/ssl/certs', constants.R_OK);
	} catch {
		getCACertificates('system');
	}
}

/** Roots for one connection: Node's default, the system's, and `extra`. */
export function trustIn(extra: readonly string[]): Trust {
	const roots = [...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...extra])];
	const anchors = new Set(roots.map(derOf));
	return {
		roots,
		checkServer(host, certificate) {
			return checkServerIdentity(host, certificate) ?? strangeAnchor(certificate, anchors);
		},
	};
}

type Chained = PeerCertificate & {readonly issuerCertificate?: Chained};

/** OpenSSL verifies no longer chains than this. */
const maxDepth = 100;

/**
 * OpenSSL also takes the authorities inside the till's .pfx for trusted ones: they vouch for the till, not for the gateway.
 * So a chain whose self-signed end isn't among our roots is refused, in the words OpenSSL has for it.
 */
function strangeAnchor(certificate: Chained, anchors: ReadonlySet<string>): Error | undefined {
	let anchor = certificate;
	for (let depth = 0; depth < maxDepth; depth += 1) {
		if (!anchor.issuerCertificate || anchor.issuerCertificate === anchor) break;
		anchor = anchor.issuerCertificate;
	}
	const x509 = new X509Certificate(anchor.raw);
	if (!x509.checkIssued(x509) || anchors.has(anchor.raw.toString('base64'))) return undefined;
	return Object.assign(new Error('self-signed certificate in certificate chain'), {
		code: 'SELF_SIGNED_CERT_IN_CHAIN',
	});
}

const derOf = (pem: string): string => pem.replace(/-----[^-]+-----|\s/g, '');
