// What the register says of a day's receipts, for the report: asked only while nobody else has the till.
import type {Language} from '../core/index.ts';
import type {JournalRow} from '../engine/index.ts';
import type {ClosedDocument, RegisterDay} from '../report/index.ts';
import type {Till} from '../settings/index.ts';
import {openRegister} from './open-register.ts';
import {lockTill} from './session.ts';

/** A payment must not wait long for a report. */
const withinMs = 15_000;

/** Types and operations of FF0Ah: a receipt of a sale. */
const [receipt, sale] = [3, 1];

/** Null where it was not asked: no receipts, no register, the till is held, the register does not answer. */
export async function registerDay(
	till: Till,
	language: Language,
	documents: readonly ClosedDocument[],
	rows: readonly JournalRow[],
): Promise<RegisterDay | null> {
	if (documents.length === 0 || till.register.link === 'none') return null;
	const lock = lockTill(till.folder, 'report', language);
	if (!lock.ok) return null;
	const register = openRegister(till, language);
	try {
		const numbers = [...new Set(documents.map(({fiscalDocument}) => fiscalDocument))];
		const end = await register?.findDocuments(numbers, withinMs);
		if (end?.type !== 'ok') return null;
		const {found, notAsked, storageNumber} = end.answer;
		const storages = storageByOrder(rows);
		const isElsewhere = ({orderId, fiscalDocument}: ClosedDocument): boolean =>
			notAsked.includes(fiscalDocument) || (storages.get(orderId) ?? storageNumber) !== storageNumber;
		return {
			closed: found
				.filter(({type, operation}) => type === receipt && operation === sale)
				.map(({fiscalDocument, totalKopecks}) => ({fiscalDocument, amountKopecks: totalKopecks})),
			notAsked: documents.filter(isElsewhere).map(({orderId}) => orderId),
		};
	} finally {
		await register?.close();
		lock.value.release();
	}
}

/** The storage in which each sale's receipt was begun last; a refund of it, which has a receipt of its own, comes behind. */
function storageByOrder(rows: readonly JournalRow[]): ReadonlyMap<string, string> {
	const storages = new Map<string, string>();
	const refunded = new Set<string>();
	for (const {orderId, event} of rows) {
		if (orderId === null || refunded.has(orderId)) continue;
		if (event.type === 'refund.requested') refunded.add(orderId);
		if (event.type !== 'receipt.closing' || event.before.storageNumber === null) continue;
		storages.set(orderId, event.before.storageNumber);
	}
	return storages;
}
