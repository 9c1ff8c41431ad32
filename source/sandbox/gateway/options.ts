// How a sandbox gateway can be set. Everything but who the till is has a default.
import type {PaymentSystem} from '../../core/index.ts';
import type {SandboxAccess} from '../access.ts';
import type {SandboxCertificates} from '../certificates/certificates.ts';
import type {DialectName} from './dialect.ts';
import type {RequestEntry} from './request-log.ts';
import type {StoryTiming} from './stories/story.ts';

export type SandboxGatewayOptions = Partial<StoryTiming> & {
	/** The one till that may call. */
	readonly access: SandboxAccess;
	/** The gateway's own certificate, and the root that the till's certificate must come from. */
	readonly certificates: Pick<SandboxCertificates, 'caPem' | 'server'>;
	/** @default '127.0.0.1' */
	readonly host?: string;
	/** @default 0, any free one */
	readonly port?: number;
	/** Where each dialect is served. Both are, side by side, over the same orders. @default {@link usualServicePaths} */
	readonly servicePaths?: Partial<Readonly<Record<DialectName, string>>>;
	/** Systems that are offered. @default all four */
	readonly systems?: readonly PaymentSystem[];
	/** How long an idle connection is kept, told to clients as `Keep-Alive: timeout=`. @default 15 */
	readonly keepAliveS?: number;
	/** @default 'TLSv1.2' */
	readonly minTls?: 'TLSv1.2' | 'TLSv1.3';
	/** @default 'TLSv1.3' */
	readonly maxTls?: 'TLSv1.2' | 'TLSv1.3';
	/** Wall clock, unix ms. @default Date.now */
	readonly nowMs?: () => number;
	/** Called for each request as soon as its answer is decided. */
	readonly onRequest?: (entry: RequestEntry) => void;
};

export const usualServicePaths: Readonly<Record<DialectName, string>> = {
	qpg1: '/qpg1/ApiService.svc',
	'wcf-json': '/wcf-json/ApiService.svc',
};

/** Slow answers outlast a poll's interval and stay within its limit; late money comes while the till still shows the end. */
export const usualTiming: StoryTiming = {
	slowMs: 6000,
	latePaidAfterMs: 20_000,
	processingPastExpiryMs: 90_000,
};
