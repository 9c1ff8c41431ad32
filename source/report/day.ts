// A day of the till's own time on the line of milliseconds.

export type DaySpan = {
	readonly startMs: number;
	/** The first moment of the next day. */
	readonly endMs: number;
};

const dayMs = 86_400_000;

/** The till's response time is at most an hour, and late money is looked for an hour long. */
const marginMs = 2 * 3_600_000;

/** @param day `YYYY-MM-DD`, already checked. */
export function spanOf(day: string, utcOffsetMinutes: number): DaySpan {
	const startMs = Date.parse(`${day}T00:00:00Z`) - utcOffsetMinutes * 60_000;
	return {startMs, endMs: startMs + dayMs};
}

/** Whether a moment lies in the day; a moment that never was does not. */
export const isWithin = ({startMs, endMs}: DaySpan, atMs: number | null): boolean =>
	atMs !== null && atMs >= startMs && atMs < endMs;

/**
 * What to ask of the gateway's ListOrders for a day: the day and two hours round it, since a payment may begin before
 * midnight and be paid after it. ISO.
 */
export function gatewayRangeOf(day: string, utcOffsetMinutes: number): {from: string; to: string} {
	const {startMs, endMs} = spanOf(day, utcOffsetMinutes);
	return {from: new Date(startMs - marginMs).toISOString(), to: new Date(endMs + marginMs).toISOString()};
}
