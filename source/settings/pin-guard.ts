// The PIN against somebody who tries them all: wrong ones are counted in the till's folder before they are judged, so that neither a
// restart nor a pulled plug forgives one, and each further one has to wait longer.
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {readSettingsFile} from './disk/read-file.ts';
import {writeSettingsFile} from './disk/write-file.ts';
import {checkPin} from './pin.ts';

export type PinTry = {
	/** The till's folder. */
	readonly folder: string;
	readonly pin: string;
	/** The till's, of till.json. */
	readonly pinHash: string;
	/** Wall time: it goes on while no process runs. */
	readonly nowMs: number;
};

export type PinVerdict =
	| {readonly type: 'right'}
	/** `waitS`: how long until the next one is judged; 0: at once. */
	| {readonly type: 'wrong'; readonly waitS: number}
	/** Not judged at all: the wait is not over. */
	| {readonly type: 'wait'; readonly waitS: number}
	/** Not judged at all: the try could not be counted. */
	| {readonly type: 'uncounted'; readonly errno: string};

export const attemptsFileName = 'pin.attempts';

/** So many slips of the finger cost nothing. */
const freeTries = 3;
const firstWaitS = 30;
const longestWaitS = 3600;

/** The wait after so many wrong PINs in a row, in seconds: 0, 0, 30, 60, 120 … 3600. Ten thousand PINs take more than a year. */
export const waitAfter = (failures: number): number =>
	failures < freeTries ? 0 : Math.min(longestWaitS, firstWaitS * 2 ** (failures - freeTries));

/** Judges a PIN, unless the wait after the last wrong one is not over. */
export async function tryPin({folder, pin, pinHash, nowMs}: PinTry): Promise<PinVerdict> {
	const path = join(folder, attemptsFileName);
	const {failures, lastMs} = readAttempts(path, nowMs);
	const wholeS = waitAfter(failures);
	// A clock that was set back begins the wait anew: a time to come is no time to wait for.
	if (lastMs > nowMs && wholeS > 0) write(path, {failures, lastMs: nowMs});
	const leftS = Math.min(wholeS, Math.ceil(wholeS - (nowMs - lastMs) / 1000));
	if (leftS > 0) return {type: 'wait', waitS: leftS};
	const fault = write(path, {failures: failures + 1, lastMs: nowMs});
	if (fault !== null) return {type: 'uncounted', errno: fault};
	if (!(await checkPin(pin, pinHash))) return {type: 'wrong', waitS: waitAfter(failures + 1)};
	rmSync(path, {force: true});
	return {type: 'right'};
}

type Attempts = {readonly failures: number; readonly lastMs: number};

function readAttempts(path: string, nowMs: number): Attempts {
	const reading = readSettingsFile(path, 256);
	if (reading.type === 'missing') return {failures: 0, lastMs: 0};
	const text = reading.type === 'read' ? Buffer.from(reading.bytes).toString('latin1') : '';
	const [, failures, lastMs] = /^(\d{1,6}) (\d{1,16})\n$/.exec(text) ?? [];
	if (failures !== undefined && lastMs !== undefined) {
		return {failures: Number(failures), lastMs: Number(lastMs)};
	}
	// What cannot be read was not written by us, and forgives nothing: the longest wait begins now.
	const spoilt = {failures: 10, lastMs: nowMs};
	write(path, spoilt);
	return spoilt;
}

/** null: on disk. */
function write(path: string, {failures, lastMs}: Attempts): string | null {
	const problem = writeSettingsFile(path, Buffer.from(`${failures} ${lastMs}\n`));
	return problem === null ? null : String(problem.params['errno'] ?? '');
}
