// The wizard's ports: settings, certificates, gateway, register and sandbox plugged into one.
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {type Language, linkNames} from '../core/index.ts';
import {hashPin} from '../settings/index.ts';
import type {LetterField, LetterValues, SaveEnd, SetupPorts, TillFacts} from '../setup/index.ts';
import {findCertificates, takeCertificate, takeRoot, tryCertificate} from './setup-certificates.ts';
import {letterChanges} from './setup-letter.ts';
import {probeSettings} from './setup-probe.ts';
import {registerPorts} from './setup-register.ts';
import type {SetupStore} from './setup-store.ts';
import {realPayment, sandboxPayment} from './setup-trial.ts';
import {typeChanges, typeRows} from './setup-types.ts';

export type PortOptions = {
	readonly store: SetupStore;
	readonly language: Language;
	/** Lets the till go for a real payment, which takes it by itself; the answer takes it again. */
	readonly letGo: () => () => void;
};

/** The world of one run of the wizard. */
export function setupPorts({store, language, letGo}: PortOptions): SetupPorts {
	const {folder} = store;
	let certificateFolder: string | null = null;
	return {
		read: () => factsOf(store),
		saveDraft: (draft) => store.writeDraft(draft),
		saveLetter: (letter) => saveLetter(store, letter, language),
		findCertificates: (path) => findCertificates(store, path),
		tryCertificate: (path, password) => tryCertificate(store, path, password),
		takeCertificate(path, password) {
			certificateFolder = dirname(path);
			return takeCertificate(store, path, password);
		},
		probe: () => probeSettings(store, language, certificateFolder),
		takeRoot: (path) => takeRoot(store, path),
		saveTypes: (rows) => store.write(typeChanges(rows, store.read())),
		...registerPorts(store, language),
		saveQr(qr, qrOn) {
			const display = store.read().tillFile.customer.qrOn.filter((place) => place === 'display');
			return store.write([
				{key: 'ui.qr', value: qr},
				{key: 'customer.qrOn', value: JSON.stringify([...qrOn, ...display])},
			]);
		},
		sandboxPayment: (watch) => sandboxPayment(language, watch),
		async realPayment(watch, signal) {
			const takeAgain = letGo();
			try {
				return await realPayment(folder, language, watch, signal);
			} finally {
				takeAgain();
			}
		},
		saveResponseTime: (seconds) => store.write([{key: 'ResponseTimeoutS', value: String(seconds)}]),
		savePin: async (pin) => store.write([{key: 'pinHash', value: await hashPin(pin)}]),
		checkPin: (pin) => store.unlock(pin),
	};
}

/** The letter; with the first setting of a new till its language too. */
export async function saveLetter(
	store: SetupStore,
	letter: LetterValues,
	language: Language,
): Promise<SaveEnd> {
	const end = letterChanges(letter);
	if (!end.ok) return {type: 'refused', problems: [end.problem]};
	const first = store.read().hasTillFile ? [] : [{key: 'ui.language', value: language}];
	return store.write([...end.changes, ...first]);
}

function factsOf(store: SetupStore): TillFacts {
	const set = store.read();
	const {module, tillFile} = set;
	const secrets = new Set<LetterField>();
	if (module.AgentKey) secrets.add('agentKey');
	if (module.CertificatePassword) secrets.add('certificatePassword');
	const {link, address, baudRate} = tillFile.register;
	const hasLinks = linkNames.some((name) => set.links.has(name));
	return {
		letter: {
			accessLine: `${module.ServerUrl ?? ''}${module.ServicePath ?? ''}`,
			agentId: module.AgentId ?? '',
			posId: module.PosId ?? '',
			crsId: module.CrsId ?? '',
			wmid: module.Wmid ?? '',
			// Secrets stay in their file.
			agentKey: '',
			certificatePassword: '',
		},
		secrets,
		hasCertificate: existsSync(join(store.folder, `${module.PosId ?? ''}.pfx`)),
		types: hasLinks ? typeRows(set) : [],
		register:
			link === 'none' || address === null
				? null
				: link === 'tcp'
					? {link, address}
					: {link, address, baudRate},
		qr: tillFile.ui.qr,
		qrOn: tillFile.customer.qrOn,
		responseTimeoutS: Number(module.ResponseTimeoutS ?? '180'),
		hasPin: tillFile.pinHash !== null,
		draft: store.readDraft(),
	};
}
