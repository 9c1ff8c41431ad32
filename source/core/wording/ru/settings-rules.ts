// What is allowed for each setting, and an example, in Russian.
import type {SettingsWording} from '../settings.ts';

export const settingsRulesRu: SettingsWording['rules'] = {
	Mode: {allowed: '«qr» или «Оплата по qr чеку»', example: 'Mode=qr'},
	AgentId: {allowed: 'от 1 до 32 цифр', example: 'AgentId=100500'},
	Wmid: {allowed: '0 или 12 цифр', example: 'Wmid=0'},
	PosId: {allowed: 'от 1 до 64 знаков из A–Z, a–z, 0–9, «_», «-»', example: 'PosId=SHOP12_1'},
	AgentKey: {allowed: 'от 1 до 512 знаков', example: 'AgentKey=ключ из письма'},
	CrsId: {allowed: 'от 1 до 32 цифр', example: 'CrsId=0'},
	CertificatePassword: {
		allowed: 'до 256 знаков, может быть пустым',
		example: 'CertificatePassword=пароль из письма',
	},
	ResponseTimeoutS: {allowed: 'целое число секунд от 10 до 3600', example: 'ResponseTimeoutS=180'},
	StatusErrorLimit: {allowed: 'целое число от 0 до 100', example: 'StatusErrorLimit=5'},
	ServerUrl: {
		allowed: 'https://сервер или https://сервер:порт, без косой черты в конце',
		example: 'ServerUrl=https://dev.runpay.com',
	},
	ServicePath: {
		allowed: 'путь с косой чертой в начале и без неё в конце',
		example: 'ServicePath=/PosIntegration2/ApiService.svc',
	},
	SBP: {allowed: 'код типа оплаты, от 1 до 9 цифр, или пусто', example: 'SBP=7'},
	WebMoney: {allowed: 'код типа оплаты, от 1 до 9 цифр, или пусто', example: 'WebMoney=8'},
	WeChat: {allowed: 'код типа оплаты, от 1 до 9 цифр, или пусто', example: 'WeChat=9'},
	Alipay: {allowed: 'код типа оплаты, от 1 до 9 цифр, или пусто', example: 'Alipay=10'},
	version: {allowed: 'число 1', example: '"version": 1'},
	name: {allowed: 'от 1 до 64 видимых знаков', example: '"name": "Касса 1"'},
	dialect: {allowed: '"qpg1" или "wcf-json"', example: '"dialect": "qpg1"'},
	gateway: {allowed: 'объект в фигурных скобках', example: '"gateway": {"caFile": null}'},
	'gateway.caFile': {allowed: 'путь к файлу PEM или null', example: '"caFile": "ca.pem"'},
	pollIntervalS: {
		allowed: 'целое число секунд от 1 до 60 (платёжная система просит 5)',
		example: '"pollIntervalS": 5',
	},
	paymentTypes: {
		allowed: 'список до 100 строк в квадратных скобках',
		example: '"paymentTypes": [{"code": "7", "name": "СБП", "registerSlot": 2}]',
	},
	'paymentTypes.*': {
		allowed: 'объект с полями code, name, registerSlot',
		example: '{"code": "7", "name": "СБП", "registerSlot": 2}',
	},
	'paymentTypes.*.code': {allowed: 'от 1 до 9 цифр в кавычках', example: '"code": "7"'},
	'paymentTypes.*.name': {allowed: 'от 1 до 40 видимых знаков', example: '"name": "СБП"'},
	'paymentTypes.*.registerSlot': {
		allowed: '«Номер оплаты в ККМ», целое число от 2 до 13',
		example: '"registerSlot": 2',
	},
	register: {allowed: 'объект в фигурных скобках', example: '"register": {"link": "none"}'},
	'register.link': {allowed: '"none", "tcp" или "serial"', example: '"link": "tcp"'},
	'register.address': {
		allowed: 'сервер:порт для tcp, устройство для serial или null',
		example: '"address": "192.168.1.50:7778" или "address": "/dev/ttyUSB0"',
	},
	'register.baudRate': {
		allowed: '2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800 или 921600',
		example: '"baudRate": 115200',
	},
	'register.password': {allowed: 'целое число от 0 до 99999999', example: '"password": 30'},
	'register.taxSystem': {
		allowed: 'null, 1 (ОСН), 2 (УСН доход), 4 (УСН доход−расход), 8 (ЕНВД), 16 (ЕСХН) или 32 (ПСН)',
		example: '"taxSystem": 1',
	},
	'register.vat': {allowed: '"none", "0", "5", "7", "10", "20" или "22"', example: '"vat": "none"'},
	customer: {allowed: 'объект в фигурных скобках', example: '"customer": {"qrOn": ["screen"]}'},
	'customer.qrOn': {
		allowed: 'список из "screen", "paper", "display", хотя бы одно',
		example: '"qrOn": ["screen", "paper"]',
	},
	'customer.qrOn.*': {allowed: '"screen", "paper" или "display"', example: '"qrOn": ["screen"]'},
	'customer.display': {
		allowed: 'объект в фигурных скобках',
		example: '"display": {"kind": "none", "port": null}',
	},
	'customer.display.kind': {allowed: '"none" или "mertech-qr-pay"', example: '"kind": "none"'},
	'customer.display.port': {allowed: 'имя порта или null', example: '"port": "/dev/ttyACM0"'},
	ui: {
		allowed: 'объект в фигурных скобках',
		example: '"ui": {"language": "ru", "sound": true, "qr": "auto"}',
	},
	'ui.language': {allowed: '"ru" или "en"', example: '"language": "ru"'},
	'ui.sound': {allowed: 'true или false', example: '"sound": true'},
	'ui.qr': {allowed: '"auto", "half-blocks", "spaces", "ascii" или "none"', example: '"qr": "auto"'},
	pinHash: {allowed: 'null или хеш scrypt, который делает программа', example: '"pinHash": null'},
};
