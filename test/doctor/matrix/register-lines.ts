// Lines to a register that are not what they seem: one that changes an answer on its way, and a serial one with a speed.
import {execFile, spawnSync} from 'node:child_process';
import {connect} from 'node:net';
import {Duplex} from 'node:stream';
import {promisify} from 'node:util';
import {spawn} from '@lydell/node-pty';
import type {VirtualRegister} from '../../../source/sandbox/index.ts';
import type {Lab} from './lab.ts';
import {stranger} from './strangers.ts';

/**
 * A port before a register: its answers to one command come through changed, with the check byte made right again.
 * `change` gets the payload behind code and error.
 */
export async function changedAnswers(
	lab: Lab,
	register: VirtualRegister,
	[first, second]: readonly [number, number],
	change: (data: Buffer) => void,
): Promise<string> {
	const port = await stranger(lab, (socket) => {
		const behind = connect(register.port, register.host);
		lab.afterwards(() => behind.destroy());
		behind.on('error', () => socket.destroy());
		behind.on('close', () => socket.destroy());
		socket.on('close', () => behind.destroy());
		socket.pipe(behind);
		behind.on('data', (bytes) => {
			// The virtual register writes a frame in one piece: STX, length, payload, check.
			const at = bytes.indexOf(Buffer.of(0x02));
			const length = bytes[at + 1] ?? 0;
			const isOurs = at >= 0 && bytes[at + 2] === first && bytes[at + 3] === second && bytes[at + 4] === 0;
			if (isOurs && bytes.length >= at + length + 3) {
				change(bytes.subarray(at + 5, at + 2 + length));
				bytes[at + 2 + length] = bytes.subarray(at + 1, at + 2 + length).reduce((sum, byte) => sum ^ byte, 0);
			}
			socket.write(bytes);
		});
	});
	return `127.0.0.1:${port}`;
}

/**
 * A serial line to a register that speaks at one speed: a host that has set another on the port hears and says nonsense, as
 * on a real line. Null where this machine has no such lines.
 */
export async function serialLine(
	lab: Lab,
	register: VirtualRegister,
	baudRate: number,
): Promise<string | null> {
	if (spawnSync('stty', ['--version']).status !== 0) return null;
	const pty = spawn('sh', ['-c', 'stty raw -echo; tty; exec sleep 600'], {encoding: null});
	lab.afterwards(() => pty.kill('SIGKILL'));
	const said = await new Promise<string>((resolve) => {
		const listening = pty.onData((bytes) => {
			listening.dispose();
			resolve(String(bytes));
		});
	});
	const path = said.trim();
	const line = new Duplex({
		read: () => undefined,
		write: (bytes: Buffer, _encoding, done) => {
			speedOf(path).then((speed) => {
				pty.write((speed === baudRate ? bytes : nonsense(bytes)) as unknown as string);
				done();
			}, done);
		},
	});
	pty.onData((bytes) => {
		const came = Buffer.from(bytes as unknown as Uint8Array);
		void speedOf(path).then((speed) => line.push(speed === baudRate ? came : nonsense(came)));
	});
	register.attach(line);
	return path;
}

const run = promisify(execFile);

async function speedOf(path: string): Promise<number> {
	const {stdout} = await run('stty', ['-F', path, 'speed']);
	return Number(stdout.trim());
}

const nonsense = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => (byte ^ 0xff) & 0x7f));
