// The lines of a receipt as the register wants them: whole numbers and a name in its code page, cut to what it takes.
import {
	cleanText,
	type FiscalReceipt,
	lineSumKopecks,
	maxAmountKopecks,
	quantityThousandths,
	type ReceiptLine,
	type RegisterTrouble,
	receiptSumKopecks,
	type VatRate,
} from '../../../core/index.ts';
import {encodeText} from '../../wire/cp1251.ts';

export type SaleLine = {
	readonly quantityThousandths: number;
	readonly priceKopecks: number;
	readonly sumKopecks: number;
	readonly vat: VatRate;
	readonly name: Uint8Array;
};

export type SaleLines =
	| {readonly type: 'lines'; readonly lines: readonly SaleLine[]}
	| {readonly type: 'wrong'; readonly trouble: RegisterTrouble};

/** FF46h takes 128 bytes; 80h cuts to its own 40. */
const nameBytes = 128;

/** A name that begins with `//` is a service mark to the register and would not be printed. */
const printableName = (name: string): Uint8Array =>
	encodeText(name.trim().replace(/^\/\//, ' //')).subarray(0, nameBytes);

function saleLine(line: ReceiptLine): SaleLine | null {
	const thousandths = quantityThousandths(line.quantity);
	const sumKopecks = lineSumKopecks(line);
	const isPrice = Number.isSafeInteger(line.priceKopecks) && line.priceKopecks >= 0;
	if (
		thousandths === null ||
		!isPrice ||
		line.priceKopecks > maxAmountKopecks ||
		sumKopecks > maxAmountKopecks
	)
		return null;
	return {
		quantityThousandths: thousandths,
		priceKopecks: line.priceKopecks,
		sumKopecks,
		vat: line.vat,
		name: printableName(line.name),
	};
}

/** All lines, or the first trouble; nothing was sent yet. */
export function saleLines({receipt, sumKopecks}: FiscalReceipt): SaleLines {
	const lines: SaleLine[] = [];
	for (const line of receipt.lines) {
		const prepared = saleLine(line);
		if (prepared === null) return {type: 'wrong', trouble: {code: 'LINE', name: cleanText(line.name, 60)}};
		lines.push(prepared);
	}
	const foundKopecks = receiptSumKopecks(receipt);
	if (foundKopecks !== sumKopecks)
		return {type: 'wrong', trouble: {code: 'SUM_DIFFERS', expectedKopecks: sumKopecks, foundKopecks}};
	return {type: 'lines', lines};
}
