// The customer display's port: there, a port, ours to open. It is not opened: a running till writes to it.
import {access, constants, readdir, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import type {DisplaySeen} from '../seen.ts';

/** `null`: this till has no display. */
export async function probeDisplay(
	display: {readonly kind: string; readonly port: string} | null,
): Promise<DisplaySeen> {
	if (display === null) return {type: 'absent'};
	const {kind, port} = display;
	// Windows has no files for its ports; the console says so itself where one can't be opened.
	if (process.platform === 'win32') return {type: 'there', kind, port};
	try {
		if (!(await stat(port)).isCharacterDevice()) return {type: 'noPort', port};
	} catch {
		return {type: 'missing', port, found: await others(port)};
	}
	try {
		await access(port, constants.R_OK | constants.W_OK);
		return {type: 'there', kind, port};
	} catch {
		return {type: 'denied', port};
	}
}

/** Ports of a kind that lie there instead: a display that was plugged into another socket. */
async function others(port: string): Promise<readonly string[]> {
	const folder = dirname(port);
	const family = basename(port).replace(/\d+$/, '');
	const names = await readdir(folder).catch(() => []);
	const isKin = (name: string): boolean =>
		/^tty(USB|ACM)\d+$/.test(name) || (name.startsWith(family) && /\d$/.test(name) && family !== '');
	return names
		.filter(isKin)
		.sort()
		.slice(0, 5)
		.map((name) => join(folder, name));
}
