// A reader that follows the journal comes to its current file: what past months hold for it is told before, each row once.
import type {DatabaseSync} from 'node:sqlite';
import {type ChainPoint, chainStart} from '../chain.ts';
import {journalFileName} from '../names.ts';
import {newestSeq, pointAt, rowBefore} from '../places.ts';
import {continuedIn, headEnd} from './continued.ts';
import {closeParts, lastIn, openParts, type Part} from './parts.ts';

/** Hands on what follows a place in a file. */
export type TellAfter = (part: Pick<Part, 'name' | 'db'>, place: ChainPoint) => void;

/**
 * For a reader that begins: tells what past months hold, and answers with the place to go on from in the current file.
 * @param from rows after this number of the current file (0: all rows of all months), or rows at or after this ISO time
 */
export function beginFrom(
	folder: string,
	current: DatabaseSync,
	from: number | string,
	tellAfter: TellAfter,
): ChainPoint {
	if (typeof from === 'number' && from > 0)
		return pointAt(current, Math.min(from, newestSeq(current))) ?? chainStart;
	const since = from === 0 ? '' : String(from);
	const head = headEnd(continuedIn(current));
	return withPast(folder, (past) => {
		const first = past.findIndex((part) => lastIn(part).at >= since);
		const told = first === -1 ? [] : past.slice(first);
		for (const [index, part] of told.entries()) {
			const partHead = headEnd(part.continued);
			if (index > 0) tellAfter(part, placeAt(part.db, partHead));
			else tellAfter(part, since === '' ? chainStart : placeAt(part.db, rowBeforeIn(part, since)));
		}
		const isHeadNews = since === '' && told.length === 0;
		return isHeadNews ? chainStart : placeAt(current, rowBefore(current, since, head));
	});
}

/**
 * For a reader that finds another file in the place of its own: tells what past months hold after the newest row that it
 * knows, and answers with the place to go on from. Where no month has that row, everything is new to it.
 */
export function goOnFrom(
	folder: string,
	current: DatabaseSync,
	known: readonly ChainPoint[],
	tellAfter: TellAfter,
): ChainPoint {
	return withPast(folder, (past) => {
		const index = past.findLastIndex(({db}) => db !== null && newestIn(db, known) !== null);
		const [own, ...later] = index === -1 ? [] : past.slice(index);
		if (!own?.db) return chainStart;
		tellAfter(own, newestIn(own.db, known) ?? chainStart);
		for (const part of later) tellAfter(part, placeAt(part.db, headEnd(part.continued)));
		return placeAt(current, headEnd(continuedIn(current)));
	});
}

/** The newest row of ours that a file has. */
export const newestIn = (db: DatabaseSync, known: readonly ChainPoint[]): ChainPoint | null =>
	known.findLast((point) => pointAt(db, point.seq)?.hash === point.hash) ?? null;

const placeAt = (db: DatabaseSync | null, seq: number): ChainPoint => (db && pointAt(db, seq)) ?? chainStart;

const rowBeforeIn = ({db, continued}: Part, since: string): number =>
	db ? rowBefore(db, since, headEnd(continued)) : 0;

function withPast<Result>(folder: string, use: (past: readonly Part[]) => Result): Result {
	const parts = openParts(folder);
	try {
		return use(parts.filter(({name}) => name !== journalFileName));
	} finally {
		closeParts(parts);
	}
}
