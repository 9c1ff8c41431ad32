// A network between till and gateway that can be broken: a TCP proxy that knows nothing of TLS and counts bytes.
import {type AddressInfo, createServer, connect as dialTcp, type Socket} from 'node:net';

/** What happens to a connection. Bytes are counted from its start; `down` is from the gateway to the till. */
export type Way =
	| {readonly type: 'through'}
	/** Taken, and nothing is ever said. */
	| {readonly type: 'silent'}
	/** RST as soon as it is there. */
	| {readonly type: 'reset'}
	/** RST once the till has sent this many bytes; they still arrive. */
	| {readonly type: 'resetAfterUp'; readonly bytes: number}
	/** RST after this many bytes of the gateway; what is beyond them is lost. */
	| {readonly type: 'resetAfterDown'; readonly bytes: number}
	/** A polite end (FIN) in the same place. */
	| {readonly type: 'endAfterDown'; readonly bytes: number}
	/** From here on nothing passes in either direction and nobody is told: half-open. */
	| {readonly type: 'silentAfterDown'; readonly bytes: number}
	/** The gateway's bytes come one at a time. */
	| {readonly type: 'slow'; readonly bytesPerS: number}
	/** The gateway's byte with this number is another. */
	| {readonly type: 'garbled'; readonly byte: number};

export type NetworkProxy = {
	readonly port: number;
	/** For connections to come. */
	way: Way;
	/** Where connections to come lead. */
	target: Target;
	/** Whether somebody listens; where nobody does, what is connected is cut too. */
	listen(isListening: boolean): Promise<void>;
	/** How many connections came. */
	readonly connections: number;
	/** Bytes that the gateway has sent over the newest connection. */
	readonly downBytes: number;
	/** Changes what happens to all that is connected now. */
	now(change: (soFar: {readonly downBytes: number; readonly upBytes: number}) => Way): void;
	close(): Promise<void>;
};

export type Target = {readonly host?: string; readonly port: number};

type Line = {
	way: Way;
	upBytes: number;
	downBytes: number;
	readonly apply: () => void;
	readonly end: () => void;
};

export async function startProxy(target: {
	readonly host?: string;
	readonly port: number;
}): Promise<NetworkProxy> {
	const lines = new Set<Line>();
	let newest: Line | null = null;
	let connections = 0;

	const server = createServer((till) => {
		connections += 1;
		const line = carry(till, proxy.target, proxy.way, () => lines.delete(line));
		lines.add(line);
		newest = line;
		line.apply();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const {port} = server.address() as AddressInfo;
	const proxy: NetworkProxy = {
		port,
		way: {type: 'through'},
		target,
		async listen(isListening) {
			if (isListening) {
				await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
				return;
			}
			server.close();
			for (const line of [...lines]) line.end();
		},
		get connections() {
			return connections;
		},
		get downBytes() {
			return newest?.downBytes ?? 0;
		},
		now(change) {
			for (const line of [...lines]) {
				line.way = change(line);
				line.apply();
			}
		},
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				for (const line of [...lines]) line.end();
			}),
	};
	return proxy;
}

function carry(till: Socket, target: Target, way: Way, gone: () => void): Line {
	const gateway = dialTcp({host: target.host ?? '127.0.0.1', port: target.port});
	const slow: Buffer[] = [];
	let ticking: NodeJS.Timeout | undefined;
	const end = (): void => {
		clearInterval(ticking);
		till.destroy();
		gateway.destroy();
		gone();
	};
	const reset = (): void => {
		till.resetAndDestroy();
		end();
	};
	const line: Line = {
		way,
		upBytes: 0,
		downBytes: 0,
		end,
		apply() {
			const now = line.way;
			if (now.type === 'reset') reset();
			if (now.type === 'resetAfterUp' && line.upBytes >= now.bytes) reset();
			if (now.type === 'resetAfterDown' && line.downBytes >= now.bytes) reset();
		},
	};
	const isDeaf = (): boolean =>
		line.way.type === 'silent' || (line.way.type === 'silentAfterDown' && line.downBytes >= line.way.bytes);

	till.on('data', (bytes) => {
		if (isDeaf()) return;
		line.upBytes += bytes.length;
		gateway.write(bytes, () => line.apply());
	});
	gateway.on('data', (bytes) => {
		const now = line.way;
		const before = line.downBytes;
		const room =
			'bytes' in now && now.type !== 'resetAfterUp' ? Math.max(0, now.bytes - before) : bytes.length;
		if (now.type === 'silent') return;
		const passed = Buffer.from(bytes.subarray(0, room));
		line.downBytes += passed.length;
		if (now.type === 'garbled' && now.byte >= before && now.byte < before + passed.length) {
			passed[now.byte - before] = (passed[now.byte - before] ?? 0) ^ 0x40;
		}
		if (now.type === 'slow') {
			slow.push(passed);
			ticking ??= setInterval(() => drip(till, slow), 1000 / now.bytesPerS);
			return;
		}
		till.write(passed, () => {
			if (room >= bytes.length) return;
			if (now.type === 'resetAfterDown') reset();
			if (now.type === 'endAfterDown') till.end();
		});
	});
	for (const socket of [till, gateway]) socket.on('error', () => (isDeaf() ? undefined : end()));
	till.on('close', end);
	gateway.on('close', () => (isDeaf() ? undefined : till.end()));
	return line;
}

function drip(till: Socket, slow: Buffer[]): void {
	const [first] = slow;
	if (!first) return;
	till.write(first.subarray(0, 1));
	if (first.length > 1) slow[0] = first.subarray(1);
	else slow.shift();
}
