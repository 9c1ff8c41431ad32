// A till's journal as an outsider reads it: by SQL and by the contract, with none of the program's own code.
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';

export type Row = {
	readonly seq: number;
	readonly at: string;
	readonly orderId: string | null;
	readonly type: string;
	readonly body: Readonly<Record<string, unknown>>;
};

type RawRow = Omit<Row, 'body'> & {readonly body: string; readonly hash: Uint8Array | null};

/** The journal, read-only; null while there is none. */
function open(folder: string): DatabaseSync | null {
	const file = join(folder, 'journal.sqlite');
	return existsSync(file) ? new DatabaseSync(file, {readOnly: true, timeout: 2000}) : null;
}

function rawRows(journal: DatabaseSync, afterSeq = 0): readonly RawRow[] {
	try {
		const rows = journal
			.prepare('SELECT seq, at, order_id, type, body, hash FROM events WHERE seq > ? ORDER BY seq')
			.all(afterSeq);
		return rows.map(({seq, at, order_id, type, body, hash}) => ({
			seq: Number(seq),
			at: String(at),
			orderId: order_id === null ? null : String(order_id),
			type: String(type),
			body: String(body),
			hash: hash instanceof Uint8Array ? hash : null,
		}));
	} catch (error) {
		// A process may be between making the file and making the table.
		if (error instanceof Error && /no such table/.test(error.message)) return [];
		throw error;
	}
}

const read = ({hash: _hash, ...row}: RawRow): Row => ({...row, body: JSON.parse(row.body)});

function allRows(folder: string): readonly RawRow[] {
	const journal = open(folder);
	try {
		return journal ? rawRows(journal) : [];
	} finally {
		journal?.close();
	}
}

/** All rows of an order; without one all rows of the till. */
export const rowsOf = (folder: string, orderId?: string): readonly Row[] =>
	allRows(folder)
		.filter((row) => orderId === undefined || row.orderId === orderId)
		.map(read);

/** The kinds of an order's rows, oldest first. A QR that came to the tape late is told twice; here once. */
export const kindsOf = (folder: string, orderId: string): readonly string[] =>
	rowsOf(folder, orderId)
		.map(({type}) => type)
		.filter((type, at, all) => type !== 'qr.shown' || all.indexOf(type) === at);

/** Waits for a row, looking every few milliseconds; null once nobody will write it any more. */
export async function rowSeen(
	folder: string,
	isWanted: (row: Row) => boolean,
	isGivenUp: () => boolean = () => false,
): Promise<Row | null> {
	let journal: DatabaseSync | null = null;
	let seenSeq = 0;
	try {
		for (;;) {
			const isLast = isGivenUp();
			journal ??= open(folder);
			const rows = journal ? rawRows(journal, seenSeq).map(read) : [];
			const found = rows.find(isWanted);
			if (found) return found;
			if (isLast) return null;
			seenSeq = rows.at(-1)?.seq ?? seenSeq;
			await new Promise((done) => setTimeout(done, 8));
		}
	} finally {
		journal?.close();
	}
}

/** The seq of the first row whose hash is not what the contract says, or null where the whole chain holds. */
export function brokenAt(folder: string): number | null {
	let before: Uint8Array = new Uint8Array(32);
	for (const row of allRows(folder)) {
		const hash = createHash('sha256').update(before);
		for (const part of [String(row.seq), row.at, row.orderId ?? '', row.type, row.body]) {
			const bytes = Buffer.from(part, 'utf8');
			const length = Buffer.alloc(4);
			length.writeUInt32BE(bytes.length);
			hash.update(length).update(bytes);
		}
		const right = hash.digest();
		if (!row.hash || !right.equals(row.hash)) return row.seq;
		before = right;
	}
	return null;
}
