// One pass over the rows: each is checked against the chain and handed on only when it is what was written.
import type {DatabaseSync} from 'node:sqlite';
import {isOrderId, type JournalDamage} from '../core/index.ts';
import {type ChainPoint, createChainHasher} from './chain.ts';
import {isDamage} from './fault.ts';

export type RowVisitor = (
	seq: number,
	at: string,
	orderId: string | null,
	type: string,
	body: string,
	hash: string,
) => void;

export type Walked = {
	/** The last row that can be trusted. */
	readonly last: ChainPoint;
	readonly lastAt: string | null;
	readonly damage: JournalDamage | null;
};

const query = 'SELECT seq, at, order_id, type, body, hex(hash) FROM events WHERE seq > ? ORDER BY seq';

type RawRow = readonly [
	seq: unknown,
	at: unknown,
	orderId: unknown,
	type: unknown,
	body: unknown,
	hash: unknown,
];

/**
 * Visits the rows after a point in their order. From the first row on that is not what was written, rows go to `visitAfter`
 * instead, as far as they can be read at all. Throws only what is no damage (a disk that fails).
 */
export function walk(db: DatabaseSync, from: ChainPoint, visit: RowVisitor, visitAfter?: RowVisitor): Walked {
	const hasher = createChainHasher();
	let {seq: lastSeq, hash: lastHash} = from;
	let lastAt: string | null = null;
	let broken: {seq: number; reason: JournalDamage['reason']} | null = null;
	const after = afterBreak(visitAfter);
	try {
		const statement = db.prepare(query);
		statement.setReturnArrays(true);
		for (const row of statement.iterate(from.seq)) {
			const [seq, at, orderId, type, body, hash] = row as unknown as RawRow;
			if (broken) {
				after.take(row as unknown as RawRow);
				continue;
			}
			const isForm =
				typeof seq === 'number' &&
				typeof at === 'string' &&
				(orderId === null || typeof orderId === 'string') &&
				typeof type === 'string' &&
				typeof body === 'string' &&
				typeof hash === 'string';
			const next = lastSeq + 1;
			if (isForm && seq === next) {
				const rightHash = hasher(lastHash, seq, at, orderId, type, body);
				if (rightHash === hash.toLowerCase()) {
					visit(seq, at, orderId, type, body, rightHash);
					lastSeq = seq;
					lastHash = rightHash;
					lastAt = at;
					continue;
				}
			}
			broken = {seq: next, reason: isForm && seq !== next ? 'gap' : 'hash'};
			after.take(row as unknown as RawRow);
		}
	} catch (error) {
		if (!isDamage(error)) throw error;
		broken ??= {seq: lastSeq + 1, reason: 'unreadable'};
	}
	return {
		last: {seq: lastSeq, hash: lastHash},
		lastAt,
		damage: broken && {...broken, lastAt, ...after.summary()},
	};
}

const mostOrders = 100;

/** What stands after a break: counted and named, for people. */
function afterBreak(visitAfter: RowVisitor | undefined) {
	let rowsAfter = 0;
	const orders = new Set<string>();
	return {
		take([seq, at, orderId, type, body, hash]: RawRow): void {
			rowsAfter += 1;
			if (typeof orderId !== 'string' || !isOrderId(orderId)) return;
			if (orders.size < mostOrders) orders.add(orderId);
			visitAfter?.(Number(seq), String(at), orderId, String(type), String(body), String(hash));
		},
		summary: () => ({rowsAfter, ordersAfter: [...orders]}),
	};
}
