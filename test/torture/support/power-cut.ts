// A power cut: a folder as it lies on the disk when the machine goes dark. What was synced is there; of what was not, any
// part may be, whole pages of it or none; a name that the folder was not synced for may be missing.
import {lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Chance} from './chance.ts';
import type {DiskEvent} from './disk-log.ts';

type Change = Extract<DiskEvent, {type: 'write' | 'truncate'}>;
type Inode = {readonly durable: Buffer; readonly pending: readonly Change[]};

export type Disk = {
	/** What each inode holds. */
	readonly inodes: ReadonlyMap<string, Inode>;
	/** Names as the running system sees them. */
	readonly live: ReadonlyMap<string, string>;
	/** Names as the disk has them. */
	readonly durable: ReadonlyMap<string, string>;
};

/** A folder that lies on the disk as it is: between two lives of the process. */
export function diskOf(folder: string): Disk {
	const inodes = new Map<string, Inode>();
	const names = new Map<string, string>();
	for (const name of readdirSync(folder)) {
		const facts = lstatSync(join(folder, name), {bigint: true});
		if (!facts.isFile()) continue;
		inodes.set(String(facts.ino), {durable: readFileSync(join(folder, name)), pending: []});
		names.set(name, String(facts.ino));
	}
	return {inodes, live: names, durable: names};
}

/** The disk after what the process has done. */
export function after(disk: Disk, events: readonly DiskEvent[]): Disk {
	const inodes = new Map(disk.inodes);
	const live = new Map(disk.live);
	let durable = new Map(disk.durable);
	for (const event of events) {
		switch (event.type) {
			case 'create':
				inodes.set(event.inode, {durable: Buffer.alloc(0), pending: []});
				live.set(event.name, event.inode);
				break;
			case 'write':
			case 'truncate': {
				const inode = inodes.get(event.inode);
				if (inode) inodes.set(event.inode, {...inode, pending: [...inode.pending, event]});
				break;
			}
			case 'sync': {
				const inode = inodes.get(event.inode);
				if (inode) {
					inodes.set(event.inode, {durable: inode.pending.reduce(changed, inode.durable), pending: []});
				}
				break;
			}
			case 'syncFolder':
				durable = new Map(live);
				break;
			case 'rename': {
				const inode = live.get(event.from);
				live.delete(event.from);
				if (inode !== undefined) live.set(event.to, inode);
				break;
			}
			case 'unlink':
				live.delete(event.name);
				break;
		}
	}
	return {inodes, live, durable};
}

/** Side files that SQLite makes anew at its next start: memory, not disk. */
const isMemory = (name: string): boolean => name.endsWith('-shm');
const pageBytes = 4096;

/** Puts the folder on the real disk as the cut has left it. `chance` decides what of the unsynced has arrived. */
export function cutPower(folder: string, disk: Disk, chance: Chance): {readonly droppedWrites: number} {
	// Half of the cuts lose all that was not synced; the others any part of it.
	const arrives = chance.isOneIn(2) ? () => false : () => chance.isOneIn(2);
	const names = arrives() ? disk.live : disk.durable;
	let droppedWrites = 0;
	rmSync(folder, {recursive: true, force: true});
	mkdirSync(folder, {mode: 0o700});
	for (const [name, inode] of names) {
		const held = disk.inodes.get(inode);
		if (!held || isMemory(name)) continue;
		let bytes = held.durable;
		for (const change of held.pending.flatMap(pagesOf)) {
			if (arrives()) bytes = changed(bytes, change);
			else droppedWrites += 1;
		}
		writeFileSync(join(folder, name), bytes, {mode: 0o600});
	}
	return {droppedWrites};
}

/** A long write reaches the disk page by page. */
function pagesOf(change: Change): readonly Change[] {
	if (change.type === 'truncate' || change.bytes.length <= pageBytes) return [change];
	const count = Math.ceil(change.bytes.length / pageBytes);
	return Array.from({length: count}, (_, index) => ({
		...change,
		offset: change.offset + index * pageBytes,
		bytes: change.bytes.subarray(index * pageBytes, (index + 1) * pageBytes),
	}));
}

function changed(bytes: Buffer, change: Change): Buffer {
	const end = change.type === 'write' ? change.offset + change.bytes.length : change.length;
	const grown = Buffer.alloc(change.type === 'write' ? Math.max(bytes.length, end) : end);
	bytes.copy(grown, 0, 0, Math.min(bytes.length, grown.length));
	if (change.type === 'write') change.bytes.copy(grown, change.offset);
	return grown;
}
