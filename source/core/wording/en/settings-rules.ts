// What is allowed for each setting, and an example, in English.
import type {SettingsWording} from '../settings.ts';

export const settingsRulesEn: SettingsWording['rules'] = {
	Mode: {allowed: '“qr” or “Оплата по qr чеку”', example: 'Mode=qr'},
	AgentId: {allowed: '1 to 32 digits', example: 'AgentId=100500'},
	Wmid: {allowed: '0 or 12 digits', example: 'Wmid=0'},
	PosId: {allowed: '1 to 64 characters of A–Z, a–z, 0–9, “_”, “-”', example: 'PosId=SHOP12_1'},
	AgentKey: {allowed: '1 to 512 characters', example: 'AgentKey=key from the letter'},
	CrsId: {allowed: '1 to 32 digits', example: 'CrsId=0'},
	CertificatePassword: {
		allowed: 'up to 256 characters, may be empty',
		example: 'CertificatePassword=password from the letter',
	},
	ResponseTimeoutS: {allowed: 'whole seconds from 10 to 3600', example: 'ResponseTimeoutS=180'},
	StatusErrorLimit: {allowed: 'a whole number from 0 to 100', example: 'StatusErrorLimit=5'},
	ServerUrl: {
		allowed: 'https://server or https://server:port, no slash at the end',
		example: 'ServerUrl=https://dev.runpay.com',
	},
	ServicePath: {
		allowed: 'a path with a slash at the start and none at the end',
		example: 'ServicePath=/PosIntegration2/ApiService.svc',
	},
	SBP: {allowed: 'a payment type code of 1 to 9 digits, or empty', example: 'SBP=7'},
	WebMoney: {allowed: 'a payment type code of 1 to 9 digits, or empty', example: 'WebMoney=8'},
	WeChat: {allowed: 'a payment type code of 1 to 9 digits, or empty', example: 'WeChat=9'},
	Alipay: {allowed: 'a payment type code of 1 to 9 digits, or empty', example: 'Alipay=10'},
	version: {allowed: 'the number 1', example: '"version": 1'},
	name: {allowed: '1 to 64 visible characters', example: '"name": "Till 1"'},
	dialect: {allowed: '"qpg1" or "wcf-json"', example: '"dialect": "qpg1"'},
	gateway: {allowed: 'an object in braces', example: '"gateway": {"caFile": null}'},
	'gateway.caFile': {allowed: 'the path of a PEM file or null', example: '"caFile": "ca.pem"'},
	pollIntervalS: {
		allowed: 'whole seconds from 1 to 60 (the payment system asks for 5)',
		example: '"pollIntervalS": 5',
	},
	paymentTypes: {
		allowed: 'a list of up to 100 rows in square brackets',
		example: '"paymentTypes": [{"code": "7", "name": "СБП", "registerSlot": 2}]',
	},
	'paymentTypes.*': {
		allowed: 'an object with code, name, registerSlot',
		example: '{"code": "7", "name": "СБП", "registerSlot": 2}',
	},
	'paymentTypes.*.code': {allowed: '1 to 9 digits in quotes', example: '"code": "7"'},
	'paymentTypes.*.name': {allowed: '1 to 40 visible characters', example: '"name": "СБП"'},
	'paymentTypes.*.registerSlot': {
		allowed: 'the payment slot of the register, a whole number from 2 to 13',
		example: '"registerSlot": 2',
	},
	register: {allowed: 'an object in braces', example: '"register": {"link": "none"}'},
	'register.link': {allowed: '"none", "tcp" or "serial"', example: '"link": "tcp"'},
	'register.address': {
		allowed: 'host:port for tcp, a device for serial, or null',
		example: '"address": "192.168.1.50:7778" or "address": "/dev/ttyUSB0"',
	},
	'register.baudRate': {
		allowed: '2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800 or 921600',
		example: '"baudRate": 115200',
	},
	'register.password': {allowed: 'a whole number from 0 to 99999999', example: '"password": 30'},
	'register.taxSystem': {
		allowed: 'null, 1 (ОСН), 2 (УСН доход), 4 (УСН доход−расход), 8 (ЕНВД), 16 (ЕСХН) or 32 (ПСН)',
		example: '"taxSystem": 1',
	},
	'register.vat': {allowed: '"none", "0", "5", "7", "10", "20" or "22"', example: '"vat": "none"'},
	customer: {allowed: 'an object in braces', example: '"customer": {"qrOn": ["screen"]}'},
	'customer.qrOn': {
		allowed: 'a list of "screen", "paper", "display", at least one',
		example: '"qrOn": ["screen", "paper"]',
	},
	'customer.qrOn.*': {allowed: '"screen", "paper" or "display"', example: '"qrOn": ["screen"]'},
	'customer.display': {
		allowed: 'an object in braces',
		example: '"display": {"kind": "none", "port": null}',
	},
	'customer.display.kind': {allowed: '"none" or "mertech-qr-pay"', example: '"kind": "none"'},
	'customer.display.port': {allowed: 'the name of a port or null', example: '"port": "/dev/ttyACM0"'},
	ui: {
		allowed: 'an object in braces',
		example: '"ui": {"language": "en", "sound": true, "qr": "auto"}',
	},
	'ui.language': {allowed: '"ru" or "en"', example: '"language": "en"'},
	'ui.sound': {allowed: 'true or false', example: '"sound": true'},
	'ui.qr': {allowed: '"auto", "half-blocks", "spaces", "ascii" or "none"', example: '"qr": "auto"'},
	pinHash: {allowed: 'null or the scrypt hash that the program makes', example: '"pinHash": null'},
};
