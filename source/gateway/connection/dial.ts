// Opens one TLS connection to the gateway, and keeps note of how far it came: the stage names the link that broke.
import {isIP} from 'node:net';
import {connect, type SecureContext, type TLSSocket} from 'node:tls';
import type {GatewayAddress} from '../address.ts';
import type {Trust} from './trust.ts';

/** What is being waited for: the name, the connection, the handshake; `open`: all three are there. */
export type Stage = 'dns' | 'tcp' | 'tls' | 'open';

export type Dialled = {
	readonly socket: TLSSocket;
	readonly stage: Stage;
	/** When the handshake was done, on the monotonic clock; null before. */
	readonly openedMs: number | null;
	/** The gateway has our certificate, so an end from now on may be its answer to it. */
	readonly hasSentCertificate: boolean;
	/** The gateway has given out a session ticket: it does so only once it has taken our certificate. */
	readonly wasWelcomed: boolean;
	/** The first error that the socket met. A later one only says that it is closed. */
	readonly firstError: NodeJS.ErrnoException | null;
};

/** How the gateway is reached, made once and used for each connection. */
export type Route = {
	readonly address: GatewayAddress;
	readonly context: SecureContext;
	readonly trust: Trust;
};

/** Starts a connection; `onOpen` is called once, when it is open or has failed. Closing it is the caller's affair. */
export function dial({address, context, trust}: Route, onOpen: (error: Error | null) => void): Dialled {
	const isAddress = isIP(address.host) !== 0;
	const socket = connect({
		host: address.host,
		port: address.port,
		servername: isAddress ? '' : address.host,
		secureContext: context,
		ALPNProtocols: ['http/1.1'],
		checkServerIdentity: (_name, certificate) => trust.checkServer(address.host, certificate),
	});
	const dialled = {
		socket,
		stage: (isAddress ? 'tcp' : 'dns') as Stage,
		openedMs: null as number | null,
		hasSentCertificate: false,
		wasWelcomed: false,
		firstError: null as NodeJS.ErrnoException | null,
	};
	socket.setNoDelay(true);
	socket.once('lookup', (error) => {
		if (!error) dialled.stage = 'tcp';
	});
	socket.once('connect', () => {
		dialled.stage = 'tls';
	});
	// TLS 1.2 has this line once the client has answered the certificate request, and a server that dislikes the answer may
	// close before it ends the handshake. Only the line's label is looked at.
	socket.once('keylog', (line: Buffer) => {
		if (line.subarray(0, 13).toString('latin1') === 'CLIENT_RANDOM') dialled.hasSentCertificate = true;
	});
	socket.once('session', () => {
		dialled.wasWelcomed = true;
	});
	socket.once('secureConnect', () => {
		dialled.stage = 'open';
		dialled.openedMs = performance.now();
		dialled.hasSentCertificate = true;
		onOpen(null);
	});
	socket.on('error', (error) => {
		dialled.firstError ??= error;
		if (dialled.stage !== 'open') onOpen(error);
	});
	return dialled;
}
