// The sandbox gateway: an honest server of the contract over real mutual TLS. What it pretends is only the customers.
import {createServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {paymentSystems} from '../../core/index.ts';
import type {Delivery} from './delivery.ts';
import type {Dialect, DialectName} from './dialect.ts';
import {type SandboxGatewayOptions, usualServicePaths, usualTiming} from './options.ts';
import type {OrderStatus, OrderView} from './order.ts';
import {makeOrderBook} from './order-book.ts';
import {makeQpg1} from './qpg1/qpg1.ts';
import {maxEntries, type RequestEntry, same} from './request-log.ts';
import {serve} from './serve.ts';
import {makeWcfJson} from './wcf-json/wcf-json.ts';

export type SandboxGateway = {
	readonly port: number;
	/** What a till has as `ServerUrl`, e.g. `https://127.0.0.1:41234`. */
	readonly url: string;
	/** What a till has as `ServicePath`, by its dialect. */
	readonly servicePaths: Readonly<Record<DialectName, string>>;
	/** All orders as they stand now, oldest first. */
	orders(): readonly OrderView[];
	/** The newest requests, oldest first. */
	requests(): readonly RequestEntry[];
	readonly control: {
		/** Sets the end of an order by hand, against its story; false where there is no such order. */
		settle(orderId: string, status: OrderStatus): boolean;
		/** The next answers travel so, one each, whatever is asked; the questions are still carried out. */
		deliverNext(...deliveries: readonly Delivery[]): void;
		/** Closes every connection, as a restarted server does. */
		dropConnections(): void;
	};
	/** Stops listening and closes every connection. */
	close(): Promise<void>;
};

/** Starts the gateway; rejects where the port can't be had. */
export async function startSandboxGateway(options: SandboxGatewayOptions): Promise<SandboxGateway> {
	const {access, certificates, host = '127.0.0.1', nowMs = Date.now, systems = paymentSystems} = options;
	const {slowMs, latePaidAfterMs, processingPastExpiryMs} = {...usualTiming, ...options};
	const book = makeOrderBook({systems, nowMs, timing: {slowMs, latePaidAfterMs, processingPastExpiryMs}});
	const servicePaths = {...usualServicePaths, ...options.servicePaths};
	const dialects: Readonly<Record<DialectName, Dialect>> = {
		qpg1: makeQpg1(access, nowMs),
		'wcf-json': makeWcfJson(access, nowMs),
	};
	const entries: RequestEntry[] = [];
	const ordered: Delivery[] = [];

	const note = (entry: Omit<RequestEntry, 'at'>): void => {
		const whole = {at: new Date(nowMs()).toISOString(), ...entry};
		entries.push(whole);
		if (entries.length > maxEntries) entries.shift();
		options.onRequest?.(whole);
	};

	const server = createServer(
		{
			key: certificates.server.privatePem,
			cert: certificates.server.certificatePem,
			ca: certificates.caPem,
			requestCert: true,
			rejectUnauthorized: true,
			minVersion: options.minTls ?? 'TLSv1.2',
			maxVersion: options.maxTls ?? 'TLSv1.3',
			keepAliveTimeout: (options.keepAliveS ?? 15) * 1000,
			requestTimeout: 30_000,
		},
		(request, response) => void serve({book, dialects, servicePaths, ordered, note}, request, response),
	);
	server.on('tlsClientError', (error: NodeJS.ErrnoException, socket) => {
		// `authorizationError` holds OpenSSL's word; before a certificate came there is only the error itself.
		const cause = socket.authorizationError ?? error.code ?? error.message;
		note({operation: 'TLS', orderId: null, answer: 'refused', note: same(String(cause))});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, host, resolve);
	});
	const {port} = server.address() as AddressInfo;

	return {
		port,
		url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
		servicePaths,
		orders: book.orders,
		requests: () => entries,
		control: {
			settle: book.settle,
			deliverNext: (...deliveries) => void ordered.push(...deliveries),
			dropConnections: () => server.closeAllConnections(),
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
