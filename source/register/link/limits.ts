// Times and counts of link v1 by the kind of line (register-protocol §1.7, the columns «ours»).

export type LinkLimits = {
	/** T1: reply to ENQ. */
	readonly replyMs: number;
	/** T2: ACK to a frame. */
	readonly acceptMs: number;
	/** T4: between the bytes of an answer. */
	readonly byteMs: number;
	/** T5: the silence that ends a stray transmission. */
	readonly quietMs: number;
	/** Bounds T3 of every command from above. */
	readonly longestAnswerMs: number;
	/** R1: ENQ tries. */
	readonly enquiries: number;
	/** R2: sends of one frame after NAK. */
	readonly sends: number;
	/** R3: reads of one answer. */
	readonly reads: number;
};

export const serialLimits: LinkLimits = {
	replyMs: 600,
	acceptMs: 1000,
	byteMs: 300,
	quietMs: 150,
	longestAnswerMs: 120_000,
	enquiries: 5,
	sends: 10,
	reads: 10,
};

export const tcpLimits: LinkLimits = {
	replyMs: 2000,
	acceptMs: 2000,
	byteMs: 2000,
	quietMs: 300,
	longestAnswerMs: 120_000,
	enquiries: 5,
	sends: 3,
	reads: 5,
};
