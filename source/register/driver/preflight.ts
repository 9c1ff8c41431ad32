// All that can be known before an order is made: a register that can't print must be known before the customer pays.
import type {RegisterTrouble} from '../../core/index.ts';
import {type FullStatus, fullStatus} from '../commands/full-status.ts';
import type {ShortStatus} from '../commands/short-status.ts';
import {type StorageStatus, storageStatus} from '../commands/storage-status.ts';
import {notSupported} from '../errors/codes.ts';
import {type Bench, beforehand} from './bench.ts';
import type {AskCapabilities, Capabilities} from './capabilities.ts';
import {modeTrouble} from './modes.ts';
import {compareNames, nameTroubles, type SlotName} from './names.ts';
import {openTheShift} from './shift.ts';
import {troubleOf} from './trouble.ts';
import {waitForPrinter} from './wait-for-printer.ts';

export type Checked =
	| {readonly type: 'ready'; readonly warnings: readonly RegisterTrouble[]}
	| {readonly type: 'problem'; readonly trouble: RegisterTrouble};

export type PreflightParts = {
	readonly capabilities: AskCapabilities;
	readonly slots: readonly SlotName[];
	/** Local wall time of the computer, to compare the register's clock with. */
	readonly now: () => Date;
};

const problem = (trouble: RegisterTrouble): Checked => ({type: 'problem', trouble});

/** Opens a closed shift; closes none, cancels nothing. */
export async function check(bench: Bench, {capabilities, slots, now}: PreflightParts): Promise<Checked> {
	const full = await bench.device.ask(fullStatus(bench.device.password));
	if (full.type !== 'ok' && full.type !== 'refused') return problem(troubleOf(full));
	const readAt = now();
	const identity = full.type === 'ok' ? full.answer : null;
	const able = await capabilities({full: identity});
	if (able.type !== 'ok') return problem(troubleOf(able));
	const printer = await waitForPrinter(bench, beforehand(bench.times));
	if (printer.type === 'problem') return problem(printer.trouble);
	const paper = paperTrouble(able.answer, printer.status);
	if (paper !== null) return problem(paper);
	const mode = await modeTrouble(bench.device, printer.status);
	if (mode !== null && mode.code !== 'SHIFT_CLOSED') return problem(mode);
	const storage = await bench.device.ask(storageStatus(bench.device.password));
	const hasStorage = !(storage.type === 'refused' && storage.error === notSupported);
	if (hasStorage && storage.type !== 'ok') return problem(troubleOf(storage));
	const life = storage.type === 'ok' ? storageTroubles(storage.answer) : [];
	const dead = life.find(({code}) => code === 'STORAGE_PHASE');
	if (dead) return problem(dead);
	if (mode !== null) {
		const opened = await openTheShift(bench);
		if (opened.type === 'failed') return problem(opened.trouble);
	}
	const clock = clockTroubles(identity, readAt);
	const names = await compareNames(bench.device, slots);
	const nameWarnings = names.type === 'ok' ? nameTroubles(names.answer) : [];
	return {type: 'ready', warnings: [...life, ...clock, ...nameWarnings]};
}

/** The submode has spoken before; the sensors are believed only where the model is said to have them. */
function paperTrouble(able: Capabilities, status: ShortStatus): RegisterTrouble | null {
	if (able.has('receiptOpticalSensor') && !status.hasReceiptPaper) return {code: 'PAPER'};
	return able.has('coverSensor') && status.isCoverOpen ? {code: 'COVER'} : null;
}

/** Set up and in fiscal mode; neither bit 2 (archive closed) nor bit 3 (sent). */
const workingPhase = 3;

function storageTroubles({phase, warnings}: StorageStatus): readonly RegisterTrouble[] {
	if (phase !== workingPhase) return [{code: 'STORAGE_PHASE', phase}];
	return warnings.map((warning) => ({code: 'STORAGE_WARNING', warning}));
}

const clockToleranceMinutes = 10;

function clockTroubles(full: FullStatus | null, now: Date): readonly RegisterTrouble[] {
	if (full === null) return [];
	const {date, time} = full;
	const differenceMs = Math.abs(new Date(`${date}T${time}`).getTime() - now.getTime());
	const minutes = Math.round(differenceMs / 60_000);
	return minutes > clockToleranceMinutes ? [{code: 'CLOCK', registerTime: `${date} ${time}`, minutes}] : [];
}
