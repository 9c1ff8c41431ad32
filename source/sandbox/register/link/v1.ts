// Link v1, the register's side: the state machine of the vendor's diagram (reference, section 1.3).
import type {Link, LinkHost, Reaction} from './reaction.ts';
import {noise} from './reaction.ts';

const ENQ = 0x05;
const STX = 0x02;
const ACK = 0x06;
const NAK = 0x15;

/** `working` is not in the diagram: the register carries out a command and does not read the line. */
type State = 'command' | 'length' | 'body' | 'working' | 'confirm' | 'enq';

/** STX, length, payload, exclusive or of the latter two. */
export function frameV1(payload: Uint8Array): Uint8Array {
	const frame = new Uint8Array(payload.length + 3);
	frame.set([STX, payload.length]);
	frame.set(payload, 2);
	frame[frame.length - 1] = payload.reduce((check, byte) => check ^ byte, payload.length);
	return frame;
}

export class LinkV1 implements Link {
	readonly #host: LinkHost;
	#state: State = 'command';
	/** The one kept answer, as a frame. */
	#answer: Uint8Array | null = null;
	#length = 0;
	#body: number[] = [];
	#unread: number[] = [];
	#byteTimer: NodeJS.Timeout | null = null;
	#workTimer: NodeJS.Timeout | null = null;

	constructor(host: LinkHost) {
		this.#host = host;
	}

	receive(bytes: Uint8Array): void {
		for (const byte of bytes) this.#take(byte);
	}

	reset(): void {
		this.#clearTimers();
		this.#unread = [];
		this.#answer = null;
		this.#state = 'command';
	}

	#take(byte: number): void {
		switch (this.#state) {
			case 'command':
				if (byte === STX) this.#enter('length');
				else this.#reply(NAK);
				break;
			case 'length':
				this.#length = byte;
				this.#body = [];
				if (byte === 0) this.#refuse();
				else this.#enter('body');
				break;
			case 'body':
				this.#body.push(byte);
				if (this.#body.length > this.#length) this.#whole();
				else this.#enter('body');
				break;
			case 'working':
				this.#unread.push(byte);
				break;
			case 'confirm':
				if (byte === ACK) this.#confirmed();
				else this.#enter('enq');
				break;
			case 'enq':
				if (byte === ENQ && this.#answer) this.#sendAgain(this.#answer);
				break;
		}
	}

	#confirmed(): void {
		this.#answer = null;
		this.#enter('command');
		if (this.#host.sendsFF) this.#reply(0xff);
	}

	#sendAgain(answer: Uint8Array): void {
		this.#reply(ACK);
		this.#host.send(answer);
		this.#enter('confirm');
	}

	#whole(): void {
		const check = this.#body.reduce((sum, byte) => sum ^ byte, this.#length);
		if (check !== 0) {
			this.#refuse();
			return;
		}
		this.#clearTimers();
		const reaction = this.#host.react(Uint8Array.from(this.#body.slice(0, -1)));
		if (reaction.take === 'ack') this.#work(reaction);
		else if (reaction.take === 'nak') this.#refuse();
		else this.#enter('command');
	}

	#work(reaction: Extract<Reaction, {take: 'ack'}>): void {
		this.#reply(ACK);
		this.#enter('working');
		if (reaction.afterMs === 0) this.#deliver(reaction);
		else this.#workTimer = setTimeout(() => this.#deliver(reaction), reaction.afterMs);
	}

	#deliver(reaction: Extract<Reaction, {take: 'ack'}>): void {
		const {answer, delivery, afterwards} = reaction;
		if (!answer || delivery === 'forgotten') {
			this.#enter('command');
		} else {
			this.#answer = frameV1(answer);
			this.#send(this.#answer, delivery);
			this.#enter('confirm');
		}
		afterwards?.();
		const unread = this.#unread;
		this.#unread = [];
		for (const byte of unread) this.#take(byte);
	}

	#send(frame: Uint8Array, delivery: 'plain' | 'lost' | 'bad-check' | 'noise-before' | 'twice'): void {
		if (delivery === 'lost') return;
		if (delivery === 'noise-before') this.#host.send(noise);
		if (delivery === 'twice') this.#host.send(frame);
		const isSpoilt = delivery === 'bad-check';
		this.#host.send(isSpoilt ? frame.with(frame.length - 1, (frame.at(-1) ?? 0) ^ 0x5a) : frame);
	}

	#refuse(): void {
		this.#enter('command');
		this.#reply(NAK);
	}

	#reply(byte: number): void {
		this.#host.send(Uint8Array.of(byte));
	}

	/** Goes to a state and starts its silence anew; in `command`, `enq` and `working` there is none. */
	#enter(state: State): void {
		this.#state = state;
		if (this.#byteTimer) clearTimeout(this.#byteTimer);
		this.#byteTimer = null;
		if (state === 'length' || state === 'body') {
			this.#byteTimer = setTimeout(() => this.#refuse(), this.#host.byteTimeoutMs());
		} else if (state === 'confirm') {
			this.#byteTimer = setTimeout(() => this.#enter('enq'), this.#host.byteTimeoutMs());
		}
	}

	#clearTimers(): void {
		if (this.#byteTimer) clearTimeout(this.#byteTimer);
		if (this.#workTimer) clearTimeout(this.#workTimer);
		this.#byteTimer = null;
		this.#workTimer = null;
	}
}
