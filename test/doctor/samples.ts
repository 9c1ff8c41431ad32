// What the probes of a till that is well bring home; tests change one thing of it.
import type {AllProbed, GatewayStep, Probed, RegisterFacts, RegisterSeen} from '../../source/doctor/index.ts';

export const seen = <Seen>(what: Seen): Probed<Seen> => ({type: 'seen', seen: what});

const links = ['dns', 'tcp', 'tls', 'certificate', 'service', 'signature', 'clock', 'answer'] as const;

/** All links up to and with this one, well. */
export const steps = (upTo: (typeof links)[number]): readonly GatewayStep[] =>
	links.slice(0, links.indexOf(upTo) + 1).map((step) => ({step, ms: 1, ok: true, seen: ''}));

export const wellPong = {timeS: 1_760_000_000, nowS: 1_760_000_000, systems: ['sbp', 'alipay']} as const;

const facts: RegisterFacts = {
	name: 'ШТРИХ-М-02Ф',
	address: '192.168.1.50:7778',
	mode: 2,
	modeStatus: 0,
	submode: 0,
	operations: 0,
	totalKopecks: null,
	hasPaper: true,
	isCoverOpen: false,
	clock: {at: '2026-01-31 09:00:00', minutesOff: 0},
	shift: {number: 7, receipts: 3},
	storage: {
		type: 'seen',
		number: '9999078900001234',
		phase: 3,
		warnings: [],
		expires: '2027-01-01',
		isExpired: false,
		waiting: 0,
	},
	otherNames: [],
};

export const register = (change: Partial<RegisterFacts>): Probed<RegisterSeen> =>
	seen({type: 'answered', facts: {...facts, ...change}});

export const allWell: AllProbed = {
	settings: seen({
		type: 'read',
		till: {
			name: 'Касса 1',
			posId: 'N100',
			dialect: 'qpg1',
			systems: ['sbp'],
			qrOn: ['screen'],
			qrSetting: 'auto',
		},
		warnings: [],
	}),
	certificate: seen({
		type: 'opened',
		file: 'N100.pfx',
		subjectCn: 'N100',
		validTo: '2027-01-01T00:00:00.000Z',
		warnings: [],
		isOpenToOthers: false,
	}),
	gateway: seen({host: 'gw.example', steps: steps('answer'), pong: wellPong}),
	register: register({}),
	display: seen({type: 'there', kind: 'mertech-qr-pay', port: '/dev/ttyACM0'}),
	terminal: seen({
		type: 'there',
		columns: 80,
		rows: 24,
		env: {TERM: 'xterm-256color', LANG: 'ru_RU.UTF-8'},
	}),
	disk: seen({type: 'written', freeBytes: 8e9, fsyncMs: 4}),
	journal: seen({
		type: 'read',
		rows: 12,
		lastAt: '2026-01-31T09:00:00.000Z',
		damage: null,
		isWhole: true,
		openOrders: [],
		kept: [],
		opened: null,
	}),
	version: seen({version: '0.1.0', node: '24.21.0', platform: 'linux x64'}),
};
