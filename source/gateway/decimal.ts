// Decimal text to whole units, digit by digit: money never goes through a float.

/**
 * Reads a decimal as JSON or a vendor writes it (`1250`, `1250.5`, `1250.50`, `1.25e3`) into whole units of 10^-decimals:
 * `decimalToUnits('1250.5', 2)` → 125050. Null for anything that isn't a decimal, has a part below the unit or leaves
 * the safe integers.
 */
export function decimalToUnits(text: string, decimals: number): number | null {
	const match = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text);
	if (!match) return null;
	const [, sign, whole = '', fraction = '', exponent = '0'] = match;
	// The digits stay as they are; only the place of the point moves.
	const digits = whole + fraction;
	const point = whole.length + Number(exponent) + decimals;
	const kept = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
	const lost = point > 0 ? digits.slice(point) : digits;
	if (/[1-9]/.test(lost)) return null;
	const units = BigInt(kept);
	if (units > BigInt(Number.MAX_SAFE_INTEGER)) return null;
	return sign === '-' && units !== 0n ? -Number(units) : Number(units);
}
