// FF0Ah: one document of the storage by its number. The witness when the answer to a close was lost.
import {littleEndian} from '../wire/bytes.ts';
import {readStorageTime} from '../wire/reader.ts';
import {type Command, command} from './command.ts';

/** Types of documents in the storage (§9). */
export const documentTypes = {shiftOpening: 2, receipt: 3, shiftClosing: 5} as const;

export type StorageDocument = {
	/** 2 shift opening, 3 receipt, 4 БСО, 5 shift closing, 31 correction … */
	readonly type: number;
	/** The operator (ОФД) has confirmed it. */
	readonly hasTicket: boolean;
	readonly at: string;
	readonly fiscalDocument: number;
	readonly fiscalSign: string;
	/** Receipts only: 1 sale, 2 sale refund, 3 buy, 4 buy refund, and the total. */
	readonly operation: number | null;
	readonly totalKopecks: number | null;
};

const withTotal: readonly number[] = [3, 4, 31];

/** §9 «FF0A find». A document that is not there: 08h. */
export const findDocument = (password: number, fiscalDocument: number): Command<StorageDocument> =>
	command({
		code: 0xff0a,
		kind: 'read',
		password,
		fields: [littleEndian(fiscalDocument, 4)],
		leastBytes: 15,
		decode: (data) => {
			const type = data.number(1);
			const hasTicket = data.number(1) === 1;
			const at = readStorageTime(data);
			const [document, sign] = [data.number(4), data.number(4)];
			const isReceipt = withTotal.includes(type) && data.left() >= 6;
			return {
				type,
				hasTicket,
				at,
				fiscalDocument: document,
				fiscalSign: String(sign),
				operation: isReceipt ? data.number(1) : null,
				totalKopecks: isReceipt ? data.number(5) : null,
			};
		},
	});
