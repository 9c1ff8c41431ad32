// How a month's file says what it goes on from. Its chain begins anew with 32 zero bytes, and its first row vouches for the file
// before: whoever knows the contract alone can check each file, and whoever knows this row can check that none was lost or cut.
import type {DatabaseSync} from 'node:sqlite';
import {chainStart} from '../chain.ts';
import {isDamage} from '../fault.ts';
import {isMonthFile} from '../names.ts';
import {walk} from '../walk.ts';

/** The body of a file's first row, `journal.continued`. */
export type Continued = {
	/** The file of the months before, beside this one. */
	readonly file: string;
	/** Its last row. */
	readonly seq: number;
	readonly hash: string;
	/** How many rows behind this one are copies from there: whole payments that still matter. */
	readonly carried: number;
};

export const continuedType = 'journal.continued';

/** What a row says that a file goes on from; null for any other row. */
export function continuedOf(seq: number, type: string, body: string): Continued | null {
	if (seq !== 1 || type !== continuedType) return null;
	const value = JSON.parse(body) as Partial<Record<keyof Continued, unknown>>;
	const {file, seq: lastSeq, hash, carried} = value;
	const isForm = typeof file === 'string' && typeof lastSeq === 'number' && typeof hash === 'string';
	if (!isForm || typeof carried !== 'number' || !isMonthFile(file)) return null;
	return {file, seq: lastSeq, hash, carried};
}

/** What a file goes on from, by its first row if that is what was written; null for a file that goes on from none. */
export function continuedIn(db: DatabaseSync): Continued | null {
	let continued: Continued | null = null;
	try {
		walk(db, chainStart, (seq, _at, _orderId, type, body) => {
			continued = continuedOf(seq, type, body);
			throw firstRowSeen;
		});
	} catch (error) {
		if (error !== firstRowSeen && !isDamage(error)) throw error;
	}
	return continued;
}

const firstRowSeen = new Error('the first row is enough');

/** The last row of a file's head: what the months before handed on. */
export const headEnd = (continued: Continued | null): number => (continued ? 1 + continued.carried : 0);
