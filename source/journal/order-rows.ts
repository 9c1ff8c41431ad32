// One payment's rows, by their place in the file and not by an index: the chain vouches for the table, and for nothing beside it.
import type {DatabaseSync} from 'node:sqlite';
import type {StoredRow} from './stored-row.ts';

export type OrderRows = (orderId: string, firstSeq: number, lastSeq: number) => readonly StoredRow[];

export function prepareOrderRows(db: DatabaseSync): OrderRows {
	const statement = db.prepare(
		'SELECT seq, at, type, body FROM events WHERE seq BETWEEN ? AND ? AND order_id = ? ORDER BY seq',
	);
	return (orderId, firstSeq, lastSeq) =>
		statement.all(firstSeq, lastSeq, orderId).map(({seq, at, type, body}) => ({
			seq: Number(seq),
			at: String(at),
			orderId,
			type: String(type),
			body: String(body),
		}));
}
