// A document of the fiscal storage, kept for ever: what FF0Ah and the tests ask for.
import type {Operation, ReceiptKind} from './receipt.ts';

type Numbered = {
	/** The storage's document number (ФД). */
	readonly fd: number;
	/** Fiscal sign (ФП): made up, 3 000 000 000 + ФД, so that nobody takes it for a real one. */
	readonly fiscalSign: number;
	readonly atMs: number;
	readonly shift: number;
};

/** Types as FF0Ah names them: 2 shift opening, 3 receipt, 5 shift closing. */
export type FiscalDocument =
	| (Numbered & {readonly type: 2 | 5})
	| (Numbered & {
			readonly type: 3;
			readonly kind: ReceiptKind;
			readonly totalKopecks: number;
			/** Sums of the payment slots 1…16, in kopecks; index 0 is slot 1. */
			readonly slotsKopecks: readonly number[];
			readonly changeKopecks: number;
			/** Number of the receipt in its shift. */
			readonly receiptNumber: number;
			readonly operations: readonly Operation[];
			readonly tags: readonly {readonly tag: number; readonly text: string}[];
			/** Whether another program's receipt this is, made by `control`. */
			readonly isForeign: boolean;
	  });

export type FiscalReceiptDocument = Extract<FiscalDocument, {type: 3}>;
