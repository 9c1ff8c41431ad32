// Wrong arguments, settings and certificates, one case a line: each gets its code, names the thing and the mend, and nothing is sent.
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {rowsOf} from './support/journal.ts';
import {errorLine} from './support/pay-lines.ts';
import {type Ended, run} from './support/program.ts';
import {edit, editTill, openWorld, type TestTill, type World} from './support/world.ts';

let world: World;
let till: TestTill;

beforeAll(async () => {
	world = await openWorld();
	till = await world.openTillWithout();
});
afterAll(async () => {
	// Nothing of all this has ever reached the gateway, not even a handshake.
	expect(world.gateway.requests()).toEqual([]);
	await world.close();
});

const right = ['--method', 'sbp', '--amount', '12.00'];

/** Refused: one JSON line, the same words for people, no trace of the program's insides. */
function expectRefused(ended: Ended, exitCode: number, code: string, names: RegExp): void {
	expect(ended.lines()).toEqual([errorLine(exitCode, code, expect.stringMatching(names))]);
	expect(ended.code).toBe(exitCode);
	expect(ended.stderr).toMatch(names);
	expect(ended.stderr).not.toMatch(/^\s+at |\bError\b|undefined|\[object|node:/m);
}

describe.concurrent('arguments', () => {
	const cases: readonly (readonly [given: string, args: readonly string[], code: string, names: RegExp])[] = [
		['no method', ['--amount', '12'], 'METHOD_MISSING', /--method sbp/],
		[
			'a method that is none',
			['--method', 'visa', '--amount', '12'],
			'METHOD',
			/«visa».*sbp, webmoney, wechat, alipay/,
		],
		['a method in capitals', ['--method', 'SBP', '--amount', '12'], 'METHOD', /«SBP»/],
		['a code of ten digits', ['--method', '1234567890', '--amount', '12'], 'METHOD', /«1234567890»/],
		['no amount', ['--method', 'sbp'], 'AMOUNT_MISSING', /--amount 1250\.00/],
		['an empty amount', ['--method', 'sbp', '--amount', ''], 'AMOUNT', /пуст/],
		['an exponent', ['--method', 'sbp', '--amount', '1e3'], 'AMOUNT', /«1e3».*--amount 1250\.00/],
		['a minus', ['--method', 'sbp', '--amount=-5'], 'AMOUNT', /«-5»/],
		['a minus as a word of its own', ['--method', 'sbp', '--amount', '-5'], 'AMOUNT', /«-5»/],
		['a plus', ['--method', 'sbp', '--amount', '+5'], 'AMOUNT', /«\+5»/],
		['a space', ['--method', 'sbp', '--amount', '1 250'], 'AMOUNT', /«1 250»/],
		['three decimals', ['--method', 'sbp', '--amount', '1.234'], 'AMOUNT', /не больше двух/],
		['a comma and nothing', ['--method', 'sbp', '--amount', '12,'], 'AMOUNT', /«12,»/],
		['nothing at all', ['--method', 'sbp', '--amount', '0.00'], 'AMOUNT', /не меньше 0,01/],
		['too much', ['--method', 'sbp', '--amount', '100000000'], 'AMOUNT', /не больше 99999999,99/],
		['hexadecimals', ['--method', 'sbp', '--amount', '0x10'], 'AMOUNT', /«0x10»/],
		['other digits', ['--method', 'sbp', '--amount', '١٢'], 'AMOUNT', /«١٢»/],
		['words', ['--method', 'sbp', '--amount', 'сто'], 'AMOUNT', /«сто»/],
		['an order with a slash', [...right, '--order', 'a/b'], 'ORDER', /«a\/b».*1–64/],
		['an order of 65 letters', [...right, '--order', 'a'.repeat(65)], 'ORDER', /1–64/],
		['an empty order', [...right, '--order', ''], 'ORDER', /1–64/],
		['an order in Cyrillic', [...right, '--order', 'чек-1'], 'ORDER', /«чек-1»/],
		['a time of 9 s', [...right, '--timeout', '9'], 'TIMEOUT', /«9».*от 10 до 3600/],
		['a time of 3601 s', [...right, '--timeout', '3601'], 'TIMEOUT', /от 10 до 3600/],
		['a time with a fraction', [...right, '--timeout', '60.5'], 'TIMEOUT', /«60\.5»/],
		['a description of two lines', [...right, '--description', 'a\nb'], 'DESCRIPTION', /без переводов строк/],
		[
			'a description without end',
			[...right, '--description', 'x'.repeat(129)],
			'DESCRIPTION',
			/не больше 128/,
		],
		['an option mistyped', [...right, '--ammount', '5'], 'UNKNOWN_OPTION', /«--ammount».*--amount/],
		['an option of another command', [...right, '--yes'], 'UNKNOWN_OPTION', /«--yes»/],
		['an option twice', [...right, '--amount', '13'], 'OPTION_TWICE', /«--amount».*оставьте один/],
		['an option without its value', ['--method', 'sbp', '--amount'], 'OPTION_VALUE', /«--amount»/],
		['a switch with a value', [...right, '--no-print=yes'], 'OPTION_VALUE', /«--no-print»/],
		['a word too many', ['now', ...right], 'WORDS', /«pay»/],
		['a language that is none', [...right, '--lang', 'de'], 'LANG', /«de».*ru.*en/],
		[
			'a receipt that is not there',
			[...right, '--receipt', '/nowhere/r.json'],
			'RECEIPT',
			/nowhere.*путь и права/,
		],
		['a receipt that is a folder', [...right, '--receipt', '/'], 'RECEIPT', /путь и права/],
		['a receipt that never ends', [...right, '--receipt', '/dev/zero'], 'RECEIPT', /путь и права/],
	];
	test.each(cases)('given %s, then 2, in words with a mend', async (_given, args, code, names) => {
		const ended = await run(['pay', '--till', till.folder, '--json', ...args]);
		expectRefused(ended, 2, code, names);
	});

	const line = {name: 'Кофе', priceKopecks: 1200};
	const receipts: readonly (readonly [given: string, file: unknown, code: string, names: RegExp])[] = [
		['no JSON', 'lines: 1', 'RECEIPT', /не JSON/],
		['a list', [], 'RECEIPT', /нужен объект/],
		['no lines', {lines: []}, 'RECEIPT', /поле lines/],
		['an unknown field', {lines: [line], e_mail: 'a@b'}, 'RECEIPT', /e_mail.*нет/],
		['a line without a name', {lines: [{priceKopecks: 1200}]}, 'RECEIPT', /lines\[0\]\.name/],
		['a price in rubles', {lines: [{...line, priceKopecks: 12.5}]}, 'RECEIPT', /lines\[0\]\.price.*копеек/],
		[
			'a quantity as a number',
			{lines: [{...line, quantity: 1}]},
			'RECEIPT',
			/lines\[0\]\.quantity.*"2\.000"/,
		],
		['a rate that is none', {lines: [line, {...line, vat: '18'}]}, 'RECEIPT', /lines\[1\]\.vat.*22/],
		['an address that is none', {lines: [line], email: 'nobody'}, 'RECEIPT', /email.*почты/],
		['a telephone in words', {lines: [line], phone: 'мой'}, 'RECEIPT', /phone.*цифр/],
		['another sum', {lines: [line, line]}, 'RECEIPT_SUM', /24\.00.*12\.00/],
	];
	test.each(receipts)(
		'given a receipt with %s, then 2, and the field is named',
		async (given, file, code, names) => {
			const path = join(world.folder, `${given.replaceAll(' ', '-')}.json`);
			writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
			const ended = await run(['pay', '--till', till.folder, '--json', ...right, '--receipt', path]);
			expectRefused(ended, 2, code, names);
		},
	);

	const others: readonly (readonly [args: readonly string[], code: string, names: RegExp])[] = [
		[['pey'], 'UNKNOWN_COMMAND', /«pey».*«pay»/],
		[['setings', 'check'], 'UNKNOWN_COMMAND', /«setings».*«settings»/],
		[['settings'], 'WORDS', /«settings»/],
		[['settings', 'rm'], 'VERB', /settings show/],
		[['settings', 'get', 'AgentIdd'], 'unknownKey', /AgentIdd/],
		[['settings', 'set', 'ServerUrl', 'http://x'], 'notHttps', /ServerUrl.*https/s],
		[['settings', 'set', 'ResponseTimeoutS', 'три'], 'valueForm', /ResponseTimeoutS/],
		[['settings', 'set', 'pollIntervalS', '0'], 'fieldForm', /pollIntervalS/],
		[['resolve', 'NO-SUCH-ORDER'], 'ORDER_UNKNOWN', /NO-SUCH-ORDER/],
		[['resolve', 'X', '--as', 'gone', '--note', 'n'], 'AS', /«gone».*paid, not-paid/],
		[['refund', 'NO-SUCH-ORDER'], 'ORDER_UNKNOWN', /NO-SUCH-ORDER/],
		[['sandbox', '--gateway-port', '70000'], 'PORT', /70000.*65535/],
		[['completion', 'tcsh'], 'SHELL', /bash/],
	];
	test.each(others)(
		'given `%s`, then 2, in words with a mend, files untouched',
		async (args, code, names) => {
			const isSet = args[1] === 'set';
			// Those that take the till in hand must not be in each other's way.
			const own = await world.openTillWithout();
			const wantsJson = !['sandbox', 'completion'].includes(args[0] ?? '');
			const ended = await run([...args, '--till', own.folder, ...(wantsJson ? ['--json'] : [])]);
			expect(ended.code).toBe(2);
			expect(ended.stderr).toMatch(names);
			expect(ended.stderr).not.toMatch(/^\s+at |\bError\b|undefined|\[object|node:/m);
			if (wantsJson) expect(ended.lines()).toMatchObject([{type: 'error', exitCode: 2, code}]);
			if (isSet) expect((await run(['settings', 'check', '--till', own.folder])).code).toBe(0);
		},
	);

	test('given no till there, then 3 and the three ways to one', async () => {
		const ended = await run(['pay', ...right, '--json', '--till', join(world.folder, 'no-till')]);
		expectRefused(ended, 3, 'NO_TILL', /setup.*setup --from.*demo/s);
	});

	test('given a system that is not linked, then 2 and those that are', async () => {
		const own = await world.openTillWithout();
		edit(own.files.paymentTypesFile, (text) => text.replace('WeChat=9', 'WeChat='));
		const ended = await run(['pay', '--till', own.folder, '--json', '--method', 'wechat', '--amount', '12']);
		expectRefused(ended, 2, 'NOT_LINKED', /«wechat».*sbp \(7\), webmoney \(8\), alipay \(10\)/);
		const byCode = await run(['pay', '--till', own.folder, '--json', '--method', '9', '--amount', '12']);
		expectRefused(byCode, 2, 'NOT_LINKED', /«9»/);
	});
});

describe.concurrent('settings', () => {
	const setting = (name: string, value: string) => (of: TestTill) =>
		edit(of.files.settingsFile, (text) => text.replace(new RegExp(`^${name}=.*$`, 'm'), `${name}=${value}`));
	const field = (change: Record<string, unknown>) => (of: TestTill) =>
		editTill(of, (json) => ({...json, ...change}));
	const cases: readonly (readonly [given: string, spoil: (till: TestTill) => void, names: RegExp])[] = [
		['an agent number with a letter', setting('AgentId', '10a'), /WebMoneySettings\.txt.*3.*AgentId/],
		['no POS', (of) => edit(of.files.settingsFile, (text) => text.replace(/^PosId=.*\n/m, '')), /PosId/],
		['a POS that leads out of the folder', setting('PosId', '../x'), /PosId/],
		[
			'a server with a slash',
			setting('ServerUrl', 'https://h.example/'),
			/ServerUrl=https:\/\/h\.example(?!\/)/,
		],
		['a server without TLS', setting('ServerUrl', 'http://h.example'), /ServerUrl=https:\/\/h\.example/],
		['a whole access line', setting('ServerUrl', 'https://h.example/a/b.svc'), /ServicePath=\/a\/b\.svc/],
		['an unknown mode', setting('Mode', 'card'), /Mode/],
		['a time of 9 s', setting('ResponseTimeoutS', '9'), /ResponseTimeoutS.*10/],
		['an error limit of 101', setting('StatusErrorLimit', '101'), /StatusErrorLimit.*100/],
		['a name twice', (of) => edit(of.files.settingsFile, (text) => `${text}AgentId=1\n`), /AgentId.*3.*13/],
		[
			'UTF-16',
			(of) => writeFileSync(of.files.settingsFile, Buffer.from('Mode=qr\n', 'utf16le')),
			/UTF-16|Юникод|текстов/,
		],
		['no settings file', (of) => rmSync(of.files.settingsFile), /WebMoneySettings\.txt/],
		['no payment types file', (of) => rmSync(of.files.paymentTypesFile), /WebMoneyPaymentTypes\.txt/],
		[
			'one code for two systems',
			(of) => edit(of.files.paymentTypesFile, (text) => text.replace('WebMoney=8', 'WebMoney=7')),
			/WebMoney.*SBP/,
		],
		[
			'a code without a row in till.json',
			(of) => edit(of.files.paymentTypesFile, (text) => text.replace('SBP=7', 'SBP=77')),
			/77.*till\.json|till\.json.*77/s,
		],
		[
			'a code in words',
			(of) => edit(of.files.paymentTypesFile, (text) => text.replace('SBP=7', 'SBP=семь')),
			/WebMoneyPaymentTypes\.txt.*2.*SBP/,
		],
		['broken JSON', (of) => edit(of.files.tillFile, (text) => text.replace(',', ';')), /till\.json.*2/],
		[
			'a slot 14',
			(of) => edit(of.files.tillFile, (text) => text.replace('"registerSlot": 2', '"registerSlot": 14')),
			/registerSlot.*13/,
		],
		['a poll interval of 0', field({pollIntervalS: 0}), /pollIntervalS.*1.*60/],
		['an unknown dialect', field({dialect: 'qpg2'}), /dialect.*qpg1.*wcf-json/],
		['an unknown link', field({register: {link: 'usb', address: null}}), /register\.link.*none.*tcp.*serial/],
		['a register without an address', field({register: {link: 'tcp', address: null}}), /register\.address/],
		[
			'a file of roots that is not there',
			field({gateway: {caFile: 'roots.pem'}}),
			/caFile.*roots\.pem|roots\.pem/,
		],
		['a newer version', field({version: 2}), /version/],
	];
	test.each(cases)(
		'given %s, when paying, then 3 with file, place and mend',
		async (_given, spoil, names) => {
			const own = await world.openTillWithout();
			spoil(own);
			const ended = await run(['pay', '--till', own.folder, '--json', ...right]);
			expectRefused(ended, 3, 'SETTINGS', names);
			expect(rowsOf(own.folder)).toEqual([]);
			const check = await run(['settings', 'check', '--till', own.folder]);
			expect(check.code).toBe(3);
			expect(check.stderr).toMatch(names);
		},
	);

	test('given a map of wcf-json without a field that is needed, then 3 with its file and place', async () => {
		const own = await world.openTillWithout({dialect: 'wcf-json'});
		mkdirSync(join(own.folder, 'dialects'));
		writeFileSync(join(own.folder, 'dialects', 'wcf-json.json'), '{\n"operations": {}\n}');
		const ended = await run(['pay', '--till', own.folder, '--json', ...right]);
		expectRefused(ended, 3, 'DIALECT_MAP', /wcf-json\.json/);
	});
});

describe.concurrent('certificates', () => {
	const hourMs = 3_600_000;
	type Spoil = (till: TestTill) => void | Promise<void>;
	const issued =
		(options: {fromMs?: number; toMs?: number; password?: string}): Spoil =>
		async ({files}) => {
			const {fromMs = -hourMs, toMs = 1000 * hourMs, password = 'right'} = options;
			const validity = {fromMs: Date.now() + fromMs, toMs: Date.now() + toMs};
			const order = {commonName: world.access.posId, password, validity};
			writeFileSync(files.pfxFile, (await world.certificates.issueClient(order)).pfx);
			edit(files.settingsFile, (text) => text.replace(/^(CertificatePassword)=.*$/m, '$1=right'));
		};
	const golden: {readonly password: string; readonly files: Readonly<Record<string, string>>} = JSON.parse(
		readFileSync(new URL('../golden/gateway-certificates.json', import.meta.url), 'utf8'),
	);
	/** A file made by another program long ago. */
	const kept =
		(name: string): Spoil =>
		({files}) => {
			writeFileSync(files.pfxFile, Buffer.from(golden.files[name] ?? '', 'base64'));
			const line = `CertificatePassword=${golden.password}`;
			edit(files.settingsFile, (text) => text.replace(/^CertificatePassword=.*$/m, line));
		};
	const cases: readonly (readonly [given: string, spoil: Spoil, code: string, names: RegExp])[] = [
		[
			'no file, another beside it',
			({folder, files}) => {
				rmSync(files.pfxFile);
				writeFileSync(join(folder, 'SHOP7.pfx'), '');
			},
			'MISSING',
			/DEMO1\.pfx.*SHOP7\.pfx/,
		],
		['a wrong password', issued({password: 'left'}), 'WRONG_PASSWORD', /[Пп]ароль/],
		[
			'a text file',
			({files}) => writeFileSync(files.pfxFile, '-----BEGIN CERTIFICATE-----'),
			'NOT_PKCS12',
			/PKCS#12/,
		],
		['an empty file', ({files}) => writeFileSync(files.pfxFile, ''), 'NOT_PKCS12', /PKCS#12/],
		['a file without a key', kept('noKey'), 'NO_KEY', /закрытого ключа/],
		['an old file without a key', kept('noKeyLegacy'), 'NO_KEY', /закрытого ключа/],
		['a key without a certificate', kept('noCertificate'), 'NO_CERTIFICATE', /нет сертификата/],
		['a key that is too short', kept('weak'), 'TOO_WEAK', /./],
		['an expired one', issued({fromMs: -2 * hourMs, toMs: -hourMs}), 'EXPIRED', /20\d\d/],
		['one that is not valid yet', issued({fromMs: hourMs}), 'NOT_YET_VALID', /20\d\d/],
	];
	test.each(cases)(
		'given %s, when paying, then 3, and the mend is named',
		async (_given, spoil, code, names) => {
			const own = await world.openTillWithout();
			await spoil(own);
			const ended = await run(['pay', '--till', own.folder, '--json', ...right]);
			// A missing file is seen with the settings already.
			const [line] = ended.lines();
			expect([`CERTIFICATE_${code}`, 'SETTINGS']).toContain(line?.['code']);
			expectRefused(ended, 3, String(line?.['code']), names);
			expect(rowsOf(own.folder).filter(({orderId}) => orderId !== null)).toEqual([]);
		},
	);
});
