// The shim's log: every change of a folder's files and every sync, in the order in which they were done.
import {readFileSync} from 'node:fs';

export type DiskEvent =
	| {readonly type: 'create'; readonly inode: string; readonly name: string}
	| {readonly type: 'write'; readonly inode: string; readonly offset: number; readonly bytes: Buffer}
	| {readonly type: 'truncate'; readonly inode: string; readonly length: number}
	| {readonly type: 'sync'; readonly inode: string}
	| {readonly type: 'syncFolder'}
	| {readonly type: 'rename'; readonly from: string; readonly to: string}
	| {readonly type: 'unlink'; readonly name: string};

const headBytes = 32;
const magic = 0x51524b4c;

/** Reads a log; a record that its process did not live to finish is left out, as if the change had not been done. */
export function readDiskLog(file: string): readonly DiskEvent[] {
	const log = readFileSync(file);
	const events: DiskEvent[] = [];
	for (let at = 0; at + headBytes <= log.length; ) {
		if (log.readUInt32LE(at) !== magic) throw new Error(`not a record of the shim at byte ${at}`);
		const nameLength = log.readUInt32LE(at + 24);
		const dataLength = log.readUInt32LE(at + 28);
		const end = at + headBytes + nameLength + dataLength;
		if (end > log.length) break;
		events.push(
			eventOf(
				log.readUInt32LE(at + 4),
				String(log.readBigUInt64LE(at + 8)),
				Number(log.readBigUInt64LE(at + 16)),
				log.toString('utf8', at + headBytes, at + headBytes + nameLength),
				log.subarray(at + headBytes + nameLength, end),
			),
		);
		at = end;
	}
	return events;
}

function eventOf(kind: number, inode: string, offset: number, name: string, data: Buffer): DiskEvent {
	switch (kind) {
		case 1:
			return {type: 'create', inode, name};
		case 2:
			return {type: 'write', inode, offset, bytes: data};
		case 3:
			return {type: 'truncate', inode, length: offset};
		case 4:
			return {type: 'sync', inode};
		case 5:
			return {type: 'syncFolder'};
		case 6:
			return {type: 'rename', from: name, to: data.toString('utf8')};
		case 7:
			return {type: 'unlink', name};
		default:
			throw new Error(`the shim knows no operation ${kind}`);
	}
}
