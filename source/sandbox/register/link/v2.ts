// Link v2, the register's side: numbered frames, each request carried out once (reference, section 2).
import {join, le} from '../bytes/build.ts';
import {Reader} from '../bytes/reader.ts';
import {crc16} from './crc.ts';
import {type Link, type LinkHost, noise, type Reaction} from './reaction.ts';

const STX = 0x8f;
const ESC = 0x9f;

const stuffed = (bytes: Uint8Array): Uint8Array =>
	Uint8Array.from(
		[...bytes].flatMap((byte) => (byte === STX ? [ESC, 0x81] : byte === ESC ? [ESC, 0x83] : [byte])),
	);

/** A frame with this number and these data; with a wrong check when a fault asks for it. */
export function frameV2(number: number, data: Uint8Array, check: 'right' | 'wrong' = 'right'): Uint8Array {
	const body = join(le(data.length + 2, 2), le(number, 2), data);
	const crc = crc16(body) ^ (check === 'wrong' ? 0x5a5a : 0);
	return join(STX, stuffed(join(body, le(crc, 2))));
}

export class LinkV2 implements Link {
	readonly #host: LinkHost;
	/** Unstuffed bytes after 8F, null while no frame is open. */
	#frame: number[] | null = null;
	#isEscaped = false;
	#isWorking = false;
	#unread: number[] = [];
	#last: {readonly number: number; readonly answer: Uint8Array} = {number: 0, answer: new Uint8Array()};
	#byteTimer: NodeJS.Timeout | null = null;
	#workTimer: NodeJS.Timeout | null = null;

	constructor(host: LinkHost) {
		this.#host = host;
	}

	receive(bytes: Uint8Array): void {
		for (const byte of bytes) this.#take(byte);
	}

	reset(): void {
		this.#drop();
		if (this.#workTimer) clearTimeout(this.#workTimer);
		this.#workTimer = null;
		this.#isWorking = false;
		this.#unread = [];
		this.#last = {number: 0, answer: new Uint8Array()};
	}

	#take(byte: number): void {
		if (this.#isWorking) {
			this.#unread.push(byte);
		} else if (byte === STX) {
			this.#drop();
			this.#frame = [];
			this.#expectMore();
		} else if (this.#frame) {
			this.#expectMore();
			this.#unstuff(this.#frame, byte);
		}
	}

	#unstuff(frame: number[], byte: number): void {
		if (!this.#isEscaped && byte === ESC) {
			this.#isEscaped = true;
			return;
		}
		if (this.#isEscaped && byte !== 0x81 && byte !== 0x83) {
			this.#drop();
			return;
		}
		frame.push(this.#isEscaped ? (byte === 0x81 ? STX : ESC) : byte);
		this.#isEscaped = false;
		this.#tryWhole(Uint8Array.from(frame));
	}

	#tryWhole(frame: Uint8Array): void {
		if (frame.length < 2) return;
		const length = new Reader(frame).u16();
		if (length !== 1 && frame.length < length + 4) return;
		this.#drop();
		const body = frame.subarray(0, length + 2);
		if (length === 1 || crc16(body) !== new Reader(frame, length + 2).u16()) return;
		const number = length === 0 ? null : new Reader(body, 2).u16();
		const isNext = number === ((this.#last.number + 1) & 0xffff);
		if (number !== null && isNext && length > 2) this.#carryOut(number, body.slice(4));
		else this.#repeatLast();
	}

	#carryOut(number: number, payload: Uint8Array): void {
		const reaction = this.#host.react(payload);
		if (reaction.take !== 'ack') return;
		this.#isWorking = true;
		if (reaction.afterMs === 0) this.#deliver(number, reaction);
		else this.#workTimer = setTimeout(() => this.#deliver(number, reaction), reaction.afterMs);
	}

	#deliver(number: number, {answer, delivery, afterwards}: Extract<Reaction, {take: 'ack'}>): void {
		this.#isWorking = false;
		if (answer && delivery !== 'forgotten') {
			this.#last = {number, answer};
			if (delivery === 'noise-before') this.#host.send(noise);
			if (delivery === 'twice') this.#repeatLast();
			if (delivery === 'bad-check') this.#host.send(frameV2(number, answer, 'wrong'));
			else if (delivery !== 'lost') this.#repeatLast();
		}
		afterwards?.();
		const unread = this.#unread;
		this.#unread = [];
		for (const byte of unread) this.#take(byte);
	}

	#repeatLast(): void {
		this.#host.send(frameV2(this.#last.number, this.#last.answer));
	}

	#expectMore(): void {
		if (this.#byteTimer) clearTimeout(this.#byteTimer);
		this.#byteTimer = setTimeout(() => this.#drop(), this.#host.byteTimeoutMs());
	}

	#drop(): void {
		if (this.#byteTimer) clearTimeout(this.#byteTimer);
		this.#byteTimer = null;
		this.#frame = null;
		this.#isEscaped = false;
	}
}
