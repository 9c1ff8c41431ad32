// A row as it lies in the file, its body as text: what is copied from file to file must stay the same to the byte.
import type {JournalRow} from '../engine/ports.ts';
import {entryOf, isPaymentRow} from './entry.ts';

/** A row of a payment. */
export type StoredRow = {
	readonly seq: number;
	readonly at: string;
	readonly orderId: string;
	readonly type: string;
	readonly body: string;
};

/** The rows as the program reads them. */
export const readRows = (rows: readonly StoredRow[]): readonly JournalRow[] =>
	rows.map(({seq, at, orderId, type, body}) => entryOf(seq, at, orderId, type, body)).filter(isPaymentRow);
