// `--since`: from when on the log is shown.

const unitsMs: Readonly<Record<string, number>> = {s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000};

/**
 * Reads `2026-01-31T09:00[:30]` and `2026-01-31` in this machine's time zone, and `30s`, `15m`, `2h`, `1d` back from now.
 * @param nowMs wall time, milliseconds since the epoch; so is the answer. null: not such a text, or no such day.
 */
export function sinceOf(text: string, nowMs: number): number | null {
	const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
	if (count !== undefined) return nowMs - Number(count) * (unitsMs[unit] ?? 0);
	const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
	if (!parts) return null;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
		.slice(1)
		.map((part) => Number(part ?? 0));
	if (hour > 23 || minute > 59 || second > 59) return null;
	const date = new Date(year, month - 1, day, hour, minute, second);
	// The 30th of February would become a day in March. The hour may differ: one a year does not exist.
	const isThatDay = date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === day;
	return isThatDay ? date.getTime() : null;
}
