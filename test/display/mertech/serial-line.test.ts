// The line itself: real serialport over a real pty, and over the package's own mock for what a pty cannot do.
import {type IPty, spawn} from '@lydell/node-pty';
import {SerialPortMock} from 'serialport';
import {afterEach, describe, expect, test} from 'vitest';
import {openCustomerDisplay} from '../../../source/display/index.ts';
import {serialLine} from '../../../source/display/mertech/serial-line.ts';
import {systemClock} from '../../../source/engine/index.ts';
import {link} from '../till.ts';
import {FakeDisplay, type Seen} from './fake-display.ts';

let pty: IPty | null = null;
afterEach(() => {
	pty?.kill();
	pty = null;
	SerialPortMock.binding.reset();
});

/** A display at the other end of a pty; answers rubbish to every piece, as one of the open clients saw. */
async function displayOnPty() {
	const display = new FakeDisplay();
	const watchers = new Set<() => void>();
	const line = spawn('/bin/sh', ['-c', 'stty raw -echo; tty; exec sleep 60'], {encoding: null});
	pty = line;
	const path = await new Promise<string>((resolve) => {
		let name = '';
		// With no encoding set the pieces are bytes, whatever the type says.
		line.onData((piece: string | Uint8Array) => {
			const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
			if (name.includes('\n')) {
				display.take(bytes);
				line.write('\u0002\u00ff?');
				for (const look of watchers) look();
				return;
			}
			name += Buffer.from(bytes).toString();
			if (name.includes('\n')) resolve(name.trim());
		});
	});
	const shows = (wanted: Seen): Promise<void> =>
		new Promise((done) => {
			const look = (): void => {
				if (JSON.stringify(display.seen) !== JSON.stringify(wanted)) return;
				watchers.delete(look);
				done();
			};
			watchers.add(look);
			look();
		});
	return {display, path, shows};
}

describe('a real line', () => {
	test('given a display that answers rubbish, code, success and the end arrive byte for byte', async () => {
		const {display, path, shows} = await displayOnPty();
		const customer = openCustomerDisplay({port: path, clock: systemClock});
		await shows({type: 'empty'});
		expect(await customer.showQr(link)).toBe(true);
		await shows({type: 'qr', text: link});
		customer.success();
		await shows({type: 'success'});
		await customer.close();
		await shows({type: 'empty'});
		expect(display.rubbish).toBe(0);
	});

	test('given no such device, nothing is opened', async () => {
		expect(await serialLine('/dev/qrkassa-no-such-device')(() => undefined)).toBeNull();
	});
});

describe('the package’s mock', () => {
	/** A line over the mock, and the port behind it. */
	async function mocked(path: string, onLost: () => void) {
		let port: SerialPortMock | undefined;
		class Watched extends SerialPortMock {
			constructor(...given: ConstructorParameters<typeof SerialPortMock>) {
				super(...given);
				port = this;
			}
		}
		SerialPortMock.binding.createPort(path, {echo: false, record: true});
		const line = await serialLine(path, async () => Watched)(onLost);
		return {line, port};
	}

	test('given a port, it is opened at 115200 8N1 and takes the bytes', async () => {
		const {line, port} = await mocked('/dev/ttyACM0', () => undefined);
		expect(await line?.write(Uint8Array.from([1, 2, 3]), 1_000)).toBe(true);
		expect(port?.port?.openOptions).toMatchObject({
			baudRate: 115_200,
			dataBits: 8,
			parity: 'none',
			stopBits: 1,
		});
		expect([...(port?.port?.recording ?? [])]).toEqual([1, 2, 3]);
		await line?.close();
		expect(port?.isOpen).toBe(false);
	});

	test('given the device goes away, it is told once; given we close it, never', async () => {
		const losses: string[] = [];
		const {port} = await mocked('/dev/ttyACM1', () => losses.push('unplugged'));
		await new Promise<void>((done) => port?.close(() => done()));
		const {line} = await mocked('/dev/ttyACM2', () => losses.push('closed by us'));
		await line?.drop();
		expect(losses).toEqual(['unplugged']);
	});

	test('given a port that takes nothing, a write answers false within its limit', async () => {
		const {line, port} = await mocked('/dev/ttyACM3', () => undefined);
		if (port?.port) port.port.write = () => new Promise(() => undefined);
		expect(await line?.write(Uint8Array.from([1]), 20)).toBe(false);
	});
});
