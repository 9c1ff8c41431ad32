// A host that does by hand what a test tells it: bytes out, bytes in, and one plain exchange of link v1.
import {once} from 'node:events';
import {connect} from 'node:net';
import {type Duplex, duplexPair} from 'node:stream';
import type {VirtualRegister} from '../../../source/sandbox/register/index.ts';

export class Wire {
	readonly #stream: Duplex;
	#bytes = Buffer.alloc(0);
	#wake = () => {};

	constructor(stream: Duplex) {
		this.#stream = stream;
		stream.on('data', (chunk: Buffer) => {
			this.#bytes = Buffer.concat([this.#bytes, chunk]);
			this.#wake();
		});
		stream.on('error', () => this.#wake());
		stream.on('close', () => this.#wake());
	}

	send(hex: string): void {
		this.#stream.write(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
	}

	/** The next `count` bytes as hex; fewer only when the line was closed. */
	async next(count: number): Promise<string> {
		while (this.#bytes.length < count && !this.#stream.destroyed && !this.#stream.readableEnded) {
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
		const taken = this.#bytes.subarray(0, count);
		this.#bytes = this.#bytes.subarray(count);
		return taken.toString('hex');
	}

	/** Bytes that came and were not taken. */
	get waiting(): string {
		return this.#bytes.toString('hex');
	}

	/** ENQ until the register says something: the first one is swallowed where it still waits for an ACK. */
	async enquire(): Promise<string> {
		const first = this.next(1);
		const again = setInterval(() => this.send('05'), 20);
		this.send('05');
		const word = await first;
		clearInterval(again);
		return word === 'ff' ? this.next(1) : word;
	}

	/** All that came by the time the line was silent for so long. */
	async quiet(silenceMs: number): Promise<string> {
		for (let seen = -1; seen !== this.#bytes.length; ) {
			seen = this.#bytes.length;
			await new Promise((resolve) => setTimeout(resolve, silenceMs));
		}
		return this.next(this.#bytes.length);
	}

	/** A frame of link v1: payload without its check. */
	async frame(): Promise<string> {
		let first = await this.next(1);
		while (first !== '02' && first !== '') first = await this.next(1);
		const length = Number.parseInt(await this.next(1), 16);
		const payload = await this.next(length);
		await this.next(1);
		return payload;
	}

	/** ENQ, NAK, frame, ACK, answer, ACK. */
	async ask(payload: string): Promise<string> {
		this.send('05');
		let word = await this.next(1);
		if (word === 'ff') word = await this.next(1);
		if (word !== '15') throw new Error(`NAK was due, ${word} came`);
		this.send(framed(payload));
		const taken = await this.next(1);
		if (taken !== '06') throw new Error(`ACK was due, ${taken} came`);
		const answer = await this.frame();
		this.send('06');
		return answer;
	}

	close(): void {
		this.#stream.destroy();
	}

	async closed(): Promise<void> {
		if (!this.#stream.closed) await once(this.#stream, 'close');
	}
}

/** STX, length, payload, check. */
export function framed(payload: string): string {
	const bytes = Buffer.from(payload.replaceAll(' ', ''), 'hex');
	const check = bytes.reduce((sum, byte) => sum ^ byte, bytes.length);
	return Buffer.from([2, bytes.length, ...bytes, check]).toString('hex');
}

/** A line over TCP. */
export async function dial(register: VirtualRegister): Promise<Wire> {
	const socket = connect(register.port, register.host);
	socket.setNoDelay(true);
	const wire = new Wire(socket);
	await new Promise<void>((resolve) => {
		socket.once('connect', resolve);
		socket.once('close', () => resolve());
	});
	return wire;
}

/** A line that is no TCP: as a serial one, without FF after ACK. */
export function plug(register: VirtualRegister): Wire {
	const [host, device] = duplexPair();
	register.attach(device);
	return new Wire(host);
}
