// A complete till on the sandbox: the folder that a shop would get from an admin, written as files (contracts: settings).
import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {SandboxAccess} from './access.ts';
import type {SandboxCertificates} from './certificates/certificates.ts';
import type {DialectName} from './gateway/dialect.ts';
import {sandboxMark, settingsText, tillJson, typesText} from './till-texts.ts';

export type SandboxTillOptions = {
	/** Made where it is not there; its mode becomes 0700. */
	readonly folder: string;
	readonly access: SandboxAccess;
	readonly certificates: Pick<SandboxCertificates, 'caPem' | 'client'>;
	/** `https://host:port` */
	readonly gatewayUrl: string;
	readonly servicePath: string;
	/** @default 'qpg1' */
	readonly dialect?: DialectName;
	/** `host:port` of a register on TCP; null: a till without a register. */
	readonly registerAddress: string | null;
	/** @default 'Учебная касса' */
	readonly name?: string;
	/** @default 'ru' */
	readonly language?: 'ru' | 'en';
	/** @default screen and paper with a register, screen without */
	readonly qrOn?: readonly ('screen' | 'paper' | 'display')[];
	/** @default 180 */
	readonly responseTimeoutS?: number;
	/** @default 5 */
	readonly statusErrorLimit?: number;
	/** @default 5 */
	readonly pollIntervalS?: number;
};

/** Where everything lies, absolute or as `folder` was given. */
export type SandboxTill = {
	readonly folder: string;
	readonly settingsFile: string;
	readonly paymentTypesFile: string;
	readonly tillFile: string;
	readonly pfxFile: string;
	readonly caFile: string;
};

/** The folder holds the settings of a till that is none of the sandbox's. Nothing in it was touched. */
export class ForeignTillError extends Error {
	readonly code = 'FOREIGN_TILL';
	readonly settingsFile: string;

	constructor(settingsFile: string) {
		super(`not a sandbox's till: ${settingsFile}`);
		this.settingsFile = settingsFile;
	}
}

/** Writes the folder, every file with mode 0600, over what an earlier sandbox has left. Rejects with {@link ForeignTillError}. */
export async function makeSandboxTill(options: SandboxTillOptions): Promise<SandboxTill> {
	const {folder, access, certificates} = options;
	const settingsFile = join(folder, 'WebMoneySettings.txt');
	if (await isForeign(settingsFile)) throw new ForeignTillError(settingsFile);
	await mkdir(folder, {recursive: true, mode: 0o700});
	// A folder that was there before keeps its old mode otherwise.
	await chmod(folder, 0o700);
	const till: SandboxTill = {
		folder,
		settingsFile,
		paymentTypesFile: join(folder, 'WebMoneyPaymentTypes.txt'),
		tillFile: join(folder, 'till.json'),
		pfxFile: join(folder, `${access.posId}.pfx`),
		caFile: join(folder, 'ca.pem'),
	};
	await writePrivately(till.settingsFile, settingsText(options));
	await writePrivately(till.paymentTypesFile, typesText());
	await writePrivately(till.tillFile, tillJson(options));
	await writePrivately(till.pfxFile, certificates.client.pfx);
	await writePrivately(till.caFile, certificates.caPem);
	return till;
}

async function isForeign(settingsFile: string): Promise<boolean> {
	try {
		return !(await readFile(settingsFile, 'utf8')).startsWith(sandboxMark);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
		throw error;
	}
}

async function writePrivately(file: string, contents: string | Buffer): Promise<void> {
	await writeFile(file, contents, {mode: 0o600});
	await chmod(file, 0o600);
}
