// The TCP binding. A line that comes after another takes its port over, with the answer kept there; a second one at once gets a port of its own.
import {createServer, type Server, type Socket} from 'node:net';
import type {Port} from './port.ts';

export type TcpBinding = {
	readonly port: number;
	/** Breaks all lines, written bytes still go out. */
	breakLines(): void;
	close(): Promise<void>;
};

type TcpSettings = {
	readonly host: string;
	readonly port: number;
	readonly newPort: () => Port;
	/** Without power: `refuse` breaks a line at once, `ignore` lets it in and says nothing. */
	readonly whenOff: 'refuse' | 'ignore';
	readonly isOn: () => boolean;
};

export async function serveTcp(settings: TcpSettings): Promise<TcpBinding> {
	const ports: Port[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		socket.setNoDelay(true);
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
		socket.on('error', () => socket.destroy());
		if (!settings.isOn() && settings.whenOff === 'refuse') {
			socket.resetAndDestroy();
			return;
		}
		// A host that breaks its line and comes again: let the break be seen before a port is looked for.
		setImmediate(() => {
			const port = ports.find((each) => !each.isConnected) ?? settings.newPort();
			if (!ports.includes(port)) ports.push(port);
			port.connect(socket);
		});
	});
	await listen(server, settings);
	const address = server.address();
	return {
		port: typeof address === 'object' && address ? address.port : settings.port,
		breakLines() {
			for (const port of ports) port.disconnect();
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			}),
	};
}

const listen = (server: Server, {host, port}: TcpSettings): Promise<void> =>
	new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.off('error', reject);
			resolve();
		});
	});
