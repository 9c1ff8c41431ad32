// A right folder becomes one typed till; a wrong folder is never opened half.
import {chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {loadTill} from '../../source/settings/index.ts';
import {encodeText} from '../../source/settings/module-files/encoding.ts';
import {
	emptyFolder,
	type FolderFiles,
	moduleWith,
	put,
	rightLinks,
	rightModule,
	rightTill,
	tillFolder,
} from './folder.ts';

const loaded = (files: FolderFiles = {}) => {
	const end = loadTill(tillFolder(files));
	return end.ok ? end.till : expect.fail(JSON.stringify(end.problems));
};
const codesOf = (folder: string): readonly string[] => {
	const end = loadTill(folder);
	return end.ok ? [] : end.problems.map(({code}) => code);
};
const warningsOf = (folder: string): readonly string[] => loadTill(folder).warnings.map(({code}) => code);

describe('a right folder', () => {
	test('given the three files, then everything the program needs is there, defaults included', () => {
		const folder = tillFolder();
		const end = loadTill(`${folder}/`);
		expect(end).toEqual({
			ok: true,
			warnings: [],
			till: {
				folder,
				name: 'Касса 1',
				dialect: 'qpg1',
				agentId: '100500',
				posId: 'SHOP12_1',
				crsId: '0',
				wmid: '0',
				agentKey: 'canary-key-1b9f',
				certificatePassword: 'canary-password-77',
				certificateFile: join(folder, 'SHOP12_1.pfx'),
				serverUrl: 'https://dev.runpay.com',
				servicePath: '/PosIntegration2/ApiService.svc',
				caFile: null,
				systems: [
					{system: 'sbp', code: '7', name: 'СБП', registerSlot: 2},
					{system: 'webmoney', code: '8', name: 'WebMoney', registerSlot: 3},
				],
				policy: {responseTimeoutS: 180, pollIntervalS: 5, statusErrorLimit: 5},
				register: {link: 'none'},
				customer: {qrOn: ['screen'], display: {kind: 'none'}},
				ui: {language: 'ru', sound: true, qr: 'auto'},
				pinHash: null,
			},
		});
	});

	test('given only the module’s own files, then a row is there for each linked code', () => {
		expect(loaded({till: null}).systems).toEqual([
			{system: 'sbp', code: '7', name: 'СБП', registerSlot: 2},
			{system: 'webmoney', code: '8', name: 'WebMoney', registerSlot: 3},
		]);
	});

	test('given a Windows-1251 file with CRLF and Russian names, then it is read like any other', () => {
		const russian = rightModule
			.replace('Mode=qr', 'Режим работы=Оплата по qr чеку')
			.replace('AgentId', 'номер агента')
			.replace('AgentKey=canary-key-1b9f', 'Ключ агента=ключ №1');
		const module = encodeText({encoding: 'windows-1251', hasMark: false, text: russian});
		expect(loaded({module})).toMatchObject({agentId: '100500', agentKey: 'ключ №1'});
	});

	test('given a register on the network and a display, then address and port are split and typed', () => {
		const caFolder = tillFolder({
			till: {
				...rightTill,
				gateway: {caFile: 'ca.pem'},
				register: {link: 'tcp', address: '[::1]:7778', password: 1, taxSystem: 2, vat: '20'},
				customer: {qrOn: ['screen', 'paper', 'display'], display: {kind: 'mertech-qr-pay', port: 'COM4'}},
			},
		});
		put(caFolder, 'ca.pem', 'PEM');
		const end = loadTill(caFolder);
		expect(end.ok && end.till).toMatchObject({
			caFile: join(caFolder, 'ca.pem'),
			register: {link: 'tcp', host: '::1', port: 7778, password: 1, taxSystem: 2, vat: '20'},
			customer: {display: {kind: 'mertech-qr-pay', port: 'COM4'}},
		});
	});

	test('given a register on a cable, then device and speed are there', () => {
		const register = {link: 'serial', address: '/dev/ttyUSB0', baudRate: 9600};
		expect(loaded({till: {...rightTill, register}}).register).toEqual({
			link: 'serial',
			device: '/dev/ttyUSB0',
			baudRate: 9600,
			password: 30,
			taxSystem: null,
			vat: 'none',
		});
	});

	test('given a till.json with a mark at its start, then it is read', () => {
		expect(loaded({till: `\ufeff${JSON.stringify({...rightTill, name: 'Касса 2'})}`}).name).toBe('Касса 2');
	});

	test('given fields that nobody knows, __proto__ among them, then the till is loaded and nothing is polluted', () => {
		const till = JSON.stringify(rightTill).replace('{', '{"__proto__": {"name": "x"}, "shop": {"id": 5}, ');
		expect(loaded({till}).name).toBe('Касса 1');
	});

	test('given the samples of the project, then they are right as they stand', () => {
		const sample = (name: string): string => readFileSync(join('settings', name), 'utf8');
		const files = {
			module: sample('WebMoneySettings.txt'),
			links: sample('WebMoneyPaymentTypes.txt'),
			till: sample('till.json'),
		};
		const end = loadTill(tillFolder(files));
		expect(end.ok && end.warnings).toEqual([]);
	});
});

describe('doubtful, but allowed', () => {
	test.each([
		['a response time of 119 s', {module: moduleWith('ResponseTimeoutS', '119')}, 'responseTimeoutShort'],
		['no system linked', {links: 'SBP=\n'}, 'noSystemLinked'],
		['a line that is nothing of ours', {module: `[WebMoney]\r\n${rightModule}`}, 'lineIgnored'],
		['a name with a slip of the pen', {module: `${rightModule}ResponseTimeout=60\r\n`}, 'unknownName'],
		['a field with a slip of the pen', {till: {...rightTill, pollInterval: 3}}, 'unknownField'],
		[
			'one slot for two payment types',
			{till: {paymentTypes: rightTill.paymentTypes.map((row) => ({...row, registerSlot: 4}))}},
			'slotTwice',
		],
	] satisfies readonly (readonly [string, FolderFiles, string])[])(
		'given %s, then it is a warning and the till is loaded',
		(_, files, code) => {
			const end = loadTill(tillFolder(files));
			expect(end.ok).toBe(true);
			expect(end.warnings.map((warning) => warning.code)).toEqual([code]);
		},
	);
});

describe('the folder itself', () => {
	test('given no folder, or one with nothing of a till in it, then there is no till', () => {
		const folder = emptyFolder();
		expect(codesOf(join(folder, 'nobody'))).toEqual(['noTill']);
		put(folder, 'letter.txt', 'x');
		expect(codesOf(folder)).toEqual(['noTill']);
	});

	test('given a file in place of the folder, then it is said', () => {
		const folder = emptyFolder();
		put(folder, 'till', 'x');
		expect(codesOf(join(folder, 'till'))).toEqual(['folderNotDirectory']);
	});

	test('given a link to a right folder, with or without a slash at its end, then it is refused', () => {
		const link = join(emptyFolder(), 'link');
		symlinkSync(tillFolder(), link);
		expect(codesOf(link)).toEqual(['folderIsLink']);
		expect(codesOf(`${link}/`)).toEqual(['folderIsLink']);
	});

	test.each(['WebMoneySettings.txt', 'WebMoneyPaymentTypes.txt', 'till.json'])(
		'given a link in place of %s, then it is refused',
		(name) => {
			const folder = tillFolder();
			const elsewhere = join(emptyFolder(), 'file');
			writeFileSync(elsewhere, readFileSync(join(folder, name)));
			rmSync(join(folder, name));
			symlinkSync(elsewhere, join(folder, name));
			expect(codesOf(folder)).toContain('fileIsLink');
		},
	);

	test('given a folder in place of a file, then it is refused', () => {
		const folder = tillFolder({till: null});
		mkdirSync(join(folder, 'till.json'));
		expect(codesOf(folder)).toEqual(['fileNotRegular']);
	});

	test('given a settings file in another letter case, then it is named as lying there', () => {
		const folder = tillFolder({module: null});
		put(folder, 'webmoneysettings.TXT', rightModule);
		const end = loadTill(folder);
		expect(end.ok ? [] : end.problems).toContainEqual(
			expect.objectContaining({code: 'fileMissing', params: {found: 'webmoneysettings.TXT'}}),
		);
	});

	test('given rights for others on folder and files, then each is a warning', () => {
		const folder = tillFolder();
		chmodSync(folder, 0o755);
		chmodSync(join(folder, 'WebMoneySettings.txt'), 0o640);
		chmodSync(join(folder, 'till.json'), 0o604);
		expect(warningsOf(folder)).toEqual(['folderOpenToOthers', 'fileOpenToOthers', 'fileOpenToOthers']);
	});

	test('given a path with a zero character in it, then it is a problem and no exception', () => {
		expect(codesOf('/tmp/a\0b')).toEqual(['folderUnreadable']);
	});

	test('given links with blank codes and unknown names, then only the linked ones are offered', () => {
		const till = {paymentTypes: [{code: '8', name: 'Вебмани', registerSlot: 5}]};
		const links = rightLinks.replace('SBP=7', 'SBP=').replace('WebMoney', 'WEBMONEY');
		expect(loaded({links, till}).systems).toEqual([
			{system: 'webmoney', code: '8', name: 'Вебмани', registerSlot: 5},
		]);
	});
});
