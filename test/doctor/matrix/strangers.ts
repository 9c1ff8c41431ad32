// Others on the wire: those who take a line and say nothing, or something else, and those who do not even take it.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer as createHttpServer} from 'node:http';
import {createServer as createHttpsServer, type ServerOptions} from 'node:https';
import {type AddressInfo, connect, createServer, type Server, type Socket} from 'node:net';
import type {Lab} from './lab.ts';

/** A server whose lines are handled by `onSocket`; answers its port. */
export async function stranger(lab: Lab, onSocket: (socket: Socket) => void): Promise<number> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => socket.destroy());
		onSocket(socket);
	});
	lab.afterwards(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	return listen(server);
}

/** A web server, on a port where something else was meant. */
export async function webServer(lab: Lab): Promise<number> {
	const server = createHttpServer((_request, response) => response.end('<html>printer</html>'));
	lab.afterwards(() => {
		server.close();
		server.closeAllConnections();
	});
	return listen(server);
}

/** An https server of the right certificate, with TLS options that a gateway must not have. */
export async function httpsServer(lab: Lab, options: ServerOptions): Promise<number> {
	const {server: pair} = lab.certificates;
	const server = createHttpsServer({key: pair.privatePem, cert: pair.certificatePem, ...options});
	server.on('tlsClientError', () => undefined);
	lab.afterwards(() => {
		server.close();
		server.closeAllConnections();
	});
	return listen(server);
}

/** A port where nobody listens. */
export async function closedPort(): Promise<number> {
	const server = createServer();
	const port = await listen(server);
	server.close();
	await once(server, 'close');
	return port;
}

/**
 * A black hole: a port that swallows every attempt to connect. Its process is stopped and the queue of those who wait to be
 * taken is full, so the system drops whoever comes next. Nothing leaves the machine.
 */
export async function blackHole(lab: Lab): Promise<number> {
	const program = `const server = require('node:net').createServer();
server.listen({port: 0, host: '127.0.0.1', backlog: 1}, () => console.log(server.address().port));`;
	const child = spawn(process.execPath, ['-e', program], {stdio: ['ignore', 'pipe', 'ignore']});
	lab.afterwards(() => child.kill('SIGKILL'));
	const [line] = (await once(child.stdout, 'data')) as [Buffer];
	const port = Number(line.toString());
	child.kill('SIGSTOP');
	// The queue takes one more than it is told; what is beyond it hangs, as everything will from now on.
	for (;;) {
		const socket = connect(port, '127.0.0.1');
		socket.on('error', () => undefined);
		lab.afterwards(() => socket.destroy());
		const isTaken = await Promise.race([
			once(socket, 'connect').then(() => true),
			new Promise<false>((resolve) => setTimeout(resolve, 300, false)),
		]);
		if (!isTaken) return port;
	}
}

async function listen(server: Server): Promise<number> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return (server.address() as AddressInfo).port;
}
