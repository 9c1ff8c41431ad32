// The disk under the till's folder: room, and how long a write takes until it is surely there. Leaves nothing behind.
import {open, rm, stat, statfs} from 'node:fs/promises';
import {join} from 'node:path';
import type {DiskSeen} from '../seen.ts';

/** As much as a payment writes, several times over: a disk that takes this has room for the one under way. */
const bytes = Buffer.alloc(64 * 1024, 1);
const writes = 3;

/** What the doctor writes to try the disk; the process's number keeps two doctors apart. */
export const trialFileName = (pid: number): string => `.doctor.${pid}.new`;

/** Writes a small file and takes it away again. */
export async function probeDisk(folder: string): Promise<DiskSeen> {
	try {
		if (!(await stat(folder)).isDirectory()) return {type: 'noFolder'};
	} catch {
		return {type: 'noFolder'};
	}
	const file = join(folder, trialFileName(process.pid));
	try {
		const {bavail, bsize} = await statfs(folder);
		const freeBytes = bavail * bsize;
		const times: number[] = [];
		for (let count = 0; count < writes; count += 1) times.push(await timeOfWrite(file));
		// The middle one: a disk that was busy once is not slow.
		const fsyncMs = times.sort((one, other) => one - other)[Math.floor(writes / 2)] ?? 0;
		return {type: 'written', freeBytes, fsyncMs: Math.round(fsyncMs)};
	} catch (error) {
		return {type: 'refused', errno: error instanceof Error && 'code' in error ? String(error.code) : 'EIO'};
	} finally {
		await rm(file, {force: true}).catch(() => undefined);
	}
}

async function timeOfWrite(file: string): Promise<number> {
	const handle = await open(file, 'w', 0o600);
	try {
		const startMs = performance.now();
		await handle.writeFile(bytes);
		await handle.datasync();
		return performance.now() - startMs;
	} finally {
		await handle.close();
	}
}
