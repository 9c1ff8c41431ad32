// Looks for a register: serial ports at the usual speeds, and the hosts that are given. Asks FCh, which needs no password.
import {readdir} from 'node:fs/promises';
import {type DeviceType, deviceType} from '../commands/device-type.ts';
import {createConnection} from '../connection/connection.ts';
import {createDevice} from '../driver/device.ts';
import {type LinkLimits, serialLimits, tcpLimits} from '../link/limits.ts';
import {serialSpeeds, serialTransport} from '../transport/serial.ts';
import {parseTcpAddress, tcpTransport} from '../transport/tcp.ts';
import type {OpenTransport} from '../transport/transport.ts';

export type FoundRegister = {
	readonly link: 'tcp' | 'serial';
	readonly address: string;
	/** Null over TCP. */
	readonly baudRate: number | null;
	readonly device: DeviceType;
};

/** A place that was tried, for a person who watches. */
export type SearchEvent = {
	readonly address: string;
	readonly baudRate: number | null;
	readonly isFound: boolean;
	/** The system's word where the line could not be opened, else ''. */
	readonly detail: string;
};

export type SearchOptions = {
	/** Hosts to try. @default the usual address over USB-RNDIS */
	readonly hosts?: readonly string[];
	/** @default all serial ports of this machine */
	readonly ports?: readonly string[];
	readonly speeds?: readonly number[];
	readonly onTried?: (event: SearchEvent) => void;
};

/** Where a register connected by USB-RNDIS usually is (register-protocol §1.8). */
export const rndisHost = '192.168.137.111';

/** A search tries many silent places: two ENQ are enough to be told «nobody here». */
const quick = {enquiries: 2} as const;

/** What a serial line is called where nobody lists them: USB adapters, CDC devices, the board's own. */
const serialName = /^tty(?:USB|ACM|AMA|S)\d+$/;

async function serialPorts(): Promise<readonly string[]> {
	const {SerialPort} = await import('serialport');
	try {
		const ports = await SerialPort.list();
		return ports.map(({path}) => path);
	} catch {
		// On Linux the list is udev's, which a bare system or a container lacks.
		const names = await readdir('/dev').catch(() => []);
		return names.filter((name) => serialName.test(name)).map((name) => `/dev/${name}`);
	}
}

/** Tries one place after the other; a serial port is left at its first speed that answers. */
export async function findRegister(options: SearchOptions = {}): Promise<readonly FoundRegister[]> {
	const {hosts = [rndisHost], ports = await serialPorts(), speeds = serialSpeeds} = options;
	const found: FoundRegister[] = [];
	const probe = async (place: Omit<FoundRegister, 'device'>, open: OpenTransport, limits: LinkLimits) => {
		const {device, detail} = await ask(open, limits);
		const {address, baudRate} = place;
		options.onTried?.({address, baudRate, isFound: device !== null, detail});
		if (device !== null) found.push({...place, device});
		return device !== null;
	};
	for (const host of hosts) {
		const tcp = parseTcpAddress(host);
		if (tcp === null) {
			options.onTried?.({address: host, baudRate: null, isFound: false, detail: 'EADDRESS'});
			continue;
		}
		const address = `${tcp.host}:${tcp.port}`;
		await probe({link: 'tcp', address, baudRate: null}, tcpTransport(tcp), {...tcpLimits, ...quick});
	}
	for (const path of ports) {
		for (const baudRate of speeds) {
			const open = serialTransport({path, baudRate});
			if (await probe({link: 'serial', address: path, baudRate}, open, {...serialLimits, ...quick})) break;
		}
	}
	return found;
}

async function ask(
	open: OpenTransport,
	limits: LinkLimits,
): Promise<{readonly device: DeviceType | null; readonly detail: string}> {
	const connection = createConnection({open, limits});
	const reply = await createDevice(connection, 0).ask(deviceType());
	const detail = connection.lastFault();
	await connection.close();
	return {device: reply.type === 'ok' ? reply.answer : null, detail};
}
