// A till's journal as an outsider reads it: by SQL and by the contract, with none of the program's own code.
import {createHash} from 'node:crypto';
import {existsSync, watch} from 'node:fs';
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

function rawRows(folder: string): readonly RawRow[] {
	const file = join(folder, 'journal.sqlite');
	if (!existsSync(file)) return [];
	const journal = new DatabaseSync(file, {readOnly: true, timeout: 2000});
	try {
		const rows = journal.prepare('SELECT seq, at, order_id, type, body, hash FROM events ORDER BY seq').all();
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
	} finally {
		journal.close();
	}
}

/** All rows of an order; without one all rows of the till. */
export const rowsOf = (folder: string, orderId?: string): readonly Row[] =>
	rawRows(folder)
		.filter((row) => orderId === undefined || row.orderId === orderId)
		.map(({hash: _hash, ...row}) => ({...row, body: JSON.parse(row.body)}));

/** The kinds of an order's rows, oldest first. */
export const kindsOf = (folder: string, orderId: string): readonly string[] =>
	rowsOf(folder, orderId).map(({type}) => type);

/** Waits for a row. It is looked for whenever a file of the folder changes. */
export function rowSeen(folder: string, isWanted: (row: Row) => boolean): Promise<Row> {
	return new Promise((done, fail) => {
		const stop = (): void => {
			watcher.close();
			clearInterval(again);
		};
		const look = (): void => {
			try {
				const found = rowsOf(folder).find(isWanted);
				if (!found) return;
				stop();
				done(found);
			} catch (error) {
				stop();
				fail(error);
			}
		};
		const watcher = watch(folder, look);
		// The system may join two changes into one event, told before the second is to be seen.
		const again = setInterval(look, 20);
		look();
	});
}

/** The seq of the first row whose hash is not what the contract says, or null where the whole chain holds. */
export function brokenAt(folder: string): number | null {
	let before: Uint8Array = new Uint8Array(32);
	for (const row of rawRows(folder)) {
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
