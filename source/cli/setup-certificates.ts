// Certificate files for the wizard: found, tried, taken; and root certificates of a gateway that the world's roots do not cover.
import {X509Certificate} from 'node:crypto';
import {readFileSync, statSync} from 'node:fs';
import {openCertificateFile} from '../gateway/index.ts';
import type {SaveEnd, TriedCertificate} from '../setup/index.ts';
import {filesAt, searchFiles} from './setup-search.ts';
import type {SetupStore} from './setup-store.ts';

const isPfx = (name: string): boolean => /\.(?:pfx|p12)$/i.test(name);
const isRootName = (name: string): boolean => /\.(?:pem|crt|cer)$/i.test(name);

/** No root certificate is larger. */
const maxRootBytes = 64 * 1024;
const mostRoots = 20;

export const findCertificates = async ({folder}: SetupStore, path: string): Promise<readonly string[]> =>
	path === '' ? searchFiles(folder, isPfx) : filesAt(path, isPfx);

/** An empty password is the one that is set. */
export async function tryCertificate(
	store: SetupStore,
	path: string,
	password: string,
): Promise<TriedCertificate> {
	const {module} = store.read();
	const opened = await openCertificateFile(path, {
		posId: module.PosId ?? '',
		password: password === '' ? (module.CertificatePassword ?? '') : password,
		nowMs: Date.now(),
	});
	if (!opened.ok) return {path, ok: false, fault: opened.fault};
	const {subjectCn: owner, validFrom, validTo} = opened.certificate;
	return {path, ok: true, owner, validFrom, validTo, warnings: opened.warnings};
}

/** Copies the file as `<POS>.pfx` and keeps its password. */
export async function takeCertificate(store: SetupStore, path: string, password: string): Promise<SaveEnd> {
	const posId = store.read().module.PosId ?? '';
	const taken = store.take(`${posId}.pfx`, readFileSync(path));
	if (taken.type !== 'saved' || password === '') return taken;
	return store.write([{key: 'CertificatePassword', value: password}]);
}

/** Files that hold a certificate which may sign others; first those in `near`, where the .pfx came from. */
export async function findRoots(
	{folder}: Pick<SetupStore, 'folder'>,
	near: string | null,
): Promise<readonly string[]> {
	const beside = near === null ? [] : await filesAt(near, isRootName);
	const files = [...new Set([...beside, ...(await searchFiles(folder, isRootName))])];
	return files.filter((file) => readRoot(file) !== null).slice(0, mostRoots);
}

/** The root certificate of a file as PEM text; null where there is none in it. */
export function readRoot(file: string): string | null {
	try {
		if (statSync(file).size > maxRootBytes) return null;
		const bytes = readFileSync(file);
		const {ca} = new X509Certificate(bytes);
		if (!ca) return null;
		// A file of several certificates is taken as it is; a binary one becomes text.
		const text = bytes.toString('utf8');
		return text.includes('-----BEGIN CERTIFICATE-----') ? text : new X509Certificate(bytes).toString();
	} catch {
		return null;
	}
}

const rootName = 'ca.pem';

export async function takeRoot(store: SetupStore, path: string): Promise<SaveEnd> {
	const change = [{key: 'gateway.caFile', value: rootName}];
	const pem = readRoot(path);
	if (pem === null) throw new Error('a root certificate was chosen that is none');
	// A new root changes whom the till trusts just as a new address does.
	if (store.isLocked([{key: 'gateway.caFile', value: ''}])) return {type: 'pin'};
	const taken = store.take(rootName, Buffer.from(pem));
	return taken.type === 'saved' ? store.write(change) : taken;
}
