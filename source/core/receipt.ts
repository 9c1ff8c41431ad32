// The receipt that a payment is for: its lines stay as they were given until it is closed on the register.

export const vatRates = ['none', '0', '5', '7', '10', '20', '22'] as const;

export type VatRate = (typeof vatRates)[number];

/** One line. `quantity` is a decimal text with up to three digits after the point (`"2.000"`). */
export type ReceiptLine = {
	readonly name: string;
	readonly priceKopecks: number;
	readonly quantity: string;
	readonly vat: VatRate;
};

export type Receipt = {
	readonly lines: readonly ReceiptLine[];
	readonly email: string | null;
	readonly phone: string | null;
};

/** The quantity in thousandths (`"2.5"` → 2500), or null for a text that is no quantity above zero. */
export function quantityThousandths(quantity: string): number | null {
	const match = /^(\d{1,9})(?:\.(\d{1,3}))?$/.exec(quantity);
	if (!match) return null;
	const thousandths = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
	return thousandths > 0 ? thousandths : null;
}

/** A line's sum, rounded half up to a kopeck as the register does it. BigInt, since price × thousandths leaves the safe range. */
export function lineSumKopecks(line: ReceiptLine): number {
	const thousandths = quantityThousandths(line.quantity) ?? 0;
	return Number((BigInt(line.priceKopecks) * BigInt(thousandths) + 500n) / 1000n);
}

/** The sum of the receipt in kopecks. */
export const receiptSumKopecks = (receipt: Receipt): number =>
	receipt.lines.reduce((sum, line) => sum + lineSumKopecks(line), 0);

/** The receipt of a payment for which no lines were given: one line on the whole amount. */
export const plainReceipt = (amountKopecks: number, name = 'Оплата', vat: VatRate = 'none'): Receipt => ({
	lines: [{name, priceKopecks: amountKopecks, quantity: '1.000', vat}],
	email: null,
	phone: null,
});
