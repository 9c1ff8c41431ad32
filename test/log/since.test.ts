// From when on the log is shown, as people write it.
import {describe, expect, test} from 'vitest';
import {sinceOf} from '../../source/log/index.ts';

const nowMs = new Date(2026, 0, 31, 12, 0, 0).getTime();

describe('--since', () => {
	test.each([
		['30s', 30_000],
		['15m', 15 * 60_000],
		['2h', 2 * 3_600_000],
		['1d', 24 * 3_600_000],
		['0m', 0],
	])('given %s, it is that long ago', (text, agoMs) => {
		expect(sinceOf(text, nowMs)).toBe(nowMs - agoMs);
	});

	test('given a moment or a day, it is meant in this machine’s time zone', () => {
		expect(sinceOf('2026-01-31T09:00', nowMs)).toBe(new Date(2026, 0, 31, 9, 0).getTime());
		expect(sinceOf('2026-01-31T09:00:30', nowMs)).toBe(new Date(2026, 0, 31, 9, 0, 30).getTime());
		expect(sinceOf('2026-01-31', nowMs)).toBe(new Date(2026, 0, 31).getTime());
		expect(sinceOf('2024-02-29', nowMs)).toBe(new Date(2024, 1, 29).getTime());
	});

	test.each([
		'',
		'15',
		'm',
		'15 m',
		'15M',
		'-15m',
		'1.5h',
		'1w',
		'1e3m',
		'9999999m',
		'2026-02-30',
		'2026-13-01',
		'2026-00-10',
		'2026-1-5',
		'31.01.2026',
		'2026-01-31T24:00',
		'2026-01-31T09:60',
		'2026-01-31T09',
		'2026-01-31T09:00Z',
		'2026-01-31 09:00',
		'0026-01-31',
		'yesterday',
	])('given %j, it is no such time', (text) => {
		expect(sinceOf(text, nowMs)).toBeNull();
	});
});
