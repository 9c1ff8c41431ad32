// The gateway of a till: its dialect, its certificate, the roots it trusts. Nothing is sent here.
import {existsSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {
	describeCertificateFault,
	describeCertificateWarning,
	exitCodes,
	type GatewayWording,
	gatewayEn,
	gatewayRu,
	type Language,
	type MapProblem,
	type OrderRequest,
} from '../core/index.ts';
import type {GatewayPort} from '../engine/index.ts';
import {
	type ClientCertificate,
	createGateway,
	type Dialect,
	loadWcfMap,
	openCertificate,
	qpg1,
	wcfJson,
} from '../gateway/index.ts';
import type {Till} from '../settings/index.ts';
import type {Attempt} from './fault.ts';
import {programFile} from './program-files.ts';

export const gatewayWords = (language: Language): GatewayWording =>
	language === 'en' ? gatewayEn : gatewayRu;

export type OpenedGateway = {readonly gateway: GatewayPort; readonly warnings: readonly string[]};

/** All that a gateway connection needs of a till, or the settings fault that stands in the way (exit 3). */
export async function openGateway(
	till: Till,
	language: Language,
	orderOf: (orderId: string) => OrderRequest | null,
): Promise<Attempt<OpenedGateway>> {
	const dialect = openDialect(till, language);
	if (!dialect.ok) return dialect;
	const certificate = await openTillCertificate(till, language);
	if (!certificate.ok) return certificate;
	const gateway = createGateway({
		serverUrl: till.serverUrl,
		servicePath: till.servicePath,
		agentId: till.agentId,
		agentKey: till.agentKey,
		posId: till.posId,
		dialect: dialect.value,
		certificate: certificate.value.certificate,
		caPem: till.caFile === null ? null : readFileSync(till.caFile, 'utf8'),
		orderOf,
	});
	return {ok: true, value: {gateway, warnings: certificate.value.warnings}};
}

/** The till's certificate, opened and judged. */
export async function openTillCertificate(
	till: Till,
	language: Language,
): Promise<Attempt<{certificate: ClientCertificate; warnings: readonly string[]}>> {
	const words = gatewayWords(language);
	const opened = await openCertificate({
		folder: till.folder,
		posId: till.posId,
		password: till.certificatePassword,
		nowMs: Date.now(),
	});
	if (!opened.ok) {
		const {happened, safe, todo} = describeCertificateFault(opened.fault, words);
		const text = [happened, safe, todo].join(' ');
		return {ok: false, fault: {exitCode: exitCodes.settings, code: `CERTIFICATE_${opened.fault.code}`, text}};
	}
	const warnings = opened.warnings.map((warning) => describeCertificateWarning(warning, words).join(' '));
	return {ok: true, value: {certificate: opened.certificate, warnings}};
}

/** The dialect, or the mistakes in its map. */
export function openDialect(till: Till, language: Language): Attempt<Dialect> {
	const read = readDialect(till);
	if (read.ok) return {ok: true, value: read.dialect};
	const {mapProblem} = gatewayWords(language);
	const text = read.problems.map((problem) => mapProblem(problem).join(' ')).join('\n');
	return {ok: false, fault: {exitCode: exitCodes.settings, code: 'DIALECT_MAP', text}};
}

export type ReadDialect =
	| {readonly ok: true; readonly dialect: Dialect}
	| {readonly ok: false; readonly problems: readonly MapProblem[]};

/** A map of the till's own folder stands before the one that comes with the program. */
export function readDialect(till: Pick<Till, 'dialect' | 'folder'>): ReadDialect {
	if (till.dialect === 'qpg1') return {ok: true, dialect: qpg1};
	const own = join(till.folder, 'dialects', 'wcf-json.json');
	const file = existsSync(own) ? own : programFile('settings', 'dialects', 'wcf-json.json');
	const loaded = loadWcfMap(readFileSync(file, 'utf8'), basename(file));
	return loaded.ok ? {ok: true, dialect: wcfJson(loaded.map)} : loaded;
}
