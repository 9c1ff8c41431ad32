// A till's folder for a test: right as it stands, every file replaceable, removed afterwards.
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';

export const rightModule = [
	'Mode=qr',
	'AgentId=100500',
	'PosId=SHOP12_1',
	'AgentKey=canary-key-1b9f',
	'CertificatePassword=canary-password-77',
	'ServerUrl=https://dev.runpay.com',
	'ServicePath=/PosIntegration2/ApiService.svc',
	'',
].join('\r\n');

export const rightLinks = 'SBP=7\r\nWebMoney=8\r\nWeChat=\r\nAlipay=\r\n';

export const rightTill = {
	paymentTypes: [
		{code: '7', name: 'СБП', registerSlot: 2},
		{code: '8', name: 'WebMoney', registerSlot: 3},
	],
};

export type FolderFiles = {
	readonly module?: string | Uint8Array | null;
	readonly links?: string | Uint8Array | null;
	readonly till?: string | Uint8Array | object | null;
};

/** An empty folder of its own. */
export function emptyFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-settings-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

/** A till's folder; null leaves a file out. */
export function tillFolder(files: FolderFiles = {}): string {
	const folder = emptyFolder();
	const {module = rightModule, links = rightLinks, till = rightTill} = files;
	put(folder, 'WebMoneySettings.txt', module);
	put(folder, 'WebMoneyPaymentTypes.txt', links);
	const isText = typeof till === 'string' || till instanceof Uint8Array || till === null;
	put(folder, 'till.json', isText ? till : JSON.stringify(till, null, 2));
	return folder;
}

export function put(folder: string, name: string, content: string | Uint8Array | null): void {
	if (content === null) return;
	writeFileSync(join(folder, name), content);
	chmodSync(join(folder, name), 0o600);
}

export const bytesOf = (folder: string, name: string): Buffer => readFileSync(join(folder, name));
export const textOf = (folder: string, name: string): string => bytesOf(folder, name).toString('utf8');

/** The right module file with one line replaced; null removes it. */
export function moduleWith(name: string, value: string | null): string {
	const lines = rightModule.split('\r\n').filter((line) => !line.startsWith(`${name}=`));
	return value === null ? lines.join('\r\n') : [`${name}=${value}`, ...lines].join('\r\n');
}
