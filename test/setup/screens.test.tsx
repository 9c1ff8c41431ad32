// The six steps on 80×24, in both languages: what is seen, what is refused, what is kept.
import {afterEach, describe, expect, test} from 'vitest';
import {type Letter, letters} from './letters.ts';
import {badFile, emptyFacts, fakePorts, goodFile} from './support/fake-ports.ts';
import {type Mounted, mount} from './support/mount.tsx';

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());
const open = (options: Parameters<typeof mount>[0] = {}): Mounted => {
	mounted = mount(options);
	return mounted;
};
const [letter = {title: '', text: '', fields: {}}]: readonly Letter[] = letters;
const key = letter.fields.agentKey ?? '';

describe.each(['ru', 'en'] as const)('all steps in %s', (language) => {
	test('given a pasted letter and a good world, when Enter is pressed at each step, then all is saved and every screen fits', async () => {
		const ports = fakePorts();
		const wizard = open({ports, language});
		await wizard.sees(language === 'ru' ? 'Вставьте письмо' : 'Paste the whole letter');
		wizard.paste(letter.text);
		await wizard.sees(language === 'ru' ? 'Узнано из письма: 6' : 'Recognised in the letter: 6');
		expect(wizard.screen()).not.toContain(key);
		wizard.press('\r');
		await wizard.sees(language === 'ru' ? 'Сертификат этой кассы' : 'certificate of this till');
		wizard.press('\r');
		await wizard.sees(language === 'ru' ? 'Связь есть' : 'Connected');
		wizard.press('\r');
		await wizard.sees(
			language === 'ru'
				? 'Шлюз не предлагает: WebMoney, Alipay'
				: 'Not offered by the gateway: WebMoney, Alipay',
		);
		wizard.press('\r');
		await wizard.sees('192.168.137.111:7778  ШТРИХ-М-01Ф');
		wizard.press('\r');
		await wizard.sees(language === 'ru' ? 'Считался ли QR телефоном' : 'Could a phone scan its QR');
		wizard.press('\r');
		await wizard.sees(language === 'ru' ? 'Считался ли QR с экрана' : 'Could a phone scan the QR on');
		wizard.press('y');
		await wizard.sees(language === 'ru' ? 'Проба: платёж 1,00' : 'Trial: a payment');
		wizard.press('nn');
		await wizard.sees(language === 'ru' ? 'Ждать оплату' : 'Wait for payment');
		wizard.press('\b\b\b90');
		await wizard.sees(language === 'ru' ? 'Меньше 120 с' : 'Below 120 s');
		wizard.press('\r');
		await wizard.sees('PIN');
		wizard.press('4711\r4711\r');
		await wizard.sees(language === 'ru' ? 'Касса настроена' : 'The till is set up');
		expect(ports.saved.map(({what}) => what)).toEqual([
			'letter',
			'certificate',
			'types',
			'register',
			'qr',
			'time',
			'pin',
		]);
		expect(ports.saved.find(({what}) => what === 'letter')?.value).toMatchObject(letter.fields);
		expect(ports.saved.find(({what}) => what === 'qr')?.value).toEqual(['auto', ['screen', 'paper']]);
		wizard.press('\r');
		await expect.poll(() => wizard.exits).toEqual([{type: 'left', isFinished: true}]);
	});
});

describe('the letter', () => {
	test('given a key typed by hand, when it is on the screen, then it is dots and a length', async () => {
		const wizard = open();
		wizard.press('\u001b[B\u001b[B\u001b[Btopsecret');
		await wizard.sees('•••••••• 9 зн.');
		expect(wizard.screen()).not.toContain('topsecret');
	});

	test('given empty lines, when Enter is pressed, then the first of them is asked for and nothing is saved', async () => {
		const ports = fakePorts();
		const wizard = open({ports});
		wizard.press('\u001b[B77\r');
		await wizard.sees('❯ Строка доступа');
		wizard.press('\r');
		await wizard.sees('Впишите значение');
		expect(ports.saved).toEqual([]);
	});

	test('given a till with a PIN, when an address has changed, then the PIN is asked first and a wrong one writes nothing', async () => {
		let isUnlocked = false;
		const base = fakePorts();
		const ports = fakePorts({
			saveLetter: async (values) => (isUnlocked ? base.saveLetter(values) : {type: 'pin'}),
			checkPin: async (pin) => {
				if (pin === '2222') return {waitS: 60};
				isUnlocked = pin === '4711';
				return isUnlocked ? 'ok' : 'wrong';
			},
		});
		const wizard = open({ports});
		wizard.paste(letter.text);
		wizard.press('\r');
		await wizard.sees('кто знает прежний PIN');
		wizard.press('1111\r');
		await wizard.sees('PIN не подошёл');
		wizard.press('2222\r');
		await wizard.sees('через 60 с');
		expect(base.saved).toEqual([]);
		wizard.press('4711\r');
		await wizard.sees('2/6');
		expect(base.saved).toHaveLength(1);
	});

	test('given an unfinished run, when the wizard opens, then it stands where it was left with what was typed', async () => {
		const draft = {
			step: 'letter',
			letter: {accessLine: 'https://gate', agentId: '4711'},
			types: [],
			address: '',
			certificatePath: '',
		};
		const wizard = open({ports: fakePorts({read: () => ({...emptyFacts, draft})})});
		await wizard.sees('https://gate');
		await wizard.sees('4711');
	});
});

describe('the certificate', () => {
	test.each([
		[{code: 'WRONG_PASSWORD'} as const, 'Пароль сертификата не подходит'],
		[{code: 'NOT_PKCS12'} as const, 'PKCS'],
		[{code: 'NO_KEY'} as const, 'ключ'],
		[
			{code: 'EXPIRED', validFrom: '2024-01-01T00:00:00.000Z', validTo: '2025-01-01T00:00:00.000Z'} as const,
			'2025',
		],
	])(
		'given a file with the fault %o, when it is tried, then its own sentence stands there and it is not taken',
		async (fault, sentence) => {
			const ports = fakePorts({tryCertificate: async () => badFile(fault)});
			const wizard = open({ports});
			wizard.press('\u001b[6~');
			await wizard.sees(sentence);
			wizard.press('\r');
			await wizard.sees('Впишите пароль');
			expect(ports.saved).toEqual([]);
		},
	);

	test('given two files, when the password opens the second alone, then that one is under the cursor', async () => {
		const ports = fakePorts({
			findCertificates: async () => ['/home/a.pfx', goodFile.path],
			tryCertificate: async (path) => ({
				...(path === goodFile.path ? goodFile : badFile({code: 'WRONG_PASSWORD'})),
				path,
			}),
		});
		const wizard = open({ports});
		wizard.press('\u001b[6~');
		await wizard.sees('Сертификат этой кассы');
		wizard.press('\r');
		await expect.poll(() => ports.saved).toEqual([{what: 'certificate', value: [goodFile.path, '']}]);
	});
});

describe('the connection', () => {
	test('given a port where nobody listens, when the chain is tried, then that link alone is broken and those behind it were not tried', async () => {
		const fault = {kind: 'connect', code: 'ECONNREFUSED', detail: 'gate:443'} as const;
		const ports = fakePorts({
			probe: async () => ({
				rows: [
					{link: 'dns', ms: 3, ok: true, seen: '10.0.0.1'},
					{link: 'tcp', ms: 1, ok: false, fault},
				],
				systems: [],
				roots: [],
			}),
		});
		const wizard = open({ports});
		wizard.press('\u001b[6~\u001b[6~');
		await wizard.sees('Не работает: соединение с сервером');
		const lines = wizard.screen().split('\n');
		expect(lines.filter((line) => line.includes('✖ соединение'))).toHaveLength(1);
		expect(lines.filter((line) => line.includes('не проверялось'))).toHaveLength(6);
	});

	test('given a root that nobody knows and no file of it, when one is brought and F5 is pressed, then the chain is tried anew and the file offered', async () => {
		const fault = {kind: 'tls', code: 'SERVER_CERT_UNKNOWN_AUTHORITY', detail: 'gate:443'} as const;
		const isThere = {now: false};
		const ports = fakePorts({
			probe: async () => ({
				rows: [{link: 'tls', ms: 3, ok: false, fault}],
				systems: [],
				roots: isThere.now ? ['/media/stick/root.pem'] : [],
			}),
		});
		const wizard = open({ports, rows: 30});
		wizard.press('\u001b[6~\u001b[6~');
		await wizard.sees('нажмите F5');
		await wizard.sees('Enter r F5 ещё раз');
		isThere.now = true;
		wizard.press('\u001b[15~');
		await wizard.sees('/media/stick/root.pem');
	});
});

describe('the payment types', () => {
	test('given a code twice, when it is typed, then both the cell and the sentence say so, and Enter does not save it', async () => {
		const ports = fakePorts();
		const wizard = open({ports});
		wizard.press('\u001b[6~\u001b[6~\u001b[6~');
		await wizard.sees('4/6');
		wizard.press('\u001b[B\b7');
		await wizard.sees('WebMoney: Этот код уже у другой системы');
		wizard.press('\r');
		await wizard.sees('4/6');
		expect(ports.saved).toEqual([]);
	});
});

describe('the screen that the customer scans', () => {
	test('given half blocks that no phone reads, when «no» is pressed, then spaces are tried, then none, and paper alone is left', async () => {
		const ports = fakePorts();
		const wizard = open({ports, columns: 120, rows: 60});
		wizard.press('\u001b[6~\u001b[6~\u001b[6~\u001b[6~');
		await wizard.sees('ШТРИХ-М-01Ф');
		wizard.press('\r');
		await wizard.sees('телефоном');
		wizard.press('\r');
		await wizard.sees(/▀/);
		wizard.press('n');
		await expect.poll(() => wizard.screen().includes('▀')).toBe(false);
		await wizard.sees('Считался ли QR с экрана');
		wizard.press('n');
		await wizard.sees('6/6');
		expect(ports.saved.find(({what}) => what === 'qr')?.value).toEqual(['none', ['paper']]);
	});
});

test('given a terminal that is too small, when the wizard is drawn, then it says what it needs', async () => {
	const wizard = open({columns: 50, rows: 12});
	await wizard.sees('60×18');
});
