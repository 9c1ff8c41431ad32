// What may be said to `pay` beside method and amount, and on what kind of till: certificates, encodings, receipts, the same order again.
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {kindsOf, rowsOf} from './support/journal.ts';
import {closedReceipt, errorLine, qrLine, resultLine, told} from './support/pay-lines.ts';
import {type Ended, run} from './support/program.ts';
import {edit, editTill, openWorld, orderAt, type TestTill, type World} from './support/world.ts';

let world: World;

beforeAll(async () => {
	world = await openWorld({crsId: '12', wmid: '123456789012'});
});
afterAll(() => world.close());

const pay = (till: TestTill, orderId: string, ...more: readonly string[]): Promise<Ended> =>
	run(['pay', '--till', till.folder, '--order', orderId, '--json', ...more]);

const bodyOf = (till: TestTill, orderId: string, kind: string): Readonly<Record<string, unknown>> =>
	rowsOf(till.folder, orderId).find(({type}) => type === kind)?.body ?? {};

/** Windows-1251, as the module's own editor writes it. */
function windows1251(text: string): Uint8Array {
	return Uint8Array.from(text, (letter) => {
		const code = letter.codePointAt(0) ?? 0;
		if (code < 0x80) return code;
		if (letter === 'ё') return 0xb8;
		if (letter === 'Ё') return 0xa8;
		return code - 0x410 + 0xc0;
	});
}

describe.concurrent('the till as the shop has it', () => {
	test('given a certificate written by an old Windows, when paying, then it opens and the gateway takes it', async () => {
		const till = await world.openTill();
		const password = 'old windows 7';
		const order = {commonName: world.access.posId, password, format: 'legacy'} as const;
		const old = await world.certificates.issueClient(order);
		writeFileSync(till.files.pfxFile, old.pfx);
		edit(till.files.settingsFile, (text) =>
			text.replace(/^CertificatePassword=.*$/m, `CertificatePassword=${password}`),
		);
		const ended = await pay(till, 'O-LEGACY', '--method', 'sbp', '--amount', '12.00');
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', exitCode: 0});
	});

	test('given an authority that the machine trusts, when the till names no file of its own, then the gateway is trusted', async () => {
		const till = await world.openTill();
		editTill(till, (json) => ({...json, gateway: {caFile: null}}));
		const call = ['pay', '--till', till.folder, '--json', '--method', 'sbp', '--amount', '12.00'];
		const stranger = await run([...call, '--order', 'O-STRANGER']);
		expect(stranger.lines().at(-1)).toMatchObject({outcome: 'unresolved'});
		const trusted = await run([...call, '--order', 'O-ROOT'], {env: {SSL_CERT_FILE: till.files.caFile}});
		expect(trusted.lines().at(-1)).toMatchObject({orderId: 'O-ROOT', outcome: 'paid', exitCode: 0});
	});

	test('given the module’s files in Windows-1251 with CR LF and Russian names, when paying, then all is understood and no byte of them changes', async () => {
		const till = await world.openTill({dialect: 'wcf-json'});
		const russian: Readonly<Record<string, string>> = {
			Mode: 'Режим работы',
			AgentId: 'Номер агента',
			PosId: 'Номер POS',
			AgentKey: 'ключ агента',
			CertificatePassword: 'Пароль сертификата',
			ServerUrl: ' Адрес сервера ',
			ServicePath: 'Адрес сервиса',
			StatusErrorLimit: 'Кол-во допустимых ошибок при запросе статуса (раз)',
		};
		const text = readFileSync(till.files.settingsFile, 'utf8')
			.replace(/^(\w+)=/gm, (whole, name: string) => (russian[name] ? `${russian[name]}=` : whole))
			.replace('=qr\n', '=Оплата по qr чеку\n')
			.replaceAll('\n', '\r\n');
		const files = [till.files.settingsFile, till.files.paymentTypesFile] as const;
		writeFileSync(files[0], windows1251(`${text}; не трогать: касса у входа`));
		writeFileSync(
			files[1],
			windows1251('; Платёжная система = код\r\nsbp=7\r\nWEBMONEY=8\r\nWeChat=\r\nAlipay=10'),
		);
		const before = files.map((file) => readFileSync(file));
		const ended = await pay(till, 'O-1251', '--method', 'sbp', '--amount', '12.00');
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', exitCode: 0});
		expect(files.map((file) => readFileSync(file))).toEqual(before);
		const unlinked = await pay(till, 'O-1251-WC', '--method', 'wechat', '--amount', '12.00');
		expect(unlinked.lines()).toEqual([errorLine(2, 'NOT_LINKED', expect.stringContaining('sbp (7)'))]);
		expect(unlinked.code).toBe(2);
	});

	test('given no --till but QRKASSA_TILL, when paying without --json, then the QR’s text is printed and the words are the till’s', async () => {
		const till = await world.openTill({language: 'en'});
		const ended = await run(['pay', '--method', 'sbp', '--amount', '12,00', '--order', 'O-ENV'], {
			env: {QRKASSA_TILL: till.folder},
		});
		expect(ended.code).toBe(0);
		expect(ended.stdout).toContain(orderAt(world.gateway, 'O-ENV')[0]?.qr);
		expect(ended.stdout).toContain('O-ENV');
		expect(`${ended.stdout}${ended.stderr}`).not.toMatch(/[А-Яа-я]/);
	});
});

describe.concurrent('the receipt', () => {
	test('given --no-print, when paying, then no slip comes out of the register, and the receipt is closed all the same', async () => {
		const till = await world.openTill();
		const ended = await pay(till, 'O-NOPRINT', '--method', 'sbp', '--amount', '12.00', '--no-print');
		const lines = told(ended);
		expect(lines[1]).toEqual(qrLine(['screen']));
		expect(lines.at(-1)).toMatchObject({receipt: closedReceipt(1, 3)});
		expect(till.register.tape().join('\n')).not.toContain('ОПЛАТА ПО QR-КОДУ');
		expect(till.register.tape().join('\n')).toContain('КАССОВЫЙ ЧЕК №1');
	});

	test('given a receipt of two lines and an address, when paid, then the register has sold just these', async () => {
		const till = await world.openTill();
		const file = join(till.folder, 'receipt.json');
		const receipt = {
			lines: [
				{name: 'Кофе', priceKopecks: 25_000, quantity: '2.000', vat: '10'},
				{name: 'Сыр «Российский», весовой', priceKopecks: 80_000, quantity: '0.350', vat: '20'},
			],
			email: 'buyer@example.com',
			phone: null,
		};
		writeFileSync(file, `\ufeff${JSON.stringify(receipt)}`);
		const ended = await pay(till, 'O-LINES', '--method', 'sbp', '--amount', '780.00', '--receipt', file);
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', exitCode: 0});
		const [sold] = till.register.documents().filter((document) => document.type === 3);
		expect(sold?.totalKopecks).toBe(78_000);
		expect(sold?.operations.map(({name}) => name)).toEqual(receipt.lines.map(({name}) => name));
		expect(sold?.tags).toContainEqual({tag: 1008, text: 'buyer@example.com'});
		expect(bodyOf(till, 'O-LINES', 'payment.started')['receipt']).toEqual(receipt);
	});

	test('given no --receipt, when paid, then one line stands for the whole sum', async () => {
		const till = await world.openTill();
		await pay(till, 'O-PLAIN', '--method', 'sbp', '--amount', '12.00');
		const [sold] = till.register.documents().filter((document) => document.type === 3);
		expect(sold?.operations).toMatchObject([{name: 'Оплата'}]);
		expect(sold?.totalKopecks).toBe(1200);
	});
});

describe.concurrent('method, time and description', () => {
	test('given a code of the Cashier, when paying, then its system is asked and its slot is used', async () => {
		const till = await world.openTill();
		const ended = await pay(till, 'O-CODE', '--method', '10', '--amount', '12.00');
		expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', method: 'alipay'});
		expect(bodyOf(till, 'O-CODE', 'payment.started')).toMatchObject({method: 'alipay', code: '10'});
		expect(bodyOf(till, 'O-CODE', 'receipt.closing')).toMatchObject({slot: 5});
	});

	test('given --timeout and --description, when paying, then the order carries them, fixed in the journal before it is sent', async () => {
		const till = await world.openTill();
		const more = ['--timeout', '44', '--description', 'Стол 12, счёт 7'];
		const ended = await pay(till, 'O-TIME', '--method', 'sbp', '--amount', '12.00', ...more);
		const [first] = ended.lines().filter(({type}) => type === 'poll');
		expect(Number(first?.['remainingS'])).toBeLessThanOrEqual(44);
		expect(bodyOf(till, 'O-TIME', 'payment.started')['order']).toEqual({
			orderId: 'O-TIME',
			posId: world.access.posId,
			agentId: world.access.agentId,
			crsId: '12',
			wmid: '123456789012',
			system: 'sbp',
			amountKopecks: 1200,
			currency: 'RUB',
			ttlS: 44,
			description: 'Стол 12, счёт 7',
		});
	});

	test('given no --order, when paying twice, then each gets an id of its own that the contract allows', async () => {
		const till = await world.openTill();
		const call = ['pay', '--till', till.folder, '--method', 'sbp', '--amount', '12.01', '--json'];
		const ends = [await run(call), await run(call)];
		const ids = ends.map((ended) => String(ended.lines().at(-1)?.['orderId']));
		expect(new Set(ids).size).toBe(2);
		for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
	});
});

describe.concurrent('the same order again', () => {
	test('given a paid order, when it is asked for again, then the same result at once, without gateway and register', async () => {
		const gateway = await world.openGateway();
		const till = await world.openTill({gateway});
		const facts = {orderId: 'O-AGAIN', method: 'sbp', amountKopecks: 1200};
		const first = await pay(till, 'O-AGAIN', '--method', 'sbp', '--amount', '12.00');
		const rows = kindsOf(till.folder, 'O-AGAIN');
		await gateway.close();
		till.register.control.setPower(false);
		const again = await pay(till, 'O-AGAIN', '--method', '7', '--amount', '12');
		expect(again.lines()).toEqual([first.lines().at(-1)]);
		expect(again.lines()).toEqual([
			resultLine(facts, {outcome: 'paid', receipt: closedReceipt(1, 3), exitCode: 0}),
		]);
		expect(again.code).toBe(0);
		expect(kindsOf(till.folder, 'O-AGAIN')).toEqual(rows);
	});

	test.each([
		['another amount', ['--method', 'sbp', '--amount', '12.03']],
		['another method', ['--method', 'wechat', '--amount', '12.01']],
	])(
		'given a declined order, when it comes again with %s, then 2 and nothing is sent',
		async (name, other) => {
			const gateway = await world.openGateway();
			const till = await world.openTillWithout({gateway});
			const orderId = `O-OTHER-${name.length}`;
			const first = await pay(till, orderId, '--method', 'sbp', '--amount', '12.01');
			expect(first.code).toBe(4);
			await gateway.close();
			const again = await pay(till, orderId, ...other);
			expect(again.lines()).toEqual([errorLine(2, 'ORDER_DIFFERS', expect.stringContaining(orderId))]);
			expect(again.code).toBe(2);
			const same = await pay(till, orderId, '--method', 'sbp', '--amount', '12.01');
			expect(same.lines()).toEqual([first.lines().at(-1)]);
			expect(same.code).toBe(4);
		},
	);

	test('given settings changed since, when a finished order comes again, then its result is the old one', async () => {
		const till = await world.openTill();
		const first = await pay(till, 'O-CHANGED', '--method', 'sbp', '--amount', '12.01');
		editTill(till, (json) => ({...json, pollIntervalS: 7, name: 'Другая касса'}));
		const again = await pay(till, 'O-CHANGED', '--method', 'sbp', '--amount', '12.01');
		expect(again.lines()).toEqual([first.lines().at(-1)]);
	});
});
