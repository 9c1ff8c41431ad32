// The words of a trace of the register's line: what each command is, and what becomes of the line itself.

export type RegisterTraceWording = {
	/** By code in hex, as a trace has it: `10`, `FF45`. */
	readonly commands: Readonly<Record<string, string>>;
	readonly line: Readonly<Record<'opened' | 'lost' | 'closed' | 'unreachable', string>>;
	/** A frame that stopped in its middle. */
	readonly brokenOff: string;
	readonly done: string;
	/** The head of `register replay`: the model, and whether its shift is open at first. */
	readonly replayOn: (model: string, isShiftOpen: boolean) => string;
	readonly noAnswerRecorded: string;
	readonly noAnswer: string;
	/** A command that writes a password is not sent. */
	readonly secret: string;
	readonly replayed: (commands: number, differ: number) => string;
};
