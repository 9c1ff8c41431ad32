// Wrong settings, one case a line: each is named by its code, its file, its line and its key, in both languages, with a mend.
import {describe, expect, test} from 'vitest';
import {settingsEn, settingsRu} from '../../source/core/index.ts';
import {loadTill} from '../../source/settings/index.ts';
import {type FolderFiles, moduleWith, rightModule, rightTill, tillFolder} from './folder.ts';

type Case = readonly [
	given: string,
	files: FolderFiles,
	code: string,
	at: {file?: string; line?: number | null; key?: string | null; value?: string | null},
];

const module = (name: string, value: string | null): FolderFiles => ({module: moduleWith(name, value)});
const till = (fields: object): FolderFiles => ({till: {...rightTill, ...fields}});
const row = (fields: object): FolderFiles =>
	till({paymentTypes: [{...rightTill.paymentTypes[0], ...fields}, rightTill.paymentTypes[1]]});
const repeated = (text: string, count: number): string => text.repeat(count);

const settingsFile = 'WebMoneySettings.txt';
const linksFile = 'WebMoneyPaymentTypes.txt';
const tillFile = 'till.json';

const cases: readonly Case[] = [
	[
		'an agent number with a letter',
		module('AgentId', '10a'),
		'valueForm',
		{file: settingsFile, line: 1, key: 'AgentId', value: '10a'},
	],
	['an agent number of 33 digits', module('AgentId', repeated('1', 33)), 'valueForm', {key: 'AgentId'}],
	['an empty agent number', module('AgentId', ''), 'valueEmpty', {line: 1, key: 'AgentId'}],
	['no agent number', module('AgentId', null), 'valueMissing', {line: null, key: 'AgentId'}],
	['an unknown mode', module('Mode', 'card'), 'valueForm', {key: 'Mode', value: 'card'}],
	['an empty mode', module('Mode', ''), 'valueEmpty', {key: 'Mode'}],
	['a WMID of 11 digits', module('Wmid', '12345678901'), 'valueForm', {key: 'Wmid'}],
	['a WMID in letters', module('Wmid', 'R12345678901'), 'valueForm', {key: 'Wmid'}],
	['a POS that leads out of the folder', module('PosId', '../../etc/passwd'), 'valueForm', {key: 'PosId'}],
	['a POS with a dot', module('PosId', 'a.b'), 'valueForm', {key: 'PosId'}],
	['a POS with a backslash', module('PosId', 'a\\b'), 'valueForm', {key: 'PosId'}],
	['a POS in Cyrillic', module('PosId', 'КАССА1'), 'valueForm', {key: 'PosId', value: 'КАССА1'}],
	['a POS of 65 characters', module('PosId', repeated('P', 65)), 'valueForm', {key: 'PosId'}],
	['no POS', module('PosId', null), 'valueMissing', {key: 'PosId'}],
	['an empty key', module('AgentKey', ''), 'valueEmpty', {key: 'AgentKey', value: ''}],
	[
		'a key of 513 characters',
		module('AgentKey', repeated('k', 513)),
		'valueForm',
		{key: 'AgentKey', value: '••••••'},
	],
	[
		'a tab inside the key',
		module('AgentKey', 'a\tb'),
		'controlCharacter',
		{key: 'AgentKey', value: '••••••'},
	],
	['a lone carriage return inside a value', module('AgentId', '1\r2'), 'controlCharacter', {key: 'AgentId'}],
	['a CrsId with a minus', module('CrsId', '-1'), 'valueForm', {key: 'CrsId'}],
	[
		'a password of 257 characters',
		module('CertificatePassword', repeated('p', 257)),
		'valueForm',
		{key: 'CertificatePassword', value: '••••••'},
	],
	[
		'a response time of 9 s',
		module('ResponseTimeoutS', '9'),
		'valueForm',
		{key: 'ResponseTimeoutS', value: '9'},
	],
	['a response time of 3601 s', module('ResponseTimeoutS', '3601'), 'valueForm', {key: 'ResponseTimeoutS'}],
	[
		'a response time in words',
		module('ResponseTimeoutS', '3 минуты'),
		'valueForm',
		{key: 'ResponseTimeoutS'},
	],
	[
		'a response time with an exponent',
		module('ResponseTimeoutS', '1e2'),
		'valueForm',
		{key: 'ResponseTimeoutS'},
	],
	['an error limit of 101', module('StatusErrorLimit', '101'), 'valueForm', {key: 'StatusErrorLimit'}],
	['a negative error limit', module('StatusErrorLimit', '-1'), 'valueForm', {key: 'StatusErrorLimit'}],
	[
		'a server with a slash at the end',
		module('ServerUrl', 'https://dev.runpay.com/'),
		'slashAtEnd',
		{line: 1, key: 'ServerUrl'},
	],
	[
		'a server without encryption',
		module('ServerUrl', 'http://dev.runpay.com'),
		'notHttps',
		{key: 'ServerUrl'},
	],
	[
		'a whole access line as the server',
		module('ServerUrl', 'https://dev.runpay.com/PosIntegration2/ApiService.svc'),
		'pathInServerUrl',
		{key: 'ServerUrl'},
	],
	['a server without a scheme', module('ServerUrl', 'dev.runpay.com'), 'valueForm', {key: 'ServerUrl'}],
	[
		'a server with a user before it',
		module('ServerUrl', 'https://user:canary-url-5@host.example'),
		'valueForm',
		{key: 'ServerUrl', value: 'https://••••••@host.example'},
	],
	['a server with port 0', module('ServerUrl', 'https://host.example:0'), 'valueForm', {key: 'ServerUrl'}],
	[
		'a server with port 70000',
		module('ServerUrl', 'https://host.example:70000'),
		'valueForm',
		{key: 'ServerUrl'},
	],
	['a server with a query', module('ServerUrl', 'https://host.example?a=1'), 'valueForm', {key: 'ServerUrl'}],
	[
		'a service without a slash at the start',
		module('ServicePath', 'ApiService.svc'),
		'valueForm',
		{key: 'ServicePath'},
	],
	[
		'a service with a slash at the end',
		module('ServicePath', '/ApiService.svc/'),
		'slashAtEnd',
		{key: 'ServicePath'},
	],
	['a service that climbs up', module('ServicePath', '/a/../b'), 'valueForm', {key: 'ServicePath'}],
	['a service with a blank', module('ServicePath', '/a b'), 'valueForm', {key: 'ServicePath'}],
	[
		'a service that would split a header',
		module('ServicePath', '/a\rX: 1'),
		'controlCharacter',
		{key: 'ServicePath'},
	],
	['a name twice', {module: `${rightModule}agentid=2\r\n`}, 'nameTwice', {line: 8, key: 'AgentId'}],
	[
		'an English and a Russian name of one setting',
		{module: `${rightModule}Номер агента=2\r\n`},
		'nameTwice',
		{line: 8, key: 'AgentId'},
	],
	[
		'a name without its sign',
		{module: `${rightModule}CrsId 5\r\n`},
		'lineWithoutEquals',
		{line: 8, key: 'CrsId'},
	],
	[
		'settings in UTF-16',
		{module: Buffer.from(`\ufeff${rightModule}`, 'utf16le')},
		'utf16',
		{file: settingsFile},
	],
	['settings that are no text', {module: Buffer.from([77, 0, 1, 2])}, 'binary', {file: settingsFile}],
	[
		'a UTF-8 mark before bytes that are not UTF-8',
		{module: Buffer.from([0xef, 0xbb, 0xbf, 0xcf, 0x3d, 0x31])},
		'brokenUtf8',
		{},
	],
	['no settings file', {module: null}, 'fileMissing', {file: settingsFile}],
	[
		'settings of two megabytes',
		{module: Buffer.alloc(2 * 1024 * 1024, 59)},
		'fileTooLarge',
		{file: settingsFile},
	],
	['no payment types file', {links: null}, 'fileMissing', {file: linksFile}],
	[
		'a code with a letter',
		{links: 'SBP=7a\n'},
		'valueForm',
		{file: linksFile, line: 1, key: 'SBP', value: '7a'},
	],
	['a code of ten digits', {links: 'SBP=1234567890\n'}, 'valueForm', {key: 'SBP'}],
	[
		'one code for two systems',
		{links: 'SBP=7\nWebMoney=7\n'},
		'codeForTwoSystems',
		{line: 2, key: 'WebMoney', value: '7'},
	],
	[
		'one code for two systems, written with a zero',
		{links: 'SBP=7\nWeChat=07\n'},
		'codeForTwoSystems',
		{key: 'WeChat'},
	],
	['a system twice', {links: 'SBP=7\nsbp=8\n'}, 'nameTwice', {line: 2, key: 'SBP'}],
	[
		'a code without a row',
		{links: 'SBP=9\n'},
		'codeWithoutRow',
		{file: tillFile, line: 2, key: 'paymentTypes', value: '9'},
	],
	['JSON with a comma too many', {till: '{\n  "version": 1,\n}'}, 'jsonSyntax', {file: tillFile, line: 3}],
	['JSON cut in the middle', {till: '{"version": 1, "name": "Ка'}, 'jsonSyntax', {line: 1}],
	['an empty till.json', {till: ''}, 'jsonSyntax', {line: 1}],
	['two JSON values', {till: '{}\n{}'}, 'jsonSyntax', {line: 2}],
	['JSON that is a list', {till: '[]'}, 'jsonNotObject', {line: 1}],
	['JSON that is null', {till: 'null'}, 'jsonNotObject', {line: 1}],
	['JSON of depth 100 000', {till: repeated('[', 100_000)}, 'jsonTooDeep', {line: 1}],
	['a field twice', {till: '{"name": "а",\n"name": "б"}'}, 'jsonFieldTwice', {line: 2, key: 'name'}],
	[
		'a till.json in Windows-1251',
		{till: Buffer.from([0x7b, 0x22, 0xca, 0xe0, 0x22, 0x3a, 0x31, 0x7d])},
		'notUtf8',
		{file: tillFile},
	],
	[
		'a till.json of two megabytes',
		{till: Buffer.alloc(2 * 1024 * 1024, 32)},
		'fileTooLarge',
		{file: tillFile},
	],
	['a newer version', till({version: 2}), 'versionNewer', {key: 'version', value: '2'}],
	['a version in quotes', till({version: '1'}), 'fieldForm', {key: 'version', value: '"1"'}],
	['an empty name', till({name: ''}), 'fieldForm', {key: 'name'}],
	['a name with an escape sequence', till({name: 'a\u001b[31m'}), 'fieldForm', {key: 'name'}],
	['a name that turns the text round', till({name: 'a\u202eb'}), 'fieldForm', {key: 'name'}],
	['an unknown dialect', till({dialect: 'soap'}), 'fieldForm', {key: 'dialect', value: '"soap"'}],
	['a gateway that is a text', till({gateway: 'https://x'}), 'fieldForm', {key: 'gateway'}],
	[
		'a CA file that is not there',
		till({gateway: {caFile: 'nobody.pem'}}),
		'caFileMissing',
		{key: 'gateway.caFile', value: 'nobody.pem'},
	],
	['a poll interval of 0', till({pollIntervalS: 0}), 'fieldForm', {key: 'pollIntervalS', value: '0'}],
	['a poll interval of 61', till({pollIntervalS: 61}), 'fieldForm', {key: 'pollIntervalS'}],
	['a poll interval of 1.5', till({pollIntervalS: 1.5}), 'fieldForm', {key: 'pollIntervalS'}],
	[
		'a poll interval beyond all numbers',
		{till: '{"pollIntervalS": 1e999}'},
		'fieldForm',
		{key: 'pollIntervalS'},
	],
	['payment types that are an object', till({paymentTypes: {}}), 'fieldForm', {key: 'paymentTypes'}],
	['a code that is a number', row({code: 7}), 'fieldForm', {line: 4, key: 'paymentTypes.0.code', value: '7'}],
	['slot 1', row({registerSlot: 1}), 'fieldForm', {line: 6, key: 'paymentTypes.0.registerSlot', value: '1'}],
	['slot 14', row({registerSlot: 14}), 'fieldForm', {key: 'paymentTypes.0.registerSlot'}],
	['a row without a name', row({name: undefined}), 'fieldMissing', {key: 'paymentTypes.0.name'}],
	['a code in two rows', row({code: '8'}), 'codeTwice', {key: 'paymentTypes.1.code', value: '8'}],
	['an unknown link', till({register: {link: 'usb'}}), 'fieldForm', {key: 'register.link', value: '"usb"'}],
	['a link without an address', till({register: {link: 'tcp'}}), 'addressMissing', {key: 'register.address'}],
	[
		'a tcp address without a port',
		till({register: {link: 'tcp', address: '10.0.0.5'}}),
		'addressForm',
		{key: 'register.address', value: '10.0.0.5'},
	],
	['a tcp address with port 0', till({register: {link: 'tcp', address: '10.0.0.5:0'}}), 'addressForm', {}],
	[
		'an odd speed',
		till({register: {baudRate: 9601}}),
		'fieldForm',
		{key: 'register.baudRate', value: '9601'},
	],
	[
		'a password of nine digits',
		till({register: {password: 100_000_000}}),
		'fieldForm',
		{key: 'register.password', value: '••••••'},
	],
	[
		'a tax system that is no single bit',
		till({register: {taxSystem: 3}}),
		'fieldForm',
		{key: 'register.taxSystem'},
	],
	['an unknown VAT rate', till({register: {vat: '18'}}), 'fieldForm', {key: 'register.vat', value: '"18"'}],
	['a QR nowhere', till({customer: {qrOn: []}}), 'fieldForm', {key: 'customer.qrOn'}],
	[
		'a QR on the wall',
		till({customer: {qrOn: ['wall']}}),
		'fieldForm',
		{key: 'customer.qrOn.0', value: '"wall"'},
	],
	[
		'a QR on the screen twice',
		till({customer: {qrOn: ['screen', 'screen']}}),
		'placeTwice',
		{key: 'customer.qrOn.1', value: 'screen'},
	],
	[
		'a QR on paper without a register',
		till({customer: {qrOn: ['paper']}}),
		'paperNeedsRegister',
		{key: 'customer.qrOn.0'},
	],
	['a QR on a display that is not set up', till({customer: {qrOn: ['display']}}), 'displayNotSet', {}],
	[
		'an unknown display',
		till({customer: {display: {kind: 'led'}}}),
		'fieldForm',
		{key: 'customer.display.kind'},
	],
	[
		'a display without a port',
		till({customer: {display: {kind: 'mertech-qr-pay'}}}),
		'portMissing',
		{key: 'customer.display.port'},
	],
	['an unknown language', till({ui: {language: 'de'}}), 'fieldForm', {key: 'ui.language', value: '"de"'}],
	['a sound that is a text', till({ui: {sound: 'yes'}}), 'fieldForm', {key: 'ui.sound'}],
	['an unknown way to draw a QR', till({ui: {qr: 'big'}}), 'fieldForm', {key: 'ui.qr'}],
	['a PIN in the open', till({pinHash: 'canary-pin-1234'}), 'fieldForm', {key: 'pinHash', value: '••••••'}],
];

describe('wrong settings', () => {
	test('are more than sixty cases', () => expect(cases.length).toBeGreaterThan(60));

	test.each(cases)(
		'given %s, when the till is loaded, then it is named with its mend',
		(_, files, code, at) => {
			const end = loadTill(tillFolder(files));
			const problems = end.ok ? [] : end.problems;
			expect(problems).toContainEqual(expect.objectContaining({code, ...at}));
			const found = problems.find((problem) => problem.code === code);
			for (const wording of [settingsRu, settingsEn]) {
				const {place, what, mend} = wording.sentence(found ?? expect.fail('no such problem'));
				expect(place).toContain(found?.file);
				expect(what).not.toMatch(/undefined|\[object|null$/);
				expect(mend).toMatch(/.{5,}/);
				expect(wording.line(found ?? expect.fail('no such problem'))).not.toContain('\n');
			}
			expect(JSON.stringify(problems)).not.toContain('canary');
		},
	);
});

test('given five different mistakes in three files, when the till is loaded, then all five are told at once', () => {
	const end = loadTill(
		tillFolder({
			module: rightModule.replace('AgentId=100500', 'AgentId=x').replace('https://dev', 'http://dev'),
			links: 'SBP=7x\r\nWebMoney=8\r\n',
			till: {...rightTill, pollIntervalS: 0, ui: {language: 'de'}},
		}),
	);
	expect(end.ok ? [] : end.problems.map(({code, key}) => `${code} ${key}`)).toEqual([
		'valueForm AgentId',
		'notHttps ServerUrl',
		'valueForm SBP',
		'fieldForm pollIntervalS',
		'fieldForm ui.language',
	]);
});

test('given a slash at the end of the server, when it is told, then the mend is the line to write', () => {
	const end = loadTill(tillFolder({module: moduleWith('ServerUrl', 'https://dev.runpay.com:8443/')}));
	const [found] = end.ok ? [] : end.problems;
	expect(found && settingsRu.line(found)).toBe(
		'WebMoneySettings.txt, строка 1: «ServerUrl» кончается косой чертой. Напишите так: ServerUrl=https://dev.runpay.com:8443',
	);
});

test('given a whole access line as the server, when it is told, then the mend is both lines', () => {
	const line = 'https://dev.runpay.com/PosIntegration2/ApiService.svc';
	const end = loadTill(tillFolder({module: moduleWith('ServerUrl', line)}));
	const [found] = end.ok ? [] : end.problems;
	expect(found && settingsRu.sentence(found).mend).toBe(
		'Напишите двумя строками: ServerUrl=https://dev.runpay.com и ServicePath=/PosIntegration2/ApiService.svc',
	);
});

test('given a name twice, when it is told, then both line numbers are in the sentence', () => {
	const end = loadTill(tillFolder({module: `; первая\r\n${rightModule}AGENTID=2\r\n`}));
	const [found] = end.ok ? [] : end.problems;
	expect(found && settingsRu.sentence(found).what).toBe('«AgentId» указано больше одного раза: строки 3, 9.');
});
