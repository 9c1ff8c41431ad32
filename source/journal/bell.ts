// The bell: a small file that is written after each row (and each live poll), so that readers wake at once and need not ask the
// database. It also bears witness: a journal that ends before the row that the bell speaks of has lost its tail.
import {hash} from 'node:crypto';
import {closeSync, openSync, readFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';
import type {JournalPulse} from '../engine/ports.ts';
import type {ChainPoint} from './chain.ts';
import {makePrivateFile} from './disk.ts';
import {bellFileName} from './names.ts';

export type Bell = {
	/** The newest row on disk. */
	readonly last: ChainPoint;
	/** The newest live poll; null: none since the till was opened. */
	readonly pulse: JournalPulse | null;
};

/** Always this many bytes, written over the old ones: a reader never finds the file empty. */
const bellBytes = 1024;

/** Rings. Best effort: a disk that is full must not stop a payment, and readers look by themselves now and then. */
export function ring(folder: string, bell: Bell): void {
	const full = textOf(bell);
	const bytes = Buffer.alloc(bellBytes, ' ');
	bytes.write(Buffer.byteLength(full) < bellBytes ? full : textOf({...bell, pulse: null}));
	try {
		const path = join(folder, bellFileName);
		makePrivateFile(path);
		const handle = openSync(path, 'r+');
		try {
			writeSync(handle, bytes, 0, bellBytes, 0);
		} finally {
			closeSync(handle);
		}
	} catch {
		// See above.
	}
}

/** The bell as it was last rung, or null where there is none or it was torn by a power cut. */
export function readBell(folder: string): Bell | null {
	try {
		const text = readFileSync(join(folder, bellFileName), 'utf8');
		if (text.length > bellBytes) return null;
		const {check, ...content} = JSON.parse(text) as {check: unknown} & StoredBell;
		if (check !== checkOf(content)) return null;
		return {last: {seq: content.seq, hash: content.hash}, pulse: content.pulse};
	} catch {
		return null;
	}
}

type StoredBell = {readonly seq: number; readonly hash: string; readonly pulse: JournalPulse | null};

function textOf({last, pulse}: Bell): string {
	const content: StoredBell = {seq: last.seq, hash: last.hash, pulse};
	return JSON.stringify({...content, check: checkOf(content)});
}

const checkOf = ({seq, hash: rowHash, pulse}: StoredBell): string =>
	hash('sha256', JSON.stringify([seq, rowHash, pulse]), 'hex').slice(0, 16);
