// What can befall a journal's files: a bit turned in a row, a bit turned anywhere, a file cut short, two rows swapped.
import {readFileSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import type {Chance} from '../../torture/support/chance.ts';
import {besideFile, currentFile, type Healthy, pastFile} from './healthy.ts';

export const woundKinds = [
	'a bit of a row',
	'a file cut short',
	'two rows swapped',
	'a bit anywhere',
] as const;
export type WoundKind = (typeof woundKinds)[number];

/** Hurts a copy of the healthy journal; answers which file was hurt. */
export function wound(folder: string, healthy: Healthy, kind: WoundKind, chance: Chance): string {
	switch (kind) {
		case 'a bit of a row': {
			const file = chance.oneOf<typeof pastFile | typeof currentFile>([pastFile, currentFile, currentFile]);
			return turnBitOfRow(folder, healthy, file, chance);
		}
		case 'a file cut short': {
			const file = chance.oneOf([pastFile, currentFile, besideFile]);
			const path = join(folder, file);
			// What the file beside holds anew need not be in this one: it is closed first, as by a till that was left.
			if (file === currentFile) closeFile(path);
			truncateSync(path, chance.below(readFileSync(path).length));
			return file;
		}
		case 'two rows swapped': {
			const file = chance.oneOf([pastFile, currentFile]);
			swapRows(join(folder, file), chance);
			return file;
		}
		case 'a bit anywhere': {
			const file = chance.oneOf([pastFile, currentFile, besideFile]);
			const path = join(folder, file);
			turnBit(path, 0, readFileSync(path).length, chance);
			return file;
		}
	}
}

/** The row may lie in the file itself or, the newest ones, in the one beside it: the newest place is the one that is read. */
function turnBitOfRow(
	folder: string,
	healthy: Healthy,
	file: typeof pastFile | typeof currentFile,
	chance: Chance,
): string {
	const rows = healthy.bytesOf(file);
	const row = rows[chance.below(rows.length)] ?? Buffer.alloc(0);
	for (const name of file === currentFile ? [besideFile, file] : [file]) {
		const at = readFileSync(join(folder, name)).lastIndexOf(row);
		if (at === -1) continue;
		turnBit(join(folder, name), at, row.length, chance);
		return name;
	}
	throw new Error(`a row of ${file} is nowhere`);
}

function turnBit(path: string, from: number, length: number, chance: Chance): void {
	const bytes = readFileSync(path);
	const at = from + chance.below(length);
	bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
	writeFileSync(path, bytes);
}

function closeFile(path: string): void {
	const db = new DatabaseSync(path);
	db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
	db.close();
}

function swapRows(path: string, chance: Chance): void {
	const db = new DatabaseSync(path);
	const count = Number(db.prepare('SELECT count(*) AS n FROM events').get()?.['n']);
	const a = 1 + chance.below(count);
	const b = 1 + ((a - 1 + 1 + chance.below(count - 1)) % count);
	db.exec(
		`UPDATE events SET seq = -1 WHERE seq = ${a}; UPDATE events SET seq = ${a} WHERE seq = ${b}; UPDATE events SET seq = ${b} WHERE seq = -1`,
	);
	db.close();
}
