// Which payments a past month's file holds, in a small file beside it: a till that asks «was this order ever paid?» before each
// payment must not read years for it. The file is worked out anew wherever it is not what was written.
import {hash} from 'node:crypto';
import {readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {openForReading} from '../database.ts';
import {makePrivateFile} from '../disk.ts';
import {faultOf} from '../fault.ts';
import {ordersFileName} from '../names.ts';

export type OrdersOf = {has(orderId: string): boolean};

/** Bytes of an order id's SHA-256: two ids alike in these cost one look into the file, and no more. */
const markBytes = 8;
const checkBytes = 32;

const markOf = (orderId: string): Buffer => hash('sha256', orderId, 'buffer').subarray(0, markBytes);

/** The payments of a past month. @param isKept whether the file beside it may be written (by the till's one writer) */
export function ordersOf(folder: string, monthFile: string, isKept: boolean): OrdersOf {
	const marks = readMarks(folder, monthFile) ?? makeMarks(folder, monthFile, isKept);
	return {has: (orderId) => includes(marks, markOf(orderId))};
}

function readMarks(folder: string, monthFile: string): Buffer | null {
	try {
		const bytes = readFileSync(join(folder, ordersFileName(monthFile)));
		const marks = bytes.subarray(0, -checkBytes);
		const check = bytes.subarray(-checkBytes);
		return checkOf(folder, monthFile, marks).equals(check) ? marks : null;
	} catch {
		return null;
	}
}

function makeMarks(folder: string, monthFile: string, isKept: boolean): Buffer {
	const found = new Set<string>();
	const isWhole = readOrderIds(join(folder, monthFile), (orderId) => {
		found.add(markOf(orderId).toString('hex'));
	});
	const marks = Buffer.from([...found].sort().join(''), 'hex');
	if (isKept && isWhole) writeMarks(folder, monthFile, marks);
	return marks;
}

/** All ids that can be read, also those behind a break: known once too often harms nobody. False: some may be missing. */
function readOrderIds(path: string, take: (orderId: string) => void): boolean {
	try {
		const db = openForReading(path);
		try {
			for (const {id} of db.prepare('SELECT DISTINCT order_id AS id FROM events').iterate()) {
				if (typeof id === 'string') take(id);
			}
			return true;
		} finally {
			db.close();
		}
	} catch (error) {
		faultOf(error);
		return false;
	}
}

/** Best effort: without it the next start works the marks out again. */
function writeMarks(folder: string, monthFile: string, marks: Buffer): void {
	try {
		const path = join(folder, ordersFileName(monthFile));
		makePrivateFile(path);
		writeFileSync(path, Buffer.concat([marks, checkOf(folder, monthFile, marks)]));
	} catch {
		// See above.
	}
}

/** Over the marks and the file that they are of. */
const checkOf = (folder: string, monthFile: string, marks: Buffer): Buffer => {
	const about = `${monthFile} ${statSync(join(folder, monthFile)).size}`;
	return hash('sha256', Buffer.concat([marks, Buffer.from(about)]), 'buffer');
};

function includes(marks: Buffer, mark: Buffer): boolean {
	let low = 0;
	let high = marks.length / markBytes;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const order = mark.compare(marks, middle * markBytes, (middle + 1) * markBytes);
		if (order === 0) return true;
		if (order < 0) high = middle;
		else low = middle + 1;
	}
	return false;
}
