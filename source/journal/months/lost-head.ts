// A current file that is lost from its head on: what the past months know is taken over from them once more.
import {type ChainPoint, chainStart} from '../chain.ts';
import {isUnsettled} from '../judge.ts';
import {createLedger} from '../ledger.ts';
import {journalFileName} from '../names.ts';
import {createPayments} from '../payments.ts';
import {walk} from '../walk.ts';
import type {NewRow} from '../writer.ts';
import {headEnd} from './continued.ts';
import {gather} from './gather.ts';
import {headOf} from './head.ts';
import {closeParts, openParts} from './parts.ts';
import {idsThatMatter} from './rotate.ts';

export type LostHead = {
	readonly rows: readonly NewRow[];
	/** The payments that are taken over. */
	readonly orderIds: ReadonlySet<string>;
	/** Those that were not over: what became of them stood in the file that is lost. */
	readonly open: readonly string[];
};

/** @param last the newest row of the current file that can be trusted; null: its head is whole, or there is no past month */
export function lostHead(folder: string, last: ChainPoint, now: Date): LostHead | null {
	const parts = openParts(folder);
	try {
		const continued = parts.find(({name}) => name === journalFileName)?.continued ?? null;
		const past = parts.filter(({name}) => name !== journalFileName);
		const newest = past.findLast(({db}) => db !== null);
		if (!newest?.db || (last.seq > 0 && last.seq >= headEnd(continued))) return null;
		const older = past.slice(0, past.indexOf(newest));
		const ledger = createLedger();
		const {last: end} = walk(newest.db, chainStart, ledger.take);
		const payments = createPayments(newest.db, ledger, {
			isThere: true,
			has: () => true,
			rowsOf: (orderId) => gather(older, new Set([orderId])).get(orderId) ?? [],
		});
		const ids = idsThatMatter(payments, ledger, now);
		return {
			rows: headOf({file: newest.name, last: end}, ids.map(payments.storedOf), now.toISOString()),
			orderIds: new Set(ids),
			open: ids.filter((orderId) => isUnsettled(payments.ofOrder(orderId))),
		};
	} finally {
		closeParts(parts);
	}
}
