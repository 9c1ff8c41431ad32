// The open receipt: its kind, operations, tags. Kinds are those of 8Dh: 0 sale, 1 buy, 2 sale refund, 3 buy refund.

export type ReceiptKind = 0 | 1 | 2 | 3;

export type Operation = {
	readonly name: string;
	/** Millionths of a unit, as FF46h counts. */
	readonly quantityMillionths: number;
	readonly priceKopecks: number;
	readonly sumKopecks: number;
	/** FF46h's bit mask, or null for the old commands that name tax groups. */
	readonly taxRate: number | null;
	readonly department: number;
	/** Tag 1214 and tag 1212. */
	readonly method: number;
	readonly subject: number;
};

export type OpenReceipt = {
	readonly kind: ReceiptKind;
	/** Row of table 2 of the operator that opened it. */
	readonly operator: number;
	readonly operations: Operation[];
	/** What FF0Ch and FF4Dh brought: tag and text. */
	readonly tags: {readonly tag: number; readonly text: string}[];
	/** Lines sent with the «delayed» flag, printed with the receipt. */
	readonly delayedLines: string[];
};

export const totalOf = (receipt: OpenReceipt): number =>
	receipt.operations.reduce((sum, operation) => sum + operation.sumKopecks, 0);

/** Number of the operation's kind in FF46h and FF0Ah (1, 2, 3, 4) for 8Dh's kind: refunds and buys stand crosswise. */
export const operationCode = (kind: ReceiptKind): number => [1, 3, 2, 4][kind] ?? 1;
