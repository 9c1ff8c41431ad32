// A port that takes no connection and refuses none: its queue is full and nobody empties it, so the system drops every SYN.
import {connect, type Socket} from 'node:net';
import {Worker} from 'node:worker_threads';

export type FullPort = {readonly port: number; close(): Promise<void>};

const listener = `
const {createServer} = require('node:net');
const {parentPort, workerData} = require('node:worker_threads');
const server = createServer();
server.listen({port: 0, host: '127.0.0.1', backlog: 1}, () => {
	parentPort.postMessage(server.address().port);
	setImmediate(() => Atomics.wait(new Int32Array(workerData), 0, 0));
});`;

/** Linux alone behaves so. */
export async function openFullPort(): Promise<FullPort> {
	const latch = new SharedArrayBuffer(4);
	const worker = new Worker(listener, {eval: true, workerData: latch});
	const port = await new Promise<number>((done) => worker.once('message', done));
	const fillers: Socket[] = [];
	for (let isTaken = true; isTaken && fillers.length < 20; ) {
		const socket = connect(port, '127.0.0.1').on('error', () => undefined);
		fillers.push(socket);
		isTaken = await Promise.race([
			new Promise<boolean>((done) => socket.once('connect', () => done(true))),
			new Promise<boolean>((done) => setTimeout(() => done(false), 150)),
		]);
	}
	return {
		port,
		async close() {
			for (const socket of fillers) socket.destroy();
			await worker.terminate();
		},
	};
}
