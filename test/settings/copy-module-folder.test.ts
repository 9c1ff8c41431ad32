// `setup --from`: a module's folder becomes a till, byte for byte and without a question; a wrong one is left alone.
import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {copyModuleFolder, loadTill} from '../../source/settings/index.ts';
import {bytesOf, emptyFolder, put, rightLinks, rightModule, textOf, tillFolder} from './folder.ts';

const moduleFolder = (): string => {
	const folder = tillFolder({till: null});
	put(folder, 'SHOP12_1.pfx', Uint8Array.from([1, 2, 3]));
	return folder;
};

describe('taking a module’s folder', () => {
	test('given its three files, then the till has them byte for byte, a till.json, and is ready to pay', async () => {
		const from = moduleFolder();
		const to = join(emptyFolder(), 'till');
		const end = await copyModuleFolder(from, to);
		expect(end).toMatchObject({ok: true, isTillFileMade: true, problems: [], warnings: []});
		for (const name of ['WebMoneySettings.txt', 'WebMoneyPaymentTypes.txt', 'SHOP12_1.pfx']) {
			expect(bytesOf(to, name).equals(bytesOf(from, name))).toBe(true);
			expect(statSync(join(to, name)).mode & 0o777).toBe(0o600);
		}
		expect(statSync(to).mode & 0o777).toBe(0o700);
		expect(loadTill(to).ok).toBe(true);
	});

	test('given names in another letter case, then they are taken under the names that the till wants', async () => {
		const from = emptyFolder();
		put(from, 'WEBMONEYSETTINGS.TXT', rightModule);
		put(from, 'webmoneypaymenttypes.txt', rightLinks);
		put(from, 'shop12_1.PFX', 'pfx');
		const to = emptyFolder();
		expect(await copyModuleFolder(from, to)).toMatchObject({ok: true, problems: []});
		expect(readdirSync(to).sort()).toEqual([
			'SHOP12_1.pfx',
			'WebMoneyPaymentTypes.txt',
			'WebMoneySettings.txt',
			'till.json',
		]);
	});

	test('given the same folder again, then nothing is copied twice and nothing is kept aside', async () => {
		const from = moduleFolder();
		const to = emptyFolder();
		await copyModuleFolder(from, to);
		const again = await copyModuleFolder(from, to);
		expect(again.ok && again.files.every(({isUnchanged}) => isUnchanged)).toBe(true);
		expect(readdirSync(to)).toHaveLength(4);
	});

	test('given other files there before, then they are kept under a number', async () => {
		const from = moduleFolder();
		const to = tillFolder({module: 'AgentId=1\n', till: null});
		const end = await copyModuleFolder(from, to);
		expect(end.ok && end.files[0]).toEqual({
			name: 'WebMoneySettings.txt',
			keptAs: 'WebMoneySettings.txt.1',
			isUnchanged: false,
		});
		expect(textOf(to, 'WebMoneySettings.txt.1')).toBe('AgentId=1\n');
	});

	test('given a till.json there before without the rows, then it stays and what it lacks is told', async () => {
		const to = tillFolder({module: null, links: null, till: {name: 'Касса 5'}});
		const end = await copyModuleFolder(moduleFolder(), to);
		expect(end).toMatchObject({
			ok: true,
			isTillFileMade: false,
			problems: [{code: 'codeWithoutRow'}, {code: 'codeWithoutRow'}],
		});
	});
});

describe('a folder that is not right', () => {
	test.each([
		['no certificate', {'SHOP12_1.pfx': null, 'other.pfx': 'x'}, 'certificateMissing'],
		['no settings', {'WebMoneySettings.txt': null}, 'fileMissing'],
		['no payment types', {'WebMoneyPaymentTypes.txt': null}, 'fileMissing'],
		['a wrong value', {'WebMoneySettings.txt': rightModule.replace('100500', 'x')}, 'valueForm'],
	])('given %s, then nothing is copied and it is told', async (_, files, code) => {
		const from = emptyFolder();
		const all: Record<string, string | null> = {
			'WebMoneySettings.txt': rightModule,
			'WebMoneyPaymentTypes.txt': rightLinks,
			'SHOP12_1.pfx': 'pfx',
			...files,
		};
		for (const [name, content] of Object.entries(all)) put(from, name, content);
		const to = join(emptyFolder(), 'till');
		const end = await copyModuleFolder(from, to);
		expect(end.ok ? [] : end.problems.map((problem) => problem.code)).toEqual([code]);
		expect(() => statSync(to)).toThrow('ENOENT');
	});

	test('given no such folder, then it is told', async () => {
		const end = await copyModuleFolder('/nobody/here', emptyFolder());
		expect(end).toMatchObject({ok: false, problems: [{code: 'folderUnreadable'}]});
	});
});
