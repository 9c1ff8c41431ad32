// FF01h: the fiscal storage (ФН): its state and the number of its last document, by which an unknown close is judged.
import {readStorageTime} from '../wire/reader.ts';
import {type Command, command} from './command.ts';

export type StorageWarning = 'replaceIn3Days' | 'replaceIn30Days' | 'memory90' | 'operatorSilent';

export type StorageStatus = {
	/** Life phase by its bits: 1 set up, 2 fiscal, 4 archive closed, 8 archive sent. */
	readonly phase: number;
	/** 00 none, 04 receipt …; written down, never judged: when firmware opens it is not known. */
	readonly currentDocument: number;
	readonly hasDocumentData: boolean;
	readonly isShiftOpen: boolean;
	readonly warnings: readonly StorageWarning[];
	/** `YYYY-MM-DD HH:MM` of the last document. */
	readonly at: string;
	readonly number: string;
	/** ФД */
	readonly lastDocument: number;
};

const warningBits: readonly StorageWarning[] = [
	'replaceIn3Days',
	'replaceIn30Days',
	'memory90',
	'operatorSilent',
];

/** §9 «FF01 status». */
export const storageStatus = (password: number): Command<StorageStatus> =>
	command({
		code: 0xff01,
		kind: 'read',
		password,
		leastBytes: 30,
		decode: (data) => {
			const [phase, currentDocument] = [data.number(1), data.number(1)];
			const hasDocumentData = data.number(1) === 1;
			const isShiftOpen = data.number(1) === 1;
			const warnings = data.number(1);
			const at = readStorageTime(data);
			return {
				phase,
				currentDocument,
				hasDocumentData,
				isShiftOpen,
				warnings: warningBits.filter((_, bit) => ((warnings >> bit) & 1) === 1),
				at,
				number: data.text(16),
				lastDocument: data.number(4),
			};
		},
	});
