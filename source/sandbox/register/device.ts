// The register itself: its memory, clock, tables and printer, as the commands see them.
import type {Model} from './model.ts';
import type {Printer} from './printer/printer.ts';
import type {RegisterState} from './state/state.ts';
import type {Tables} from './tables/tables.ts';

export type Device = {
	readonly state: RegisterState;
	readonly model: Model;
	readonly tables: Tables;
	readonly printer: Printer;
	/** The register's clock, in milliseconds since 1970. */
	readonly nowMs: () => number;
};

/** Modes that this register can be in by itself (reference, section 10); others are forced by `control`. */
export type Mode = number;

const hoursMs = 3_600_000;

/** Whether the shift is open for more than 24 hours by the register's clock. */
export const isShiftOverdue = ({state, nowMs}: Device): boolean =>
	state.isShiftOpen && nowMs() - state.shiftOpenedAtMs > 24 * hoursMs;

/** The mode: 2 shift open, 3 open over 24 hours, 4 closed, 8 a receipt is open. */
export function modeOf(device: Device): Mode {
	const {state} = device;
	if (state.forcedMode !== null) return state.forcedMode;
	if (state.receipt) return 8;
	if (!state.isShiftOpen) return 4;
	return isShiftOverdue(device) ? 3 : 2;
}

/** The mode byte of 10h: status in the high nibble, which for mode 8 is the receipt's kind. */
export function modeByte(device: Device): number {
	const mode = modeOf(device);
	return mode === 8 ? ((device.state.receipt?.kind ?? 0) << 4) | 8 : mode;
}

/** Flags of 10h and 11h: decimal point and lever always, the tape's two sensors while there is paper. */
export const statusFlags = ({state}: Device): number => (state.paper.isPresent ? 0x0292 : 0x0210);
