// The shape of what is said about the gateway, and the troubles that it is said of.
import type {GatewayFaultKind} from '../fault.ts';
import type {GatewayFaultCode, GatewayLink} from './gateway-links.ts';

/** Why a QR's text was refused (docs/gateway.md, «QR»). */
export type QrRefusal =
	| 'empty'
	| 'characters'
	| 'length'
	| 'scheme'
	| 'form'
	| 'user-info'
	| 'port'
	| 'repeated'
	| 'host'
	| 'crc-form'
	| 'crc'
	| 'currency'
	| 'sum';

/** Why `<PosId>.pfx` can't be used. Dates are ISO. */
export type CertificateFault =
	/** `found`: certificate files that lie there instead. */
	| {readonly code: 'MISSING'; readonly file: string; readonly found: readonly string[]}
	/** `cause`: the system's word. */
	| {readonly code: 'UNREADABLE'; readonly cause: string}
	| {readonly code: 'WRONG_PASSWORD'}
	| {readonly code: 'NOT_PKCS12'}
	| {readonly code: 'NO_KEY'}
	| {readonly code: 'SEVERAL_KEYS'; readonly count: number}
	/** A key, but no certificate that belongs to it. */
	| {readonly code: 'NO_CERTIFICATE'}
	/** Its key is too short or its signature too old for today's TLS. */
	| {readonly code: 'TOO_WEAK'}
	| {readonly code: 'EXPIRED'; readonly validFrom: string; readonly validTo: string}
	| {readonly code: 'NOT_YET_VALID'; readonly validFrom: string; readonly validTo: string};

/** What is odd about a certificate that can be used. */
export type CertificateWarning =
	| {readonly code: 'OTHER_CN'; readonly subjectCn: string; readonly posId: string}
	| {readonly code: 'EXPIRES_SOON'; readonly validTo: string; readonly daysLeft: number};

/** What should stand at a place of a dialect's map. */
export type MapExpectation =
	| {readonly type: 'json' | 'once' | 'object' | 'list' | 'text' | 'textOrNull' | 'number'}
	| {readonly type: 'words'; readonly words: readonly string[]};

/** One mistake in a dialect's map. `path` is empty for the whole; `seen` is what stands there, cleaned. */
export type MapProblem = {
	readonly file: string;
	readonly line: number;
	readonly path: string;
	readonly code: 'SYNTAX' | 'MISSING' | 'TYPE' | 'WORD' | 'UNKNOWN' | 'REPEATED';
	readonly expected: MapExpectation;
	readonly seen: string;
};

/** What happened; what is safe; what to do next. */
export type GatewayWords = {readonly happened: string; readonly safe: string; readonly todo: string};

type ByCode<Trouble extends {readonly code: string}> = {
	readonly [Code in Trouble['code']]: (
		trouble: Extract<Trouble, {readonly code: Code}>,
	) => readonly [string, string];
};

export type GatewayWording = {
	/** What happened (a sentence that also serves as the log's line), and what to do next. `status`: the HTTP code. */
	readonly faults: Readonly<
		Record<GatewayFaultCode, (detail: string, status: string) => readonly [happened: string, todo: string]>
	>;
	/** For a code that isn't listed: what happened. */
	readonly otherFault: (code: string, detail: string) => readonly [happened: string, todo: string];
	readonly safe: Readonly<Record<GatewayFaultKind, string>>;
	readonly links: Readonly<Record<GatewayLink, string>>;
	readonly certificateFaults: ByCode<CertificateFault>;
	readonly certificateSafe: string;
	readonly certificateWarnings: ByCode<CertificateWarning>;
	readonly qrRefusals: Readonly<Record<QrRefusal, string>>;
	/** What is wrong with a map, and the mend. */
	readonly mapProblem: (problem: MapProblem) => readonly [wrong: string, mend: string];
};
