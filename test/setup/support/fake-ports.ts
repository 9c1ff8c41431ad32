// A world for the screens: a till that takes everything, a gateway that answers, a register that prints. Each test changes its part.
import {type CertificateFault, idle} from '../../../source/core/index.ts';
import type {LetterValues, SetupPorts, TillFacts, TriedCertificate} from '../../../source/setup/index.ts';

export const noLetter: LetterValues = {
	accessLine: '',
	agentId: '',
	posId: '',
	agentKey: '',
	crsId: '',
	wmid: '',
	certificatePassword: '',
};

export const emptyFacts: TillFacts = {
	letter: noLetter,
	secrets: new Set(),
	hasCertificate: false,
	types: [],
	register: null,
	qr: 'auto',
	qrOn: ['screen'],
	responseTimeoutS: 180,
	hasPin: false,
	draft: null,
};

export const goodFile: TriedCertificate = {
	path: '/media/stick/SHOP-1.pfx',
	ok: true,
	owner: 'SHOP-1',
	validFrom: '2026-01-01T00:00:00.000Z',
	validTo: '2027-01-01T00:00:00.000Z',
	warnings: [],
};

export const badFile = (fault: CertificateFault): TriedCertificate => ({
	path: '/media/stick/other.pfx',
	ok: false,
	fault,
});

const links = ['dns', 'tcp', 'tls', 'certificate', 'service', 'signature', 'clock', 'answer'] as const;

/** What was saved, in order. */
export type Saved = {readonly what: string; readonly value: unknown}[];

export function fakePorts(change: Partial<SetupPorts> = {}): SetupPorts & {readonly saved: Saved} {
	const saved: Saved = [];
	let facts = emptyFacts;
	const save =
		(what: string) =>
		async (...value: readonly unknown[]) => {
			saved.push({what, value: value.length === 1 ? value[0] : value});
			return {type: 'saved'} as const;
		};
	return {
		saved,
		read: () => facts,
		saveDraft: () => undefined,
		async saveLetter(letter) {
			facts = {
				...facts,
				letter: {...letter, agentKey: '', certificatePassword: ''},
				secrets: new Set(['agentKey']),
			};
			return save('letter')(letter);
		},
		findCertificates: async () => [goodFile.path],
		tryCertificate: async () => goodFile,
		takeCertificate: save('certificate'),
		probe: async () => ({
			rows: links.map((link) => ({link, ms: 12, ok: true, seen: link === 'answer' ? 'sbp, wechat' : ''})),
			systems: ['sbp', 'wechat'],
			roots: [],
		}),
		takeRoot: save('root'),
		saveTypes: save('types'),
		findRegisters: async (address) => [
			{link: 'tcp', address: address ?? '192.168.137.111:7778', model: 'ШТРИХ-М-01Ф'},
		],
		saveRegister: save('register'),
		testPrint: async () => ({ok: true}),
		readNames: async () => ({ok: true, names: []}),
		writeNames: async () => ({ok: true, names: []}),
		saveQr: save('qr'),
		sandboxPayment: async () => ({type: 'failed', text: String(idle.phase)}),
		realPayment: async () => ({type: 'failed', text: 'нет связи'}),
		saveResponseTime: save('time'),
		savePin: save('pin'),
		checkPin: async (pin) => (pin === '4711' ? 'ok' : 'wrong'),
		...change,
	};
}
