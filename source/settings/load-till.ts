// A till from its folder: everything the program needs, or everything that is wrong.
import {join} from 'node:path';
import {linkNames, type SettingsProblem} from '../core/index.ts';
import {type Looked, look} from './look.ts';
import {systemOfLink} from './module-files/payment-types.ts';
import {problem} from './problem.ts';
import type {LinkedSystem, Till, TillDisplay, TillRegister} from './till.ts';
import {caFilePath} from './till-file/ca-file.ts';
import {splitHostAndPort} from './till-file/cross-check.ts';
import type {TillFile} from './till-file/till-schema.ts';

export type TillEnd =
	| {readonly ok: true; readonly till: Till; readonly warnings: readonly SettingsProblem[]}
	/** `noTill` alone means: there is no till in that folder yet. Never empty. */
	| {
			readonly ok: false;
			readonly problems: readonly SettingsProblem[];
			readonly warnings: readonly SettingsProblem[];
	  };

/**
 * Reads and checks a till's folder; nothing is written. All problems are told at once, each with file, line and key.
 * @param folder its path as the person gave it; a link is refused.
 */
export function loadTill(folder: string): TillEnd {
	const seen = look(folder);
	if (seen.type === 'none') return {ok: false, problems: [problem('noTill', seen.folder)], warnings: []};
	if (seen.type === 'refused') return {ok: false, problems: [seen.problem], warnings: []};
	const {problems, warnings} = seen.looked;
	const till = problems.length === 0 ? tillOf(seen.looked) : null;
	return till ? {ok: true, till, warnings} : {ok: false, problems, warnings};
}

function tillOf({folder, moduleCheck, linkCheck, tillFile}: Looked): Till | null {
	if (!moduleCheck || !linkCheck || !tillFile) return null;
	const {values} = moduleCheck;
	const {caFile} = tillFile.gateway;
	return {
		folder,
		name: tillFile.name,
		dialect: tillFile.dialect,
		agentId: values.AgentId,
		posId: values.PosId,
		crsId: values.CrsId,
		wmid: values.Wmid,
		agentKey: values.AgentKey,
		certificatePassword: values.CertificatePassword,
		certificateFile: join(folder, `${values.PosId}.pfx`),
		serverUrl: values.ServerUrl,
		servicePath: values.ServicePath,
		caFile: caFile === null ? null : caFilePath(folder, caFile),
		systems: linkNames.flatMap((name) => linkedSystem(name, linkCheck.codes.get(name), tillFile)),
		policy: {
			responseTimeoutS: Number(values.ResponseTimeoutS),
			pollIntervalS: tillFile.pollIntervalS,
			statusErrorLimit: Number(values.StatusErrorLimit),
		},
		register: registerOf(tillFile.register),
		customer: {qrOn: tillFile.customer.qrOn, display: displayOf(tillFile.customer.display)},
		ui: tillFile.ui,
		pinHash: tillFile.pinHash,
	};
}

function linkedSystem(
	name: keyof typeof systemOfLink,
	code: string | undefined,
	tillFile: TillFile,
): readonly LinkedSystem[] {
	const row = tillFile.paymentTypes.find((type) => type.code === code);
	return row ? [{system: systemOfLink[name], ...row}] : [];
}

function registerOf({link, address, baudRate, password, taxSystem, vat}: TillFile['register']): TillRegister {
	const facts = {password, taxSystem, vat};
	if (link === 'serial') return {link, device: address ?? '', baudRate, ...facts};
	const parts = link === 'tcp' && address !== null ? splitHostAndPort(address) : null;
	return parts ? {link: 'tcp', ...parts, ...facts} : {link: 'none'};
}

const displayOf = ({kind, port}: TillFile['customer']['display']): TillDisplay =>
	kind !== 'none' && port !== null ? {kind, port} : {kind: 'none'};
