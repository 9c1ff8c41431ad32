// What a gateway connection is made of; the settings' names with their units.
import type {OrderRequest} from '../core/index.ts';
import type {ClientCertificate} from './certificate/certificate.ts';
import type {Dialect} from './dialects/dialect.ts';

export type GatewayOptions = {
	/** `https://host[:port]`, no slash at the end. */
	readonly serverUrl: string;
	/** Begins with a slash, none at the end. */
	readonly servicePath: string;
	readonly agentId: string;
	/** Secret. */
	readonly agentKey: string;
	readonly posId: string;
	readonly dialect: Dialect;
	readonly certificate: ClientCertificate;
	/** The text of `gateway.caFile`, null where none is set. */
	readonly caPem: string | null;
	/** Wall time in ms, for the signed time. Default `Date.now`. */
	readonly clock?: () => number;
	/** 32 lower-case hex digits, new each time. Default random. */
	readonly nonce?: () => string;
	/**
	 * What was ordered under an id, for a gateway whose answers leave amount and system out (`wcf-json`). What this
	 * connection has ordered itself it knows; orders of before a restart come from here. Default: not known.
	 */
	readonly orderOf?: (orderId: string) => OrderRequest | null;
};
