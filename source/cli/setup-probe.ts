// The chain to the gateway for the wizard: with what is set so far, each link alone.
import {existsSync, readFileSync} from 'node:fs';
import {isAbsolute, join} from 'node:path';
import {isPaymentSystem, type Language, setupEn, setupRu} from '../core/index.ts';
import {openCertificate, probeGateway} from '../gateway/index.ts';
import type {ProbeEnd} from '../setup/index.ts';
import {readDialect} from './open-gateway.ts';
import {findRoots} from './setup-certificates.ts';
import type {SetupStore} from './setup-store.ts';

/** Longer than any link takes that works, and short enough to wait for. */
const stepTimeoutMs = 8_000;

export async function probeSettings(
	store: SetupStore,
	language: Language,
	near: string | null = null,
): Promise<ProbeEnd> {
	const words = language === 'en' ? setupEn : setupRu;
	const {module, tillFile} = store.read();
	const {ServerUrl: serverUrl = '', ServicePath: servicePath = '', PosId: posId = ''} = module;
	const blocked = {blocked: words.connection.needsLetter};
	if (serverUrl === '' || servicePath === '' || !module.AgentKey || !module.AgentId) return blocked;
	const opened = await openCertificate({
		folder: store.folder,
		posId,
		password: module.CertificatePassword ?? '',
		nowMs: Date.now(),
	});
	const dialect = readDialect({dialect: tillFile.dialect, folder: store.folder});
	if (!opened.ok || !dialect.ok) return blocked;
	const steps = await probeGateway({
		serverUrl,
		servicePath,
		agentId: module.AgentId,
		agentKey: module.AgentKey,
		posId,
		dialect: dialect.dialect,
		certificate: opened.certificate,
		caPem: caPemOf(store.folder, tillFile.gateway.caFile),
		stepTimeoutMs,
	});
	const rows = steps.map(({step, ...seen}) => ({link: step, ...seen}));
	const answer = rows.find(({link}) => link === 'answer');
	const broken = rows.find((row) => !row.ok);
	const isRootUnknown = broken && !broken.ok && broken.fault.code === 'SERVER_CERT_UNKNOWN_AUTHORITY';
	return {
		rows,
		systems: (answer?.ok ? answer.seen.split(/,\s*/) : []).filter(isPaymentSystem),
		roots: isRootUnknown ? await findRoots(store, near) : [],
	};
}

function caPemOf(folder: string, caFile: string | null): string | null {
	if (caFile === null) return null;
	const file = isAbsolute(caFile) ? caFile : join(folder, caFile);
	return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
