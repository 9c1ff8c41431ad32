// The names under which letters speak of each field, in Russian and in English. Longer names first where one begins another.
import type {LetterField} from './fields.ts';

/** Where the service lives: as one line, or in two parts. */
export type LabelledField = LetterField | 'server' | 'service';

/** `№`, `#` and blanks between the words of a name are up to the writer: a blank here is any of them. */
const names: Readonly<Record<LabelledField, readonly string[]>> = {
	accessLine: [
		'(?:строка|ссылка|адрес|путь)(?: для)? (?:доступа|подключения)',
		'(?:access|connection) (?:line|string|url|address|point)',
		'(?:service )?end ?point',
		'url(?: (?:сервиса|шлюза|service))?',
		'адрес шлюза',
		'gateway(?: (?:url|address))?',
	],
	server: ['адрес сервера', 'server ?url', 'server(?: address)?', 'сервер'],
	service: ['адрес сервиса', 'путь (?:к )?сервиса?у?', 'service ?path', 'service(?: address)?', 'сервис'],
	agentId: [
		'(?:номер|код|id|идентификатор|ид) агента',
		'agent ?(?:id|no|number|code)',
		'агент(?: (?:id|номер))?',
		'agent',
	],
	posId: [
		'(?:номер|код|id|идентификатор|ид) (?:pos(?:-терминала)?|терминала|кассы|точки(?: (?:продаж|оплаты))?)',
		'pos ?(?:id|no|number|code)',
		'terminal(?: ?(?:id|no|number))?',
		'pos(?:-терминал| терминал)?',
		'терминал',
	],
	agentKey: [
		'(?:секретный |тайный )?ключ(?: (?:агента|подписи|доступа|api))?',
		'agent ?key',
		'(?:secret|api|access|signing)(?: |_)key',
		'secret',
		'key',
	],
	crsId: ['crs ?(?:id|no|number)', '(?:номер|код|id) crs', 'crs'],
	wmid: ['wm ?id', 'wm(?: |-)идентификатор', 'webmoney ?id', 'идентификатор webmoney'],
	certificatePassword: [
		'пароль(?: (?:от|к|для|на))?(?: (?:сертификат(?:а|у)?|файл(?:а|у)?(?: сертификата)?|pfx))',
		'(?:certificate|pfx|p12|file) ?pass(?:word|phrase)',
		'pass(?:word|phrase)(?: (?:for|of|to) (?:the )?(?:certificate|pfx|file))?',
		'пароль',
	],
};

const pattern = (name: string): string => name.replaceAll(' ', '[ №#_-]*');

/** One expression for all names; the group that matched is the field. Letters and digits may not touch a name. */
export const labelPattern = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:${Object.entries(names)
		.map(([field, all]) => `(?<${field}>${all.map(pattern).join('|')})`)
		.join('|')})(?![\\p{L}\\p{N}])`,
	'giu',
);
