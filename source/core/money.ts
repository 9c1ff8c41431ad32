// Amounts are whole kopecks everywhere; rubles exist only in what people type and read. No float ever touches money.

/** The smallest and the largest amount of one payment, in kopecks (0,01 … 99 999 999,99 ₽). */
export const minAmountKopecks = 1;
export const maxAmountKopecks = 9_999_999_999;

export type AmountFault = 'empty' | 'form' | 'decimals' | 'too-small' | 'too-large';

export type ParsedAmount = {ok: true; amountKopecks: number} | {ok: false; fault: AmountFault};

/**
 * Reads rubles as a person or a script writes them: `1250`, `1250.5`, `1250,00`.
 * Signs, spaces, exponents and group marks are refused: a sum that could be read in two ways is not a sum.
 */
export function parseRubles(text: string): ParsedAmount {
	if (text === '') return {ok: false, fault: 'empty'};
	const match = /^(\d{1,15})(?:[.,](\d*))?$/.exec(text);
	if (!match?.[1] || match[2] === '') return {ok: false, fault: 'form'};
	const decimals = match[2] ?? '';
	if (decimals.length > 2) return {ok: false, fault: 'decimals'};
	const amountKopecks = Number(match[1]) * 100 + Number(decimals.padEnd(2, '0') || '0');
	if (amountKopecks < minAmountKopecks) return {ok: false, fault: 'too-small'};
	if (amountKopecks > maxAmountKopecks) return {ok: false, fault: 'too-large'};
	return {ok: true, amountKopecks};
}

/** `125000` → `1 250,00` (no-break spaces, as a Russian receipt prints it). */
export function formatRubles(amountKopecks: number): string {
	const [rubles = '0', kopecks = '00'] = decimalRubles(amountKopecks).split('.');
	return `${rubles.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${kopecks}`;
}

/** `125000` → `1250.00`: the form that other programs read. */
export function decimalRubles(amountKopecks: number): string {
	const digits = String(Math.trunc(Math.abs(amountKopecks))).padStart(3, '0');
	return `${amountKopecks < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
