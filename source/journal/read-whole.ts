// The rows of whole payments since a time, without reading years for them.
import type {JournalRow} from '../engine/ports.ts';
import {type ReadEnd, readJournal, readPayments} from './read.ts';

export type WholePayments = {readonly end: ReadEnd; readonly rows: readonly JournalRow[]};

/**
 * All rows of every payment that something happened to since a time, or that is still open; each from its beginning, also
 * where that lies in a month that was over long before.
 */
export function readWholePayments(folder: string, sinceIso: string): WholePayments {
	const rows: JournalRow[] = [];
	const begun = new Set<string | null>();
	const torn = new Set<string>();
	const end = readJournal(
		folder,
		{
			onRow: (row) => {
				const {orderId, event} = row;
				if (event.type === 'payment.started') begun.add(orderId);
				else if (orderId !== null && !begun.has(orderId)) torn.add(orderId);
				rows.push(row);
			},
		},
		{monthsSince: sinceIso},
	);
	if (torn.size === 0) return {end, rows};
	const whole = rows.filter(({orderId}) => orderId === null || !torn.has(orderId));
	return {end, rows: [...readPayments(folder, torn), ...whole]};
}
