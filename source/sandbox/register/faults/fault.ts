// Faults that can be put at any command: on the line, in the printer, in the power, in the answer.

/**
 * What goes wrong:
 * - `noAnswer` — the frame is not seen: silence, nothing done;
 * - `nak` — refused by the line though it came right, nothing done;
 * - `badLrc`, `noiseBefore`, `doubleAnswer` — done, the answer is spoilt once, follows noise, or goes out twice;
 * - `answerLate` — done at once, the answer comes `ms` later, the line is not read meanwhile;
 * - `ackWithoutAnswer` — done, the answer is lost on the way but kept: ENQ fetches it;
 * - `loseClose` — done, the answer is lost and forgotten: ENQ gets NAK;
 * - `lineBroken` — the connection breaks after ACK; done or not by `end`, and the answer is kept if it was;
 * - `powerLostInsideClose` — power goes after ACK; `closed`: it was done before; `notClosed`: it was not, and the open receipt is kept or
 *   cancelled; power comes back after `offMs`, or by `control.setPower(true)`;
 * - `paperOutBefore`, `paperOutInside`, `paperOutAfter` — the paper ends before, inside or after what the command prints;
 * - `busy`, `wrongMode`, `storageFull`, `refuse` — not done, answered by 50h, 73h, 14h, or by `error`;
 * - `shiftOver24h` — the shift grows older than 24 hours just before the command;
 * - `foreignReceipt` — another program's receipt is open just before the command.
 */
export type FaultDetails =
	| {
			readonly fault:
				| 'noAnswer'
				| 'nak'
				| 'badLrc'
				| 'noiseBefore'
				| 'doubleAnswer'
				| 'ackWithoutAnswer'
				| 'loseClose'
				| 'paperOutBefore'
				| 'paperOutInside'
				| 'paperOutAfter'
				| 'busy'
				| 'wrongMode'
				| 'storageFull'
				| 'shiftOver24h'
				| 'foreignReceipt';
	  }
	| {readonly fault: 'answerLate'; readonly ms: number}
	| {readonly fault: 'refuse'; readonly error: number}
	| {readonly fault: 'lineBroken'; readonly end: 'done' | 'notDone'}
	| {
			readonly fault: 'powerLostInsideClose';
			readonly end: 'closed' | 'notClosed';
			/** Of a receipt that was not closed; kept unless told otherwise. */
			readonly receipt?: 'kept' | 'cancelled';
			readonly offMs?: number;
	  };

export type Fault = FaultDetails & {
	/** Hex code of the command, `FF45` or `8d`; without it any command — but a close for the two faults of the close. */
	readonly command?: string;
	/** At which such command from now on, 1 if not said. */
	readonly nth?: number;
	/** At how many commands in a row, 1 if not said. */
	readonly times?: number;
};

export type FaultName = FaultDetails['fault'];
