// The line over TCP, also over USB-RNDIS (register-protocol §1.8): the same bytes in a plain stream, default port 7778.
import {createConnection, type Socket} from 'node:net';
import type {OpenTransport, Transport, TransportListener} from './transport.ts';

export const defaultTcpPort = 7778;
/** T8 of §1.7. */
export const connectTimeoutMs = 3000;

export type TcpAddress = {readonly host: string; readonly port: number};

/** `host`, `host:port`, `[::1]:port`; null for anything else. */
export function parseTcpAddress(text: string): TcpAddress | null {
	const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:\s[\]]+))(?::(\d{1,5}))?$/.exec(text.trim());
	const host = match?.[1] ?? match?.[2];
	const port = match?.[3] === undefined ? defaultTcpPort : Number(match[3]);
	return host === undefined || port < 1 || port > 65_535 ? null : {host, port};
}

/** Opens the line anew on each call; the register's answer to a lost one is asked for on the next (§1.6). */
export function tcpTransport(address: TcpAddress, timeoutMs = connectTimeoutMs): OpenTransport {
	return (listener) =>
		new Promise((resolve) => {
			const socket = createConnection({...address, noDelay: true, keepAlive: true, timeout: timeoutMs});
			const fail = (detail: string) => {
				socket.destroy();
				resolve({type: 'failed', detail});
			};
			socket.once('timeout', () => fail('ETIMEDOUT'));
			socket.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name));
			socket.once('connect', () => {
				socket.setTimeout(0);
				socket.removeAllListeners('timeout').removeAllListeners('error');
				resolve({type: 'open', transport: carry(socket, listener)});
			});
		});
}

function carry(socket: Socket, listener: TransportListener): Transport {
	let isOpen = true;
	socket.on('data', (bytes) => listener.onBytes(bytes));
	// The cause of a break changes nothing of what we do next; 'close' always follows.
	socket.on('error', () => undefined);
	socket.once('close', () => {
		if (isOpen) listener.onLost();
		isOpen = false;
	});
	return {
		send: (bytes) => {
			if (isOpen) socket.write(bytes);
		},
		close: () =>
			new Promise((resolve) => {
				isOpen = false;
				if (socket.closed) return resolve();
				socket.once('close', () => resolve());
				socket.destroy();
			}),
	};
}
