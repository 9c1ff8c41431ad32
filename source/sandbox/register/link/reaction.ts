// What the register does with a frame that came whole: takes it or not, and how its answer goes out. The link carries it out.

export type Reaction =
	| {readonly take: 'silence' | 'nak'}
	| {
			readonly take: 'ack';
			/** Null: the frame was taken and nothing will ever be answered. */
			readonly answer: Uint8Array | null;
			readonly delivery: Delivery;
			/** The answer goes out this much later; till then the line is not read. */
			readonly afterMs: number;
			/** Done at once after ACK: power goes, the line breaks. */
			readonly afterwards?: () => void;
	  };

/**
 * `plain`; `lost` on the way but kept; `forgotten`, lost and not kept; `bad-check` with a wrong check once; `noise-before`; `twice`.
 */
export type Delivery = 'plain' | 'lost' | 'forgotten' | 'bad-check' | 'noise-before' | 'twice';

/** What a link needs of the register and of its line. */
export type LinkHost = {
	readonly react: (payload: Uint8Array) => Reaction;
	readonly send: (bytes: Uint8Array) => void;
	/** Longest silence inside a frame and before the host's ACK. */
	readonly byteTimeoutMs: () => number;
	/** One byte FF after the host's ACK, as over TCP (reference, section 1.6). */
	readonly sendsFF: boolean;
};

export type Link = {
	receive(bytes: Uint8Array): void;
	/** Power was lost: a kept answer and half a frame are forgotten. */
	reset(): void;
};

/** Noise of a bad line: no STX and no start of a numbered frame in it. */
export const noise = Uint8Array.of(0x00, 0x7f, 0xfe, 0x15, 0x33);
