// One port of the register: picks the link by the first byte, keeps it while hosts come and go.
import type {Duplex} from 'node:stream';
import type {Link, LinkHost, Reaction} from './reaction.ts';
import {LinkV1} from './v1.ts';
import {LinkV2} from './v2.ts';

export type PortHost = {
	readonly react: (payload: Uint8Array, port: Port) => Reaction;
	readonly byteTimeoutMs: () => number;
	readonly sendsFF: boolean;
	readonly hasLinkV2: boolean;
	/** A register without power neither reads nor answers. */
	readonly isOn: () => boolean;
};

/** First bytes of an exchange: ENQ, STX, a numbered frame. An ACK still belongs to the one before. */
const openings = [0x05, 0x02, 0x8f];

export class Port {
	readonly #host: PortHost;
	readonly #linkHost: LinkHost;
	#link: Link | null = null;
	/** 14h was carried out: the first byte of the next exchange picks the link anew (reference, section 2). */
	#picksAnew = false;
	#stream: Duplex | null = null;

	constructor(host: PortHost) {
		this.#host = host;
		this.#linkHost = {
			react: (payload) => host.react(payload, this),
			send: (bytes) => this.#send(bytes),
			byteTimeoutMs: host.byteTimeoutMs,
			sendsFF: host.sendsFF,
		};
	}

	get isConnected(): boolean {
		return this.#stream !== null;
	}

	/** Joins the port with a line; what the link kept before is still kept. */
	connect(stream: Duplex): void {
		this.#stream = stream;
		stream.on('data', (chunk: Buffer) => this.#receive(chunk));
		const leave = () => {
			if (this.#stream === stream) this.#stream = null;
		};
		stream.on('end', leave);
		stream.on('close', leave);
		stream.on('error', leave);
	}

	/** Breaks the line, what was written still goes out. */
	disconnect(): void {
		const stream = this.#stream;
		this.#stream = null;
		if (!stream) return;
		stream.once('finish', () => stream.destroy());
		stream.end();
	}

	/** Power was lost. */
	forgetAnswer(): void {
		this.#link?.reset();
	}

	/** Lets the next exchange pick the link. */
	pickAnew(): void {
		this.#picksAnew = true;
	}

	/** Back to «auto»: the next byte picks the link anew. */
	resetLink(): void {
		this.#picksAnew = false;
		this.#link?.reset();
		this.#link = null;
	}

	#receive(bytes: Uint8Array): void {
		if (!this.#host.isOn()) return;
		if (this.#picksAnew && openings.includes(bytes[0] ?? 0)) this.resetLink();
		this.#link ??=
			this.#host.hasLinkV2 && bytes[0] === 0x8f ? new LinkV2(this.#linkHost) : new LinkV1(this.#linkHost);
		this.#link.receive(bytes);
	}

	#send(bytes: Uint8Array): void {
		if (this.#stream?.writable) this.#stream.write(bytes);
	}
}
