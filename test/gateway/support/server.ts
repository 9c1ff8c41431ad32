// A small real gateway: HTTPS with client certificates on loopback, whose answers the test writes.

import type {IncomingMessage, ServerResponse} from 'node:http';
import {createServer, type Server, type ServerOptions} from 'node:https';
import type {AddressInfo, Socket} from 'node:net';
import type {Pair} from './certificates.ts';

export type Seen = {
	readonly operation: string;
	readonly path: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
	/** Which connection it came over, counted from 1. */
	readonly connection: number;
};

export type Answering = (seen: Seen, response: ServerResponse, socket: Socket) => void;

export type TestServer = {
	readonly url: string;
	readonly port: number;
	readonly seen: readonly Seen[];
	/** Connections that came, with the handshake done. */
	readonly connections: readonly Socket[];
	/** How a request is answered; may be changed at any time. */
	answer: Answering;
	close(): Promise<void>;
};

export async function startServer(
	pair: Pair,
	clientCa: string,
	answer: Answering,
	options: ServerOptions = {},
): Promise<TestServer> {
	const seen: Seen[] = [];
	const connections: Socket[] = [];
	const server: Server = createServer({
		key: pair.key,
		cert: pair.cert,
		ca: clientCa,
		requestCert: true,
		rejectUnauthorized: true,
		keepAliveTimeout: 0,
		...options,
	});
	server.on('secureConnection', (socket) => {
		connections.push(socket);
		socket.on('error', () => {});
	});
	server.on('request', (request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const path = request.url ?? '';
			const one = {
				operation: path.split('/').at(-1) ?? '',
				path,
				headers: request.headers,
				body: Buffer.concat(chunks).toString(),
				connection: connections.indexOf(request.socket) + 1,
			};
			seen.push(one);
			test.answer(one, response, request.socket);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const {port} = server.address() as AddressInfo;
	const test: TestServer = {
		url: `https://localhost:${port}`,
		port,
		seen,
		connections,
		answer,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
				for (const socket of connections) socket.destroy();
			}),
	};
	return test;
}

/** A JSON answer. */
export function json(
	response: ServerResponse,
	body: unknown,
	status = 200,
	headers: Record<string, string> = {},
): void {
	response.writeHead(status, {'content-type': 'application/json; charset=utf-8', ...headers});
	response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
