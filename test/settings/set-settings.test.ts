// Changing settings: a wrong value leaves every byte as it was, a right one changes its own place alone.
import {chmodSync, readdirSync, statSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {getSetting, loadTill, setSetting, setSettings, showSettings} from '../../source/settings/index.ts';
import {encodeText} from '../../source/settings/module-files/encoding.ts';
import {bytesOf, emptyFolder, moduleWith, rightModule, rightTill, textOf, tillFolder} from './folder.ts';

const names = ['WebMoneySettings.txt', 'WebMoneyPaymentTypes.txt', 'till.json'];
const photograph = (folder: string): readonly string[] =>
	names.map((name) => bytesOf(folder, name).toString('hex'));
const shownOf = (folder: string, key: string): string => {
	const end = getSetting(folder, key);
	return end.ok ? end.row.value : end.problems.map(({code}) => code).join();
};
const modeOf = (folder: string, name: string): number => statSync(join(folder, name)).mode & 0o777;

describe('a right value', () => {
	test.each([
		['AgentId', '42', 'WebMoneySettings.txt'],
		['номер агента', '42', 'WebMoneySettings.txt'],
		['SERVERURL', 'https://host.example:8443', 'WebMoneySettings.txt'],
		['ResponseTimeoutS', '240', 'WebMoneySettings.txt'],
		['Alipay', '12', 'WebMoneyPaymentTypes.txt'],
		['SBP', '', 'WebMoneyPaymentTypes.txt'],
		['name', 'Касса у входа', 'till.json'],
		['pollIntervalS', '10', 'till.json'],
		['ui.sound', 'false', 'till.json'],
		['register.address', '10.0.0.5:7778', 'till.json'],
		['register.address', 'null', 'till.json'],
		['register.taxSystem', '4', 'till.json'],
		['customer.qrOn', '["screen"]', 'till.json'],
		['paymentTypes.1.registerSlot', '13', 'till.json'],
		['paymentTypes.2', '{"code":"12","name":"Alipay","registerSlot":5}', 'till.json'],
	])('given %s set to «%s», then it is read back and only its own file changed', async (key, value, file) => {
		const folder = tillFolder();
		const before = photograph(folder);
		expect(await setSetting(folder, key, value)).toMatchObject({ok: true});
		expect(shownOf(folder, key)).toBe(value);
		const changed = photograph(folder).map((bytes, index) => (bytes === before[index] ? '' : names[index]));
		// A null that was a default already changes nothing but that the field is there now.
		expect(changed.filter((name) => name !== '')).toEqual([file]);
		expect(modeOf(folder, file)).toBe(0o600);
		expect(readdirSync(folder).sort()).toEqual([...names].sort());
	});

	test('given a Windows-1251 file with comments, when one value is set, then all other bytes stay', async () => {
		const text = `; Настройки кассы\r\n\r\n${rightModule}# конец`;
		const write = (content: string): Uint8Array =>
			encodeText({encoding: 'windows-1251', hasMark: false, text: content}) ?? expect.fail('cannot');
		const folder = tillFolder({module: write(text)});
		expect(await setSetting(folder, 'AgentId', '7')).toMatchObject({ok: true});
		const expected = Buffer.from(write(text.replace('AgentId=100500', 'AgentId=7')));
		expect(bytesOf(folder, 'WebMoneySettings.txt').equals(expected)).toBe(true);
	});

	test('given unknown fields in till.json, when another is set, then they are kept in their order', async () => {
		const folder = tillFolder({till: {shop: {id: 5, tags: ['a']}, ...rightTill, ui: {theme: 'dark'}}});
		await setSetting(folder, 'ui.sound', 'false');
		const after: unknown = JSON.parse(textOf(folder, 'till.json'));
		expect(after).toEqual({
			shop: {id: 5, tags: ['a']},
			...rightTill,
			ui: {theme: 'dark', sound: false},
		});
	});

	test('given a value that is as it was, then nothing is written', async () => {
		const folder = tillFolder({module: rightModule.replace('AgentId=100500', 'AgentId =  100500 ')});
		chmodSync(join(folder, 'WebMoneySettings.txt'), 0o640);
		await setSetting(folder, 'AgentId', '100500');
		expect(modeOf(folder, 'WebMoneySettings.txt')).toBe(0o640);
	});

	test('given a value that lacks something beside it, then it is written and what is lacking is told', async () => {
		const folder = tillFolder();
		expect(await setSetting(folder, 'register.link', 'tcp')).toMatchObject({
			ok: true,
			warnings: [{code: 'addressMissing', key: 'register.address'}],
		});
		expect(await setSetting(folder, 'register.address', 'localhost:7778')).toEqual({ok: true, warnings: []});
		expect(await setSetting(folder, 'WeChat', '99')).toMatchObject({
			ok: true,
			warnings: [{code: 'codeWithoutRow', value: '99'}],
		});
	});

	test('given two codes that change places, when both are set together, then it is no conflict', async () => {
		const folder = tillFolder();
		const changes = [
			{key: 'SBP', value: '8'},
			{key: 'WebMoney', value: '7'},
		];
		expect(await setSettings(folder, changes)).toEqual({ok: true, warnings: []});
		expect(shownOf(folder, 'SBP') + shownOf(folder, 'WebMoney')).toBe('87');
	});

	test('given two wrong fields, then each can be mended by itself', async () => {
		const folder = tillFolder({till: {...rightTill, pollIntervalS: 0, ui: {language: 'de', sound: true}}});
		expect(await setSetting(folder, 'pollIntervalS', '5')).toMatchObject({ok: true});
		expect(await setSetting(folder, 'ui.language', 'en')).toMatchObject({ok: true});
		expect(loadTill(folder).ok).toBe(true);
	});

	test('given no till.json, when a field is set, then it is made with the rows that held without it', async () => {
		const folder = tillFolder({till: null});
		expect(await setSetting(folder, 'name', 'Касса 3')).toEqual({ok: true, warnings: []});
		const end = loadTill(folder);
		expect(end.ok && end.till).toMatchObject({name: 'Касса 3', systems: [{code: '7'}, {code: '8'}]});
		expect(modeOf(folder, 'till.json')).toBe(0o600);
	});

	test('given nothing at all, when the wizard sets all, then folder and files are made for their owner alone', async () => {
		const folder = join(emptyFolder(), 'shop', 'till');
		const changes = rightModule
			.split('\r\n')
			.filter((line) => line !== '')
			.map((line) => ({key: line.split('=')[0] ?? '', value: line.split('=')[1] ?? ''}));
		expect(await setSettings(folder, changes)).toMatchObject({ok: false, problems: [{code: 'noTill'}]});
		const all = [...changes, {key: 'SBP', value: '7'}, {key: 'name', value: 'Касса 9'}];
		const end = await setSettings(folder, all, {isNewAllowed: true});
		expect(end).toMatchObject({ok: true, warnings: [{code: 'codeWithoutRow'}]});
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(names.map((name) => modeOf(folder, name))).toEqual([0o600, 0o600, 0o600]);
		expect(textOf(folder, 'WebMoneySettings.txt')).toBe(rightModule);
	});
});

describe('a wrong value', () => {
	test.each([
		['AgentId', '10a', 'valueForm'],
		['AgentId', '', 'valueEmpty'],
		['AgentId', '1\r\nMode=x', 'controlCharacter'],
		['AgentKey', 'key ', 'outerBlanks'],
		['CertificatePassword', ' secret', 'outerBlanks'],
		['PosId', '../x', 'valueForm'],
		['ServerUrl', 'https://host.example/', 'slashAtEnd'],
		['ResponseTimeoutS', '5', 'valueForm'],
		['SBP', '8', 'codeForTwoSystems'],
		['WeChat', '7', 'codeForTwoSystems'],
		['WeChat', 'x', 'valueForm'],
		['pollIntervalS', '0', 'fieldForm'],
		['pollIntervalS', 'пять', 'fieldForm'],
		['register.link', 'usb', 'fieldForm'],
		['ui.sound', 'да', 'fieldForm'],
		['ui', '{"language":', 'fieldForm'],
		['version', '2', 'versionNewer'],
		['customer.qrOn', 'screen,screen', 'placeTwice'],
		['paymentTypes.0.code', '8', 'codeTwice'],
		['paymentTypes.0.registerSlot', '14', 'fieldForm'],
		['paymentTypes.5', '{"code":"9","name":"x","registerSlot":2}', 'unknownKey'],
		['paymentTypes.2.code', '12', 'fieldMissing'],
		['pinHash', '1234', 'fieldForm'],
		['AgentID2', '1', 'unknownKey'],
		['register.linc', 'tcp', 'unknownKey'],
		['__proto__.x', '1', 'unknownKey'],
		['register.__proto__', '{}', 'unknownKey'],
	])('given %s set to «%s», then it is refused and no byte changes', async (key, value, code) => {
		const folder = tillFolder();
		const before = photograph(folder);
		const end = await setSetting(folder, key, value);
		expect(end.ok ? [] : end.problems.map((problem) => problem.code)).toContain(code);
		expect(photograph(folder)).toEqual(before);
	});

	test('given one wrong among several, then none is written', async () => {
		const folder = tillFolder();
		const before = photograph(folder);
		const changes = [
			{key: 'AgentId', value: '5'},
			{key: 'SBP', value: '9'},
			{key: 'ui.sound', value: 'x'},
		];
		expect(await setSettings(folder, changes)).toMatchObject({ok: false, problems: [{key: 'ui.sound'}]});
		expect(photograph(folder)).toEqual(before);
	});

	test('given a Windows-1251 file, when a value is set that it cannot hold, then no byte changes', async () => {
		const module = Buffer.concat([Buffer.from([0x3b, 0xca, 0xeb, 0x0a]), Buffer.from(rightModule)]);
		const folder = tillFolder({module});
		const end = await setSetting(folder, 'AgentKey', '支付宝');
		expect(end).toMatchObject({ok: false, problems: [{code: 'encodingCannotHold', key: 'AgentKey'}]});
		expect(bytesOf(folder, 'WebMoneySettings.txt').equals(module)).toBe(true);
	});

	test('given a name that stands twice, then neither line is chosen', async () => {
		const folder = tillFolder({module: `${rightModule}AgentId=5\r\n`});
		const end = await setSetting(folder, 'AgentId', '6');
		expect(end).toMatchObject({ok: false, problems: [{code: 'nameTwice', line: 8}]});
		expect(shownOf(folder, 'AgentId')).toBe('nameTwice');
	});

	test('given a broken till.json, then it is never wiped: not by a set, not by a load', async () => {
		const folder = tillFolder({till: '{"name": "Касса 1",'});
		const end = await setSetting(folder, 'name', 'Касса 2');
		expect(end).toMatchObject({ok: false, problems: [{code: 'jsonSyntax', line: 1}]});
		loadTill(folder);
		expect(textOf(folder, 'till.json')).toBe('{"name": "Касса 1",');
	});

	test('given a place where nothing can be made, then it is a problem and no exception', async () => {
		const end = await setSettings('/proc/qrkassa/till', [{key: 'AgentId', value: '5'}], {isNewAllowed: true});
		expect(end).toMatchObject({ok: false, problems: [{code: 'writeFailed'}]});
	});

	test('given a folder behind a link, then nothing is written through it', async () => {
		const folder = tillFolder();
		const link = join(emptyFolder(), 'link');
		symlinkSync(folder, link);
		expect(await setSetting(link, 'AgentId', '5')).toMatchObject({
			ok: false,
			problems: [{code: 'folderIsLink'}],
		});
	});
});

describe('what is shown', () => {
	test('given secrets, then neither get nor show nor a problem has them', async () => {
		const folder = tillFolder({till: {...rightTill, register: {password: 987_654}}});
		const refused = await setSetting(folder, 'AgentKey', `${'canary'.repeat(100)}`);
		const all = JSON.stringify([
			showSettings(folder),
			refused,
			getSetting(folder, 'AgentKey'),
			getSetting(folder, 'Пароль сертификата'),
			getSetting(folder, 'register.password'),
		]);
		expect(all).not.toContain('canary');
		expect(all).not.toContain('987654');
		expect(shownOf(folder, 'CertificatePassword')).toBe('••••••');
	});

	test('given values that would drive a terminal or show a password, then they are shown without', () => {
		const folder = tillFolder({
			module: `${moduleWith('ServerUrl', 'https://user:canary@host.example')}CrsId=1\u001b[2J\u202e2\r\n`,
		});
		expect(shownOf(folder, 'ServerUrl')).toBe('https://••••••@host.example');
		expect(shownOf(folder, 'CrsId')).toBe('1 [2J 2');
	});

	test('given an empty password, then it is shown as empty', () => {
		const folder = tillFolder({module: moduleWith('CertificatePassword', '')});
		expect(shownOf(folder, 'CertificatePassword')).toBe('');
	});

	test('given a broken till.json, then the rest is shown all the same, with the problem', () => {
		const {rows, problems} = showSettings(tillFolder({till: '{'}));
		expect(rows.map(({key}) => key)).toContain('AgentId');
		expect(rows.map(({key}) => key)).not.toContain('name');
		expect(problems).toMatchObject([{code: 'jsonSyntax'}]);
	});

	test('given a right folder, then every setting is there once, defaults marked as such', () => {
		const {rows} = showSettings(tillFolder());
		expect(new Set(rows.map(({key}) => key)).size).toBe(rows.length);
		expect(rows).toContainEqual({
			file: 'WebMoneySettings.txt',
			key: 'ResponseTimeoutS',
			value: '180',
			isSecret: false,
			isDefault: true,
		});
		expect(rows.filter(({key}) => key.startsWith('paymentTypes')).map(({value}) => value)).toEqual([
			'7',
			'СБП',
			'2',
			'8',
			'WebMoney',
			'3',
		]);
	});

	test('given a mistyped key, then the nearest one is named', () => {
		const end = getSetting(tillFolder(), 'servrurl');
		expect(end.ok ? null : end.problems[0]?.params).toEqual({nearest: 'ServerUrl'});
	});
});
