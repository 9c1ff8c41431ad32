// One pass over the files of a journal, oldest first: each by its own chain, and each against what the next one says of it.
import type {JournalDamage, JournalFault} from '../../core/index.ts';
import {chainStart} from '../chain.ts';
import {schemaVersion, versionOf} from '../database.ts';
import {faultOf, isDamage} from '../fault.ts';
import {journalFileName} from '../names.ts';
import {type RowVisitor, type Walked, walk} from '../walk.ts';
import type {Part} from './parts.ts';

export type PartsWalked =
	| {
			readonly type: 'read';
			/** How many rows can be trusted, in all files. */
			readonly rows: number;
			/** The first break; what follows it in its file is not used, the files after it are. */
			readonly damage: JournalDamage | null;
	  }
	| {readonly type: 'failed'; readonly fault: JournalFault};

/**
 * @param visitorOf who takes the rows of a file
 * @param there the names of all files of the journal, read or not; null: what a file goes on from is not asked
 */
export function walkParts(
	parts: readonly Part[],
	visitorOf: (part: Part) => RowVisitor,
	there: ReadonlySet<string> | null,
): PartsWalked {
	let rows = 0;
	let damage: JournalDamage | null = null;
	for (const [index, part] of parts.entries()) {
		const read = walkPart(part, visitorOf(part));
		if ('fault' in read) return {type: 'failed', fault: read.fault};
		rows += read.walked.last.seq;
		damage ??= missingBefore(part, there);
		const found = read.walked.damage ?? cutBefore(read.walked, parts[index + 1], part);
		if (found) damage ??= part.name === journalFileName ? found : {...found, file: part.name};
	}
	return {type: 'read', rows, damage};
}

function walkPart({db, error}: Part, visit: RowVisitor): {walked: Walked} | {fault: JournalFault} {
	try {
		if (!db) throw error;
		if (versionOf(db) > schemaVersion) return {fault: {code: 'NEWER', detail: ''}};
		return {walked: walk(db, chainStart, visit)};
	} catch (failure) {
		return isDamage(failure) ? {walked: unreadable} : {fault: faultOf(failure)};
	}
}

const nothingAfter = {lastAt: null, rowsAfter: 0, ordersAfter: []};

const unreadable: Walked = {
	last: chainStart,
	lastAt: null,
	damage: {...nothingAfter, seq: 1, reason: 'unreadable'},
};

/** The months that a file goes on from are not there. */
function missingBefore({continued}: Part, there: ReadonlySet<string> | null): JournalDamage | null {
	if (!continued || !there || there.has(continued.file)) return null;
	return {...nothingAfter, seq: 1, reason: 'missing', file: continued.file};
}

/** A file that ends elsewhere than the next one says has lost its end, or is another one. */
function cutBefore({last, lastAt}: Walked, next: Part | undefined, {name}: Part): JournalDamage | null {
	const end = next?.continued;
	if (!end || end.file !== name || (end.seq === last.seq && end.hash === last.hash)) return null;
	const seq = Math.min(last.seq, end.seq);
	return {...nothingAfter, seq: seq + 1, reason: end.seq === last.seq ? 'hash' : 'tail', lastAt};
}
