// A stored row as the rest of the program reads it. Bodies of older forms are lifted to the newest one here, upon reading.
import type {PaymentEvent} from '../core/index.ts';
import type {JournalRow} from '../engine/ports.ts';

/** Who opened or closed the till: the program's version, Node's, the process. */
export type TillFacts = {readonly version: string; readonly node: string; readonly pid: number};

export type TillEvent = {readonly type: 'till.opened' | 'till.closed'} & TillFacts;

/** A row about the till itself. */
export type TillRow = Omit<JournalRow, 'orderId' | 'event'> & {
	readonly orderId: null;
	readonly event: TillEvent;
};

/** Any row of the journal. */
export type JournalEntry = JournalRow | TillRow;

/** Who hears of rows: those of payments, and those of the till itself. */
export type RowListeners = {
	readonly onRow: (row: JournalRow) => void;
	readonly onTill?: (row: TillRow) => void;
};

/** Tells whoever a row is for. */
export function tell({onRow, onTill}: RowListeners, entry: JournalEntry): void {
	if (isPaymentRow(entry)) onRow(entry);
	// How the files of the months follow each other is the journal's own matter.
	else if (entry.event.type.startsWith('till.')) onTill?.(entry);
}

/** Whether a row is about a payment (and not about the till). */
export const isPaymentRow = (entry: JournalEntry): entry is JournalRow => entry.orderId !== null;

/** The two stored columns of an event. */
export function partsOf<Event extends {readonly type: string}>(
	event: Event,
): {readonly type: string; readonly body: string} {
	const {type, ...body} = event;
	return {type, body: JSON.stringify(body)};
}

/**
 * The row behind five columns that the chain vouches for. A type that a newer program wrote comes through as it is: the fold
 * leaves it aside.
 */
export function entryOf(
	seq: number,
	at: string,
	orderId: string | null,
	type: string,
	body: string,
): JournalEntry {
	const event = {...(JSON.parse(body) as object), type};
	return orderId === null
		? {seq, at, orderId, event: event as TillEvent}
		: {seq, at, orderId, event: event as PaymentEvent};
}
