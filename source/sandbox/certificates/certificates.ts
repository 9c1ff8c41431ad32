// All certificates of one sandbox: its own root, the gateway's certificate, the till's certificate, and the odd ones that tests need.
import {randomBytes} from 'node:crypto';
import {makeRsaKey} from './keys.ts';
import {makePfx} from './pkcs12.ts';
import type {PfxFormat} from './pkcs12-cipher.ts';
import {makeCertificate, type Validity} from './x509.ts';

/** A certificate and its private key, both PEM, in memory only. */
export type PemPair = {readonly certificatePem: string; readonly privatePem: string};

/** A till's certificate, as PEM and as the `.pfx` that its folder gets. */
export type ClientCertificate = PemPair & {readonly pfx: Buffer; readonly password: string};

export type ClientOrder = {
	/** The certificate's CN: the till's PosId. */
	readonly commonName: string;
	/** @default a random password */
	readonly password?: string;
	/** `legacy`: RC2-40, triple DES and a SHA-1 MAC, as old Windows wrote it. @default 'modern' */
	readonly format?: PfxFormat;
	/** @default from an hour ago for a year */
	readonly validity?: Validity;
};

export type ServerOrder = {
	/** DNS names and IP addresses. @default localhost, 127.0.0.1, ::1 */
	readonly names?: readonly string[];
	/** @default from an hour ago for a year */
	readonly validity?: Validity;
};

export type SandboxCertificates = {
	/** The root that both sides trust. Its key never leaves this object. */
	readonly caPem: string;
	/** The gateway's own certificate. */
	readonly server: PemPair;
	/** The till's certificate, CN = PosId. */
	readonly client: ClientCertificate;
	/** One more client certificate by the same root: another name, other dates, the legacy format. */
	issueClient(order: ClientOrder): Promise<ClientCertificate>;
	/** One more server certificate by the same root, e.g. an expired one. */
	issueServer(order: ServerOrder): Promise<PemPair>;
};

export type CertificatesOptions = {
	readonly posId: string;
	/** Password of the till's `.pfx`. @default a random one */
	readonly password?: string;
	/** Format of the till's `.pfx`. @default 'modern' */
	readonly format?: PfxFormat;
	/** Wall clock that the dates are counted from. @default Date.now */
	readonly nowMs?: () => number;
};

const hourMs = 3_600_000;
const yearMs = 365 * 24 * hourMs;
const loopbackNames = ['localhost', '127.0.0.1', '::1'];

/**
 * Makes a fresh root and what hangs on it. A *foreign* certificate is one of a second call: the same name by another root.
 */
export async function makeCertificates(options: CertificatesOptions): Promise<SandboxCertificates> {
	const nowMs = (options.nowMs ?? Date.now)();
	const usual: Validity = {fromMs: nowMs - hourMs, toMs: nowMs + yearMs};
	const [caKey, serverKey, clientKey] = await Promise.all([makeRsaKey(), makeRsaKey(), makeRsaKey()]);
	const caPem = await makeCertificate({
		// A name of its own: two roots of one name are told apart by their signature alone, and that reads like a forgery.
		commonName: `qrkassa sandbox root ${randomBytes(4).toString('hex')}`,
		use: {type: 'authority'},
		// Wide enough that a certificate with shifted dates fails for its own dates and not for the root's.
		validity: {fromMs: nowMs - 10 * yearMs, toMs: nowMs + 10 * yearMs},
		key: caKey,
		issuer: null,
	});
	const issuer = {certificatePem: caPem, key: caKey};

	const issueServer = async ({names = loopbackNames, validity = usual}: ServerOrder): Promise<PemPair> => {
		const use = {type: 'server', names} as const;
		const commonName = names[0] ?? 'localhost';
		const certificatePem = await makeCertificate({commonName, use, validity, key: serverKey, issuer});
		return {certificatePem, privatePem: serverKey.privatePem};
	};

	const issueClient = async (order: ClientOrder): Promise<ClientCertificate> => {
		const {commonName, password = randomBytes(9).toString('base64url'), validity = usual} = order;
		const use = {type: 'client'} as const;
		const certificatePem = await makeCertificate({commonName, use, validity, key: clientKey, issuer});
		const {privatePem} = clientKey;
		const pair = {certificatePem, privatePem};
		const pfx = await makePfx({...pair, password, format: order.format ?? 'modern'});
		return {...pair, password, pfx};
	};

	const {posId, password, format = 'modern'} = options;
	const client = await issueClient({
		commonName: posId,
		format,
		...(password === undefined ? {} : {password}),
	});
	return {caPem, server: await issueServer({}), client, issueClient, issueServer};
}
