// Plugs the rooms into the doctor: each probe asks its room and hands on plain facts.
import {statSync} from 'node:fs';
import {basename} from 'node:path';
import {
	type CertificateSeen,
	type DoctorPorts,
	probeDisk,
	probeDisplay,
	probeTerminal,
	type SettingsSeen,
} from '../../doctor/index.ts';
import {type ClientCertificate, type Dialect, openCertificate} from '../../gateway/index.ts';
import {loadTill, type Till} from '../../settings/index.ts';
import {readDialect} from '../open-gateway.ts';
import {programVersion} from '../program-files.ts';
import {seeGateway} from './see-gateway.ts';
import {seeJournal} from './see-journal.ts';
import {seeRegister} from './see-register.ts';

type Opened = {readonly till: Till; readonly dialect: Dialect};

/** The probes of one till. What the settings say is read once and kept for the probes that follow. */
export function doctorPorts(folder: string): DoctorPorts {
	let opened: Opened | null = null;
	let certificate: ClientCertificate | null = null;
	const till = (): Opened => {
		if (!opened) throw new Error('a probe of a till whose settings were not read');
		return opened;
	};
	return {
		settings: async () => {
			const seen = seeSettings(folder);
			opened = seen.opened;
			return seen.seen;
		},
		certificate: async () => {
			const seen = await seeCertificate(till().till);
			certificate = seen.certificate;
			return seen.seen;
		},
		gateway: () => seeGateway(till().till, till().dialect, certificate),
		register: () => seeRegister(till().till),
		display: () => {
			const {display} = till().till.customer;
			return probeDisplay(display.kind === 'none' ? null : display);
		},
		terminal: async () => probeTerminal(process.stdout, process.env),
		disk: () => probeDisk(folder),
		journal: async (budgetMs) => seeJournal(folder, budgetMs),
		version: async () => ({
			version: programVersion(),
			node: process.versions.node,
			platform: `${process.platform} ${process.arch}`,
		}),
	};
}

function seeSettings(folder: string): {readonly seen: SettingsSeen; readonly opened: Opened | null} {
	const loaded = loadTill(folder);
	if (!loaded.ok) return {seen: {type: 'faulty', problems: loaded.problems}, opened: null};
	const {till, warnings} = loaded;
	const read = readDialect(till);
	if (!read.ok) return {seen: {type: 'map', problems: read.problems}, opened: null};
	const {name, posId, dialect, customer, ui} = till;
	const facts = {
		name,
		posId,
		dialect,
		systems: till.systems.map(({system}) => system),
		qrOn: customer.qrOn,
		qrSetting: ui.qr,
	};
	return {seen: {type: 'read', till: facts, warnings}, opened: {till, dialect: read.dialect}};
}

async function seeCertificate(
	till: Till,
): Promise<{readonly seen: CertificateSeen; readonly certificate: ClientCertificate | null}> {
	const {folder, posId, certificatePassword: password, certificateFile} = till;
	const opened = await openCertificate({folder, posId, password, nowMs: Date.now()});
	if (!opened.ok) return {seen: {type: 'fault', fault: opened.fault}, certificate: null};
	const {certificate, warnings} = opened;
	const {subjectCn, validTo} = certificate;
	const isOpenToOthers = process.platform !== 'win32' && (statSync(certificateFile).mode & 0o077) !== 0;
	const file = basename(certificateFile);
	return {seen: {type: 'opened', file, subjectCn, validTo, warnings, isOpenToOthers}, certificate};
}
