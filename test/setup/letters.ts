// Letters as payment systems and shops write them. All numbers and keys are invented.
import type {RecognisedLetter} from '../../source/setup/letter/recognise.ts';

export type Letter = {
	readonly title: string;
	readonly text: string;
	readonly fields: RecognisedLetter['fields'];
};

const url = 'https://dev.example.com/PosIntegration2/ApiService.svc';
const key = 'k7Jd93hFqLz0Xw2mB8vNcR5tYpA1sQeU';
const usual = {accessLine: url, agentId: '1001', posId: 'SHOP-1', agentKey: key};
const full = {...usual, crsId: '12', wmid: '123456789012'};

export const letters: readonly Letter[] = [
	{
		title: 'Russian labels with colons',
		text: `Строка доступа: ${url}\nНомер агента: 1001\nНомер POS: SHOP-1\nКлюч агента: ${key}\nCrsId: 12\nWMID: 123456789012\n`,
		fields: full,
	},
	{
		title: 'English labels with colons',
		text: `Access line: ${url}\nAgent ID: 1001\nPOS ID: SHOP-1\nAgent key: ${key}\nCRS ID: 12\nWMID: 123456789012`,
		fields: full,
	},
	{
		title: "the module's own names, as its settings file has them",
		text: `Mode=qr\r\nAgentId=1001\r\nWmid=123456789012\r\nPosId=SHOP-1\r\nAgentKey=${key}\r\nCrsId=12\r\nServerUrl=https://dev.example.com\r\nServicePath=/PosIntegration2/ApiService.svc\r\n`,
		fields: full,
	},
	{
		title: "the module's Russian names",
		text: `Номер агента=1001\nWMID=123456789012\nНомер POS=SHOP-1\nКлюч агента=${key}\nCrsId=12\nПароль сертификата=Zx12!pw\nАдрес сервера=https://dev.example.com\nАдрес сервиса=/PosIntegration2/ApiService.svc`,
		fields: {...full, certificatePassword: 'Zx12!pw'},
	},
	{
		title: 'another order, dashes',
		text: `WMID — 123456789012\nCrsId — 12\nКлюч — ${key}\nPOS — SHOP-1\nАгент — 1001\nАдрес для подключения — ${url}`,
		fields: full,
	},
	{
		title: 'running Russian text',
		text: `Добрый день! Для вас заведён агент № 1001, терминал SHOP-1. Адрес шлюза ${url}. Ключ подписи: ${key}\nС уважением, служба подключения.`,
		fields: usual,
	},
	{
		title: 'running English text',
		text: `Hello! Your agent number is 1001 and the terminal id is SHOP-1. The endpoint is ${url}. The secret key is ${key}\nBest regards`,
		fields: usual,
	},
	{
		title: 'values on the lines after their names',
		text: `Строка доступа\n${url}\n\nНомер агента\n1001\n\nНомер POS\nSHOP-1\n\nКлюч агента\n${key}\n`,
		fields: usual,
	},
	{
		title: 'values before their names',
		text: `${url} — строка доступа\n1001 — номер агента\nSHOP-1 — номер POS\n${key} — ключ агента\n12 — CrsId`,
		fields: {...usual, crsId: '12'},
	},
	{
		title: 'a table with bars',
		text: `| Номер агента | 1001 |\n| Номер терминала | SHOP-1 |\n| Ключ агента | ${key} |\n| Строка подключения | ${url} |`,
		fields: usual,
	},
	{
		title: 'a table with tabs',
		text: `Agent\t1001\nTerminal ID\tSHOP-1\nSecret key\t${key}\nURL\t${url}\nWM ID\t123456789012`,
		fields: {...usual, wmid: '123456789012'},
	},
	{
		title: 'a numbered list',
		text: `1. Номер агента: 1001\n2. Номер POS: SHOP-1\n3. Ключ агента: ${key}\n4. Строка доступа: ${url}\n5. CrsId: 12`,
		fields: {...usual, crsId: '12'},
	},
	{
		title: 'both names of a field, one in brackets',
		text: `Номер агента (AgentId): 1001\nНомер POS (PosId): SHOP-1\nКлюч агента (AgentKey): ${key}\nСтрока доступа (URL): ${url}`,
		fields: usual,
	},
	{
		title: 'values in quotation marks',
		text: `Номер агента: «1001», номер POS: «SHOP-1», ключ агента: "${key}", строка доступа: «${url}»`,
		fields: usual,
	},
	{
		title: 'everything on one line',
		text: `agent 1001; pos SHOP-1; key ${key}; crs 12; wmid 123456789012; ${url}`,
		fields: full,
	},
	{
		title: 'an address and a key without a name',
		text: `${url}\nАгент: 1001\nPOS: SHOP-1\n${key}\n123456789012`,
		fields: {...usual, wmid: '123456789012'},
	},
	{
		title: 'an address with a slash at the end and a comma after it',
		text: `Строка доступа: ${url}/, номер агента: 1001, номер POS: SHOP-1, ключ агента: ${key}`,
		fields: usual,
	},
	{
		title: 'other links beside the address of the service',
		text: `Сайт: https://example.com/help. Кабинет: https://lk.example.com/\nСервис: ${url}\nНомер агента 1001\nНомер POS SHOP-1\nКлюч агента ${key}`,
		fields: usual,
	},
	{
		title: 'capital letters and unbreakable blanks',
		text: `НОМЕР\u00a0АГЕНТА:\u00a01001\nНОМЕР\u00a0POS:\u00a0SHOP-1\nКЛЮЧ\u00a0АГЕНТА:\u00a0${key}\nСТРОКА\u00a0ДОСТУПА:\u00a0${url}`,
		fields: usual,
	},
	{
		title: 'a password of the certificate, and a key with signs in it',
		text: `Агент: 1001\nPOS: SHOP-1\nКлюч агента: aB+/9==!x.\nПароль к сертификату: Qw-7.z\n${url}`,
		fields: {...usual, agentKey: 'aB+/9==!x.', certificatePassword: 'Qw-7.z'},
	},
	{
		title: 'WMID that is not used, and a terminal of digits',
		text: `AgentId: 77\nPosId: 000123\nAgentKey: ${key}\nCrsId: 0\nWmid: 0\nEndpoint: ${url}`,
		fields: {accessLine: url, agentId: '77', posId: '000123', agentKey: key, crsId: '0', wmid: '0'},
	},
	{
		title: 'words between a name and its value',
		text: `Ваш номер агента в системе: 1001\nНомер POS для этой кассы: SHOP-1\nКлюч агента для подписи запросов: ${key}\nСтрока доступа: ${url}`,
		fields: usual,
	},
	{
		title: 'a quoted reply',
		text: `> Номер агента: 1001\n> Номер POS: SHOP-1\n> Ключ агента: ${key}\n> Строка доступа: ${url}\n>\n> Сертификат во вложении, пароль: tt9-Kp`,
		fields: {...usual, certificatePassword: 'tt9-Kp'},
	},
	{
		title: 'nothing of a till',
		text: 'Здравствуйте! Договор подписан, ключ и сертификат пришлём отдельным письмом. Номер агента сообщим позже.',
		fields: {},
	},
];
