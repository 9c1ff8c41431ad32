// The line over a serial port: 8 data bits, no parity, 1 stop bit, no flow control (register-protocol §1.8).
import type {SerialPort} from 'serialport';
import type {OpenTransport, Transport, TransportListener} from './transport.ts';

/** What registers leave the factory with, by model. */
export const factorySpeeds = [115_200, 4800] as const;

/** In the order of a search: the two factory speeds first, then the rest of what 14h can set. */
export const serialSpeeds = [
	...factorySpeeds,
	57_600,
	38_400,
	19_200,
	9600,
	2400,
	230_400,
	460_800,
	921_600,
] as const;

export type SerialAddress = {readonly path: string; readonly baudRate: number};

/** `serialport` is loaded at the first call: a till on TCP never pays for it. */
export function serialTransport({path, baudRate}: SerialAddress): OpenTransport {
	return async (listener) => {
		const {SerialPort: Port} = await import('serialport');
		const port = new Port({path, baudRate, dataBits: 8, parity: 'none', stopBits: 1, autoOpen: false});
		return new Promise((resolve) => {
			port.open((error) => {
				if (error) resolve({type: 'failed', detail: error.message});
				else resolve({type: 'open', transport: carry(port, listener)});
			});
		});
	};
}

function carry(port: SerialPort, listener: TransportListener): Transport {
	let isOpen = true;
	const lost = () => {
		if (isOpen) listener.onLost();
		isOpen = false;
	};
	port.on('data', (bytes: Uint8Array) => listener.onBytes(bytes));
	port.once('close', lost);
	port.on('error', () => (port.isOpen ? port.close() : lost()));
	return {
		send: (bytes) => {
			if (isOpen) port.write(bytes);
		},
		close: () =>
			new Promise((resolve) => {
				isOpen = false;
				if (port.isOpen) port.close(() => resolve());
				else resolve();
			}),
	};
}
