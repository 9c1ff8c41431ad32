// What every operation of the driver works on: the device, the notices for the cashier, and time that ends with the port.
import {setTimeout as sleep} from 'node:timers/promises';
import type {RegisterTrouble} from '../../core/index.ts';
import type {Device} from './device.ts';

/** Milliseconds between and around commands (register-protocol §1.7: T6, T7; §12.2). */
export type DriverTimes = {
	/** T6: 10h poll while printing. */
	readonly pollMs: number;
	/** T7: of printing, before the cashier is told. */
	readonly printTellMs: number;
	/** Between the two readings of §12.2, step 3, and how long they may take to agree. */
	readonly settleMs: number;
	readonly settleLimitMs: number;
	/** For an answer that the register may still keep (§12.2, step 1). */
	readonly recallMs: number;
	/** How long something that may as well be left undone waits for paper or for a busy printer before it begins. */
	readonly patienceMs: number;
};

/** How long to wait for what: a person's hand with paper, the printer's own work. */
export type Patience = {readonly paperMs: number; readonly printingMs: number};

/** In the middle of a document: as long as the line is alive. */
export const endless: Patience = {paperMs: Number.POSITIVE_INFINITY, printingMs: Number.POSITIVE_INFINITY};

/** Before a document: missing paper is told at once, printing may end. */
export const beforehand = ({patienceMs}: DriverTimes): Patience => ({paperMs: 0, printingMs: patienceMs});

export const usualTimes: DriverTimes = {
	pollMs: 200,
	printTellMs: 30_000,
	settleMs: 1000,
	settleLimitMs: 30_000,
	recallMs: 10_000,
	patienceMs: 10_000,
};

export type Notices = {
	/** What the register waits for at this moment, or null. */
	current(): RegisterTrouble | null;
	tell(trouble: RegisterTrouble | null): void;
};

export type Bench = {
	readonly device: Device;
	readonly times: DriverTimes;
	readonly notices: Notices;
	/** What this firmware was found to lack, by command code: the other way is taken at once next time. */
	readonly lacks: Set<string>;
	/** False when the port was closed meanwhile: all waiting ends. */
	pause(ms: number): Promise<boolean>;
};

export function createBench(parts: Omit<Bench, 'pause'>, closing: AbortSignal): Bench {
	return {
		...parts,
		pause: async (ms) => {
			await sleep(ms, undefined, {signal: closing}).catch(() => undefined);
			return !closing.aborted;
		},
	};
}
