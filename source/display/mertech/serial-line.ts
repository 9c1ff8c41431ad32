// The serial line of a customer display: 115200 8N1, no flow control. Written to; what comes back is drained and ignored.
import type {SerialPort} from 'serialport';

export type SerialLine = {
	/** Whether the port took all bytes within the limit. A line that did not is of no use any more: drop it. */
	write(bytes: Uint8Array, limitMs: number): Promise<boolean>;
	/** Closes after the last byte has gone out. */
	close(): Promise<void>;
	/** Closes at once; what was not yet sent is thrown away, so that a dead device cannot hold us up. */
	drop(): Promise<void>;
};

/** Opens a line, or answers null. `onLost` is called once when an open line goes away by itself. */
export type OpenLine = (onLost: () => void) => Promise<SerialLine | null>;

type PortOptions = {
	readonly path: string;
	readonly baudRate: number;
	readonly dataBits: 8;
	readonly parity: 'none';
	readonly stopBits: 1;
	readonly autoOpen: false;
};

/** What we need of a port; `SerialPort` is one, and so is its mock. */
type Port = Pick<SerialPort, 'open' | 'close' | 'write' | 'flush' | 'isOpen'> & {
	resume(): unknown;
	on(event: 'error' | 'close', listener: () => void): unknown;
};

type PortClass = new (options: PortOptions) => Port;

/** The real line. `serialport` is loaded at the first call. DTR and RTS are left alone: the open clients disagree. */
export function serialLine(path: string, load: () => Promise<PortClass> = loadSerialPort): OpenLine {
	return async (onLost) => {
		const PortOfKind = await load();
		const port = new PortOfKind({
			path,
			baudRate: 115_200,
			dataBits: 8,
			parity: 'none',
			stopBits: 1,
			autoOpen: false,
		});
		return new Promise((resolve) => {
			port.open((error) => resolve(error ? null : carry(port, onLost)));
		});
	};
}

const loadSerialPort = async (): Promise<PortClass> => (await import('serialport')).SerialPort;

function carry(port: Port, onLost: () => void): SerialLine {
	let isOurs = true;
	const lost = (): void => {
		if (isOurs) onLost();
		isOurs = false;
	};
	// An answer is no proof that a code is seen, and silence is no error.
	port.resume();
	port.on('close', lost);
	port.on('error', lost);
	const close = (): Promise<void> =>
		new Promise((resolve) => {
			isOurs = false;
			if (port.isOpen) port.close(() => resolve());
			else resolve();
		});
	return {
		write: (bytes, limitMs) =>
			new Promise((resolve) => {
				const limit = setTimeout(() => resolve(false), limitMs);
				// No drain: on a dead device it would hold one of the few threads that name look-ups need too.
				port.write(bytes, undefined, (error) => {
					clearTimeout(limit);
					resolve(!error);
				});
			}),
		close,
		drop: () =>
			new Promise((resolve) => {
				isOurs = false;
				if (port.isOpen) port.flush(() => void close().then(resolve));
				else resolve();
			}),
	};
}
