// The texts of a sandbox till's three settings files (contracts: settings).
import type {SandboxTillOptions} from './till.ts';

/** The payment types of the sandbox's Cashier: code, name, slot in the register, and the system that each stands for. */
const paymentTypes = [
	{system: 'SBP', code: '7', name: 'СБП', registerSlot: 2},
	{system: 'WebMoney', code: '8', name: 'WebMoney', registerSlot: 3},
	{system: 'WeChat', code: '9', name: 'WeChat', registerSlot: 4},
	{system: 'Alipay', code: '10', name: 'Alipay', registerSlot: 5},
] as const;

/** What an admin writes into table 5 of the register of such a till. */
export const sandboxPaymentNames: readonly {readonly slot: number; readonly name: string}[] =
	paymentTypes.map(({registerSlot, name}) => ({slot: registerSlot, name}));

/** The first line of every sandbox till's settings: by it the sandbox knows its own. */
export const sandboxMark = '; Учебная касса: шлюз песочницы, настоящих денег здесь нет';

/** WebMoneySettings.txt, UTF-8. */
export function settingsText(options: SandboxTillOptions): string {
	const {
		access,
		certificates,
		gatewayUrl,
		servicePath,
		responseTimeoutS = 180,
		statusErrorLimit = 5,
	} = options;
	return lines(
		sandboxMark,
		'Mode=qr',
		`AgentId=${access.agentId}`,
		`Wmid=${access.wmid}`,
		`PosId=${access.posId}`,
		`AgentKey=${access.agentKey}`,
		`CrsId=${access.crsId}`,
		`CertificatePassword=${certificates.client.password}`,
		`ResponseTimeoutS=${responseTimeoutS}`,
		`StatusErrorLimit=${statusErrorLimit}`,
		`ServerUrl=${gatewayUrl}`,
		`ServicePath=${servicePath}`,
	);
}

/** WebMoneyPaymentTypes.txt, UTF-8. */
export const typesText = (): string =>
	lines(
		'; Платёжная система = Код вида оплаты в Кассире',
		...paymentTypes.map(({system, code}) => `${system}=${code}`),
	);

/** till.json. */
export function tillJson(options: SandboxTillOptions): string {
	const {registerAddress, dialect = 'qpg1', language = 'ru', pollIntervalS = 5} = options;
	const till = {
		version: 1,
		name: options.name ?? 'Учебная касса',
		dialect,
		gateway: {caFile: 'ca.pem'},
		pollIntervalS,
		paymentTypes: paymentTypes.map(({code, name, registerSlot}) => ({code, name, registerSlot})),
		register: {
			link: registerAddress === null ? 'none' : 'tcp',
			address: registerAddress,
			baudRate: 115200,
			password: 30,
			taxSystem: null,
			vat: 'none',
		},
		customer: {
			qrOn: options.qrOn ?? (registerAddress === null ? ['screen'] : ['screen', 'paper']),
			display: {kind: 'none', port: null},
		},
		ui: {language, sound: true, qr: 'auto'},
		pinHash: null,
	};
	return lines(JSON.stringify(till, null, '\t'));
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
