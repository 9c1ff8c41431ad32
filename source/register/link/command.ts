// What the link layer has to know of a command, and how its carriage can end. Shared by link v1 and v2.

/**
 * What may be done after a lost answer (register-protocol §1.5).
 * `read`, `write`: the link sends it again. `print`, `continue`, `fiscal`: the frame leaves once, whatever happens.
 */
export type CommandKind = 'read' | 'write' | 'print' | 'continue' | 'fiscal';

export type LinkCommand = {
	/** Command code, password and parameters, without frame. */
	readonly payload: Uint8Array;
	readonly kind: CommandKind;
	/** T3: from the register's ACK to the first byte of its answer. */
	readonly answerMs: number;
};

export type LinkEnd =
	| {readonly type: 'answered'; readonly payload: Uint8Array}
	/** The register refused the frame, as far as the line can tell; it was not carried out if the line tells the truth. */
	| {readonly type: 'notTaken'}
	/** The frame never went out: nobody answers. */
	| {readonly type: 'noLink'}
	/** The frame went out, and whether it was carried out nobody can tell but the register's state. */
	| {readonly type: 'unknown'};

/** Sent again by the link after a lost answer. */
export const isRepeatable = (kind: CommandKind): boolean => kind === 'read' || kind === 'write';

/** Whether a payload answers this command: the same code, or the two-byte refusal of an unknown `FFxx` (§3). */
export function isAnswerTo(command: LinkCommand, payload: Uint8Array): boolean {
	if (payload.length < 2 || payload[0] !== command.payload[0]) return false;
	return payload[0] !== 0xff || payload[1] === command.payload[1] || payload.length === 2;
}
