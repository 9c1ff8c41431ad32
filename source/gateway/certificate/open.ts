// `<PosId>.pfx`: the till's certificate. Each way in which it can be wrong is told apart (contracts: settings, «Certificate»).
import type {X509Certificate} from 'node:crypto';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type CertificateFault, type CertificateWarning, cleanText} from '../../core/index.ts';
import type {OpenedCertificate, Unpacked} from './certificate.ts';
import {openWithForge} from './with-forge.ts';
import {countKeyBags, openWithNode} from './with-node.ts';

export type CertificatePlace = {
	/** The till's folder. */
	readonly folder: string;
	/** Names the file: `<PosId>.pfx`. */
	readonly posId: string;
	/** Secret; empty where the file has none. */
	readonly password: string;
	/** Wall time, ms. */
	readonly nowMs: number;
};

/** A certificate that ends within this many days is warned about. */
const warningDays = 30;
const dayMs = 86_400_000;
/** No certificate file is larger; what is isn't read. */
const maxFileBytes = 1024 * 1024;

/** Opens and judges the certificate. An expired one is a fault, one of another name a warning. */
export async function openCertificate(place: CertificatePlace): Promise<OpenedCertificate> {
	const {folder, posId} = place;
	// The name comes from a settings file; it may name a file beside it and nothing else.
	if (!/^[A-Za-z0-9_-]{1,64}$/.test(posId)) return {ok: false, fault: await missing(folder, posId)};
	const file = await read(join(folder, `${posId}.pfx`));
	if (file === null) return {ok: false, fault: await missing(folder, posId)};
	return 'code' in file ? {ok: false, fault: file} : judge(file.bytes, place);
}

/** The same for a file that lies anywhere: the wizard looks at certificates before it takes one. */
export async function openCertificateFile(
	path: string,
	facts: Omit<CertificatePlace, 'folder'>,
): Promise<OpenedCertificate> {
	const file = await read(path);
	if (file === null) return {ok: false, fault: {code: 'UNREADABLE', cause: 'ENOENT'}};
	return 'code' in file ? {ok: false, fault: file} : judge(file.bytes, facts);
}

async function judge(
	bytes: Buffer,
	{posId, password, nowMs}: Omit<CertificatePlace, 'folder'>,
): Promise<OpenedCertificate> {
	const opened = await unpack(bytes, password);
	if (!opened.ok) return opened;

	const {leaf, material} = opened;
	const [validFromMs, validToMs] = [Date.parse(leaf.validFrom), Date.parse(leaf.validTo)];
	const validFrom = new Date(validFromMs).toISOString();
	const validTo = new Date(validToMs).toISOString();
	if (nowMs > validToMs) return {ok: false, fault: {code: 'EXPIRED', validFrom, validTo}};
	if (nowMs < validFromMs) return {ok: false, fault: {code: 'NOT_YET_VALID', validFrom, validTo}};

	const subjectCn = commonName(leaf);
	const warnings: CertificateWarning[] = [];
	if (subjectCn !== posId) warnings.push({code: 'OTHER_CN', subjectCn, posId});
	const daysLeft = Math.floor((validToMs - nowMs) / dayMs);
	if (daysLeft < warningDays) warnings.push({code: 'EXPIRES_SOON', validTo, daysLeft});
	return {ok: true, certificate: {subjectCn, validFrom, validTo, tlsMaterial: () => material}, warnings};
}

async function unpack(bytes: Buffer, password: string): Promise<Unpacked> {
	const byNode = openWithNode(bytes, password);
	const opened = byNode.ok || byNode.fault !== 'unsupported' ? byNode : await openWithForge(bytes, password);
	// Node takes the first key it finds, so that several go unseen by it.
	const count = countKeyBags(bytes);
	return opened.ok && count > 1 ? {ok: false, fault: {code: 'SEVERAL_KEYS', count}} : opened;
}

/** null: there is no such file. */
async function read(path: string): Promise<{bytes: Buffer} | CertificateFault | null> {
	try {
		const bytes = await readFile(path);
		return bytes.length > maxFileBytes ? {code: 'NOT_PKCS12'} : {bytes};
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		return code === 'ENOENT' || code === 'ENOTDIR' ? null : {code: 'UNREADABLE', cause: code};
	}
}

/** Shows which certificate files lie there instead: mostly it is a name that was typed wrongly. */
async function missing(folder: string, posId: string): Promise<CertificateFault> {
	const names = await readdir(folder).catch(() => []);
	const found = names.filter((name) => /\.(?:pfx|p12)$/i.test(name)).sort();
	return {
		code: 'MISSING',
		file: `${cleanText(posId, 64)}.pfx`,
		found: found.slice(0, 10).map((name) => cleanText(name, 80)),
	};
}

/** The last common name of the subject, the most particular one; empty where it has none. */
function commonName(leaf: X509Certificate): string {
	const {CN} = leaf.toLegacyObject().subject;
	return cleanText((Array.isArray(CN) ? CN.at(-1) : CN) ?? '', 64);
}
