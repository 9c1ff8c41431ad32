// The shim (shim/shim.c) for this machine: built once a run, or the reason why it cannot be.
import {spawnSync} from 'node:child_process';
import {existsSync, openSync, writeFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';

export type Shim = {
	/** The environment of a process on a watched folder. */
	environment(settings: ShimSettings): Readonly<Record<string, string>>;
};

export type ShimSettings = {
	/** The watched folder, absolute, without links in its path. */
	readonly root: string;
	/** Where changes and syncs are written down. */
	readonly log?: string;
	/** A disk that says «synced» and is not. */
	readonly isLying?: boolean;
	/** See {@link setFault}. */
	readonly faultFile?: string;
	/** See {@link openClock}. */
	readonly clockFile?: string;
};

/** Builds the shim into a folder; null where there is no gcc, no glibc or no Linux. */
export function buildShim(folder: string): Shim | null {
	if (process.platform !== 'linux') return null;
	const library = join(folder, 'shim.so');
	const source = join(import.meta.dirname, '..', 'shim', 'shim.c');
	const built = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl', '-lpthread'], {
		encoding: 'utf8',
	});
	if (built.status !== 0) return null;
	return {
		environment: ({root, log, isLying, faultFile, clockFile}) => ({
			LD_PRELOAD: library,
			QRKASSA_SHIM_ROOT: root,
			...(log === undefined ? {} : {QRKASSA_SHIM_LOG: log}),
			...(isLying ? {QRKASSA_SHIM_LIE: '1'} : {}),
			...(faultFile === undefined ? {} : {QRKASSA_SHIM_FAULT: faultFile}),
			...(clockFile === undefined ? {} : {QRKASSA_SHIM_CLOCK: clockFile}),
		}),
	};
}

/** Linux's numbers of the errors that a disk gives. */
export const errno = {EIO: 5, ENOSPC: 28, EROFS: 30} as const;

/** From now on these calls fail so; null: none. */
export function setFault(
	faultFile: string,
	fault: {readonly call: 'write' | 'sync' | 'open'; readonly error: keyof typeof errno} | null,
): void {
	writeFileSync(faultFile, fault === null ? '' : `${fault.call} ${errno[fault.error]}`);
}

export type ShimClock = {
	/** Moves the wall clock and the monotonic one of the process, from its next look at them. */
	shift(by: {readonly wallMs?: number; readonly monotonicMs?: number}): void;
};

/** The clock of one process; `speed`: how many times as fast its monotonic clock runs. */
export function openClock(clockFile: string, speed = 1): ShimClock {
	let wallMs = 0;
	let monotonicMs = 0;
	const bytes = (): Buffer => {
		const setting = Buffer.alloc(24);
		setting.writeBigInt64LE(BigInt(wallMs) * 1_000_000n, 0);
		setting.writeBigInt64LE(BigInt(monotonicMs) * 1_000_000n, 8);
		setting.writeBigInt64LE(BigInt(speed), 16);
		return setting;
	};
	// A process may have the file mapped already: it must stay the same file and never be empty.
	if (!existsSync(clockFile)) writeFileSync(clockFile, bytes());
	const handle = openSync(clockFile, 'r+');
	return {
		shift(by) {
			wallMs += by.wallMs ?? 0;
			monotonicMs += by.monotonicMs ?? 0;
			writeSync(handle, bytes(), 0, 24, 0);
		},
	};
}
