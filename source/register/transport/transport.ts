// A line of bytes to a register, whatever it is made of. No frame, no retry, no meaning here.

/** An open line. It never queues for later: what is sent while it is broken is gone. */
export type Transport = {
	send(bytes: Uint8Array): void;
	/** Resolves when the line is closed and nothing of it is left behind. */
	close(): Promise<void>;
};

export type TransportListener = {
	onBytes(bytes: Uint8Array): void;
	/** The line broke by itself; it is told once, and not after `close`. */
	onLost(): void;
};

export type OpenTransport = (listener: TransportListener) => Promise<
	| {readonly type: 'open'; readonly transport: Transport}
	/** `detail` is the system's own word for the cause, such as `ECONNREFUSED`. */
	| {readonly type: 'failed'; readonly detail: string}
>;
