// По-русски: что случилось со шлюзом, и что делать.
import type {GatewayWording} from '../gateway.ts';
import {clockTimes} from '../gateway-describe.ts';

const network = 'Проверьте сеть кассы: кабель, Wi-Fi, роутер.';
const waitOrSupport = 'Если повторяется — позвоните в платёжную систему.';
const showAdmin = 'Покажите это администратору.';
const addressWrong = 'Проверьте «Адрес сервера» и «Адрес сервиса» в настройках.';
const askVendor = 'Спросите платёжную систему, не сменила ли она формат ответов.';
const otherAnswer = 'Ничего не повторяйте вручную; позвоните в платёжную систему.';

export const gatewayFaultsRu: GatewayWording['faults'] = {
	ENOTFOUND: (where) => [`Имя сервера не найдено: ${where}.`, `${network} ${addressWrong}`],
	EAI_AGAIN: (where) => [`Служба имён (DNS) не отвечает, искали ${where}.`, network],
	DNS_TIMEOUT: (where) => [`Служба имён (DNS) молчит, искали ${where}.`, network],
	ECONNREFUSED: (where) => [
		`Сервер ${where} не принимает соединения.`,
		`${addressWrong} Если адрес верен, сервер остановлен: ${waitOrSupport.toLowerCase()}`,
	],
	EHOSTUNREACH: (where) => [`До сервера ${where} нет пути.`, network],
	ENETUNREACH: (where) => [`У кассы нет сети, до ${where} не добраться.`, network],
	CONNECT_FAILED: (where) => [`Не удалось соединиться: ${where}.`, network],
	CONNECT_TIMEOUT: (where) => [
		`Сервер ${where} не отвечает на попытку соединиться.`,
		`${network} Возможно, адрес закрыт сетевым экраном.`,
	],
	ECONNRESET: (where) => [`Соединение с ${where} оборвано.`, waitOrSupport],
	CLOSED: (where) => [`Сервер ${where} закрыл соединение, не ответив.`, waitOrSupport],
	ANSWER_CUT: (where) => [`Ответ сервера ${where} оборвался на середине.`, `${network} ${waitOrSupport}`],
	SERVER_CERT_UNKNOWN_AUTHORITY: (where) => [
		`Сертификат сервера ${where} выдан неизвестным центром.`,
		'Возьмите у платёжной системы файл её центра и укажите его в till.json (gateway.caFile). Если сеть чужая, трафик могут подменять.',
	],
	SERVER_CERT_EXPIRED: (where) => [
		`Срок сертификата сервера ${where} истёк.`,
		'Проверьте дату на кассе. Если она верна, позвоните в платёжную систему.',
	],
	SERVER_CERT_NOT_YET_VALID: (where) => [
		`Сертификат сервера ${where} ещё не действует.`,
		'Проверьте дату и время на кассе.',
	],
	SERVER_CERT_NAME: (where) => [
		`Сертификат сервера выдан на другое имя, не на ${where}.`,
		`${addressWrong} Если адрес верен, трафик могут подменять: ${showAdmin.toLowerCase()}`,
	],
	SERVER_CERT_BAD: (where) => [`Сертификат сервера не прошёл проверку: ${where}.`, showAdmin],
	CA_FILE: () => [
		'Файл центра сертификации (gateway.caFile) не читается: в нём нет сертификатов PEM.',
		'Возьмите файл у платёжной системы заново.',
	],
	TLS_PROTOCOL: (where) => [
		`Сервер не говорит по TLS как положено: ${where}.`,
		`${addressWrong} Часто это порт без https или прокси.`,
	],
	TLS_VERSION: (where) => [
		`У кассы и сервера ${where} нет общей версии TLS (нужны 1.2 или 1.3).`,
		'Позвоните в платёжную систему.',
	],
	TLS_CLOSED: (where) => [
		`Сервер ${where} закрыл соединение посреди рукопожатия TLS.`,
		`Возможно, мешает сетевой экран или прокси. ${waitOrSupport}`,
	],
	TLS_TIMEOUT: (where) => [
		`Сервер ${where} не закончил рукопожатие TLS.`,
		`${network} Возможно, мешает сетевой экран или прокси.`,
	],
	CLIENT_CERT_REFUSED: (where) => [
		`Сервер ${where} закрыл соединение сразу после рукопожатия: скорее всего, он не принял сертификат кассы.`,
		'Проверьте срок и номер POS сертификата; позвоните в платёжную систему, действует ли он.',
	],
	CERT: (said) => [
		`Шлюз не принял сертификат: он не на этот номер POS${told(said)}.`,
		'Проверьте, что файл <POS>.pfx выдан на «Номер POS» из настроек.',
	],
	ANSWER_TIMEOUT: (where) => [`Сервер ${where} принял вопрос, но вовремя не ответил.`, waitOrSupport],
	BODY_TIMEOUT: (where) => [`Сервер ${where} начал отвечать, но вовремя не закончил.`, waitOrSupport],
	ABORTED: (where) => [`Вопрос к ${where} отменён кассой.`, 'Делать ничего не нужно.'],
	CLOCK: (detail) => {
		const times = clockTimes(detail);
		return [
			times
				? `Часы кассы и шлюза расходятся: у шлюза ${times.gateway}, у кассы ${times.till} (UTC).`
				: 'Часы кассы и шлюза расходятся больше чем на 5 минут.',
			'Поставьте на кассе верные дату, время и часовой пояс.',
		];
	},
	NONCE: (said) => [`Шлюз считает вопрос повтором старого${told(said)}.`, waitOrSupport],
	SIGN: (said) => [`Шлюз не принял подпись${told(said)}.`, 'Проверьте «Ключ агента» в настройках.'],
	AGENT: (said) => [`Шлюз не знает этого агента${told(said)}.`, 'Проверьте «Номер агента» в настройках.'],
	NOT_FOUND: (said) => [`Шлюз не знает этого заказа${told(said)}.`, waitOrSupport],
	GATEWAY_CODE: (said) => [`Шлюз ответил ошибкой ${said}.`, waitOrSupport],
	NO_OPERATION: (name) => [
		`В карте диалекта нет операции ${name}: этот шлюз её не умеет.`,
		'Если умеет, допишите её в карту (settings/dialects/wcf-json.json).',
	],
	NOT_HTTP: (where) => [`Сервер ${where} ответил не по HTTP.`, addressWrong],
	HTTP_3XX: (to, status) => [
		`Сервер отсылает на другой адрес (HTTP ${status})${told(to)}; касса туда не ходит.`,
		addressWrong,
	],
	HTTP_401: (said) => [
		`Шлюз не признал кассу (HTTP 401)${told(said)}.`,
		'Проверьте номер и ключ агента и сертификат.',
	],
	HTTP_403: (said) => [
		`Сервер не пускает кассу (HTTP 403)${told(said)}.`,
		'Часто так отвечают на неподходящий сертификат: проверьте его и позвоните в платёжную систему.',
	],
	HTTP_404: (said) => [`По этому адресу сервиса нет (HTTP 404)${told(said)}.`, addressWrong],
	HTTP_407: (said) => [
		`Прокси в сети требует входа (HTTP 407)${told(said)}.`,
		'Кассе нужен прямой выход к серверу: скажите тому, кто ведёт сеть.',
	],
	HTTP_429: (said) => [
		`Шлюз просит спрашивать реже (HTTP 429)${told(said)}.`,
		'Подождите минуту. Если повторяется — увеличьте pollIntervalS.',
	],
	HTTP_4XX: (said, status) => [`Шлюз отказал (HTTP ${status})${told(said)}.`, waitOrSupport],
	HTTP_5XX: (said, status) => [`На стороне шлюза сбой (HTTP ${status})${told(said)}.`, waitOrSupport],
	HTTP_OTHER: (said, status) => [`Неожиданный ответ HTTP ${status}${told(said)}.`, waitOrSupport],
	HTML: () => [
		'Вместо шлюза ответила веб-страница: прокси, вход в сеть или не тот адрес.',
		`Откройте любой сайт с этой машины: не просит ли сеть войти. ${addressWrong}`,
	],
	CONTENT_TYPE: (type) => [`Ответ шлюза не application/json: ${type}.`, `${addressWrong} ${askVendor}`],
	TOO_LONG: () => ['Ответ шлюза длиннее 64 КиБ.', askVendor],
	NOT_JSON: () => ['Ответ шлюза не разобрать: это не JSON.', askVendor],
	MISSING_FIELD: (field) => [`В ответе шлюза нет поля ${field}.`, askVendor],
	BAD_FIELD: (field) => [`В ответе шлюза неверное поле ${field}.`, askVendor],
	UNKNOWN_STATUS: (field) => [`Шлюз назвал состояние, которого касса не знает: ${field}.`, askVendor],
	OTHER_ORDER: (orderId) => [`Шлюз ответил о другом заказе: ${orderId}.`, otherAnswer],
	OTHER_AMOUNT: (kopecks) => [`Шлюз назвал другую сумму: ${kopecks} коп.`, otherAnswer],
	OTHER_CURRENCY: (currency) => [`Шлюз назвал другую валюту: ${currency}.`, otherAnswer],
	OTHER_SYSTEM: (system) => [`Шлюз назвал другую платёжную систему: ${system}.`, otherAnswer],
};

export const otherFaultRu: GatewayWording['otherFault'] = (code, detail) => [
	`Шлюз не ответил как положено: ${code}${told(detail)}.`,
	waitOrSupport,
];

/** What the other side said of it, where it said anything. */
function told(detail: string): string {
	return detail === '' ? '' : `: ${detail}`;
}
