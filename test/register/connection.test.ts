// The link machine on a real TCP line: one command after the other, a line that breaks, a register that isn't there.
import {createServer, type Server, type Socket} from 'node:net';
import {afterEach, describe, expect, test} from 'vitest';
import {type Connection, createConnection} from '../../source/register/connection/connection.ts';
import type {LinkCommand} from '../../source/register/link/command.ts';
import {tcpLimits} from '../../source/register/link/limits.ts';
import {parseTcpAddress, tcpTransport} from '../../source/register/transport/tcp.ts';
import {createDeviceLink, type DeviceLink} from './support/device-link.ts';

const limits = {...tcpLimits, replyMs: 100, acceptMs: 100, byteMs: 100, quietMs: 20};
const command = (number: number, kind: LinkCommand['kind'] = 'read'): LinkCommand => ({
	payload: Uint8Array.of(number, 30, 0, 0, 0),
	kind,
	answerMs: 400,
});

type Device = {
	readonly server: Server;
	readonly sockets: Socket[];
	readonly executed: number[];
	/** What happens between the ACK to a frame and the answer. */
	whileWorking: (socket: Socket) => void;
};

let device: Device | null = null;
let connection: Connection | null = null;

/** A register of our diagram; its state outlives a connection, as a real one's does. */
async function startDevice(): Promise<{device: Device; connection: Connection}> {
	const executed: number[] = [];
	const sockets: Socket[] = [];
	let socket: Socket | null = null;
	const made: Device = {server: createServer(), sockets, executed, whileWorking: () => undefined};
	const link: DeviceLink = createDeviceLink({
		execute: (payload) => {
			executed.push(payload[0] ?? 0);
			if (socket) made.whileWorking(socket);
			return Uint8Array.of(payload[0] ?? 0, 0, 30);
		},
		workMs: () => 5,
		send: (bytes) => socket?.write(bytes),
		after: (ms, run) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		},
		byteMs: 50,
		sendsFiller: true,
	});
	made.server.on('connection', (opened) => {
		socket = opened;
		sockets.push(opened);
		opened.on('data', (bytes) => {
			for (const byte of bytes) link.receive(byte);
		});
		opened.on('error', () => undefined);
	});
	await new Promise<void>((resolve) => made.server.listen(0, '127.0.0.1', resolve));
	const address = made.server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	const open = tcpTransport({host: '127.0.0.1', port: address.port});
	device = made;
	connection = createConnection({open, limits});
	return {device: made, connection};
}

afterEach(async () => {
	await connection?.close();
	for (const socket of device?.sockets ?? []) socket.destroy();
	if (device?.server.listening) await new Promise((resolve) => device?.server.close(resolve));
	device = null;
	connection = null;
});

describe('given a register on TCP', () => {
	test('when commands are given at once, then they go one after the other, each with its own answer', async () => {
		const {connection: line, device: register} = await startDevice();
		const ends = await Promise.all([1, 2, 3, 4].map((number) => line.run(command(0x20 + number))));
		expect(ends.map((end) => end.type === 'answered' && end.payload[0])).toEqual([0x21, 0x22, 0x23, 0x24]);
		expect(register.executed).toEqual([0x21, 0x22, 0x23, 0x24]);
		expect(register.sockets).toHaveLength(1);
	});

	test('when the line breaks while a fiscal command works, then its answer is fetched over a new line', async () => {
		const {connection: line, device: register} = await startDevice();
		register.whileWorking = (socket) => {
			register.whileWorking = () => undefined;
			socket.destroy();
		};
		const end = await line.run(command(0x85, 'fiscal'));
		expect(end).toMatchObject({type: 'answered'});
		expect(register.executed).toEqual([0x85]);
		expect(register.sockets).toHaveLength(2);
	});

	test('when the line was closed between two commands, then the next one opens it again', async () => {
		const {connection: line, device: register} = await startDevice();
		await line.run(command(0x21));
		const closed = new Promise((resolve) => register.sockets[0]?.once('close', resolve));
		register.sockets[0]?.destroy();
		await closed;
		expect((await line.run(command(0x22))).type).toBe('answered');
		expect(line.openings()).toBe(2);
	});

	test('when the port is closed while a command is out, then the command ends', async () => {
		const {connection: line, device: register} = await startDevice();
		register.whileWorking = () => void line.close();
		expect((await line.run(command(0x85, 'fiscal'))).type).toBe('unknown');
	});
});

describe('given no register', () => {
	test('when nobody listens, then there is no link, with the system’s word for it', async () => {
		const {connection: line, device: register} = await startDevice();
		await new Promise((resolve) => register.server.close(resolve));
		expect(await line.run(command(0x21))).toEqual({type: 'noLink'});
		expect(line.lastFault()).toBe('ECONNREFUSED');
	});

	test('when somebody listens who never answers, then there is no link, and the frame never went out', async () => {
		const heard: number[] = [];
		const server = createServer((socket) => {
			socket.on('data', (bytes) => heard.push(...bytes));
			socket.on('error', () => undefined);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('no port');
		const line = createConnection({open: tcpTransport({host: '127.0.0.1', port: address.port}), limits});
		expect(await line.run(command(0x85, 'fiscal'))).toEqual({type: 'noLink'});
		// ENQ, and once the empty request of link v2: a register that is set to it is deaf to ENQ.
		expect(heard).not.toContain(0x85);
		expect(heard[0]).toBe(5);
		await line.close();
		await new Promise((resolve) => server.close(resolve));
	});
});

test('given a line at the wrong speed, when the register speaks at another one, then that one is kept', async () => {
	const deaf = createServer((socket) => {
		socket.on('data', () => undefined);
		socket.on('error', () => undefined);
	});
	await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
	const [deafAddress, {device: register}] = [deaf.address(), await startDevice()];
	const address = register.server.address();
	if (deafAddress === null || typeof deafAddress === 'string') throw new Error('no port');
	if (address === null || typeof address === 'string') throw new Error('no port');
	const way = (port: number) => tcpTransport({host: '127.0.0.1', port});
	const line = createConnection({
		open: way(deafAddress.port),
		alternatives: [way(deafAddress.port), way(address.port)],
		limits,
	});
	expect((await line.run(command(0x21))).type).toBe('answered');
	expect((await line.run(command(0x22))).type).toBe('answered');
	expect(register.executed).toEqual([0x21, 0x22]);
	await line.close();
	await new Promise((resolve) => deaf.close(resolve));
});

test('given an address as a person writes it, then host and port are told apart, and nonsense is refused', () => {
	expect(parseTcpAddress('192.168.137.111')).toEqual({host: '192.168.137.111', port: 7778});
	expect(parseTcpAddress('till.example:9100')).toEqual({host: 'till.example', port: 9100});
	expect(parseTcpAddress('[::1]:7778')).toEqual({host: '::1', port: 7778});
	for (const text of ['', 'a b', 'host:0', 'host:70000', 'host:', '::1'])
		expect(parseTcpAddress(text)).toBeNull();
});
