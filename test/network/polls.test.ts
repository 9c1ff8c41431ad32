// Twelve minutes of polls in virtual time against each habit of servers; `npm run torture` asks for a whole day.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {buildShim} from '../torture/support/shim.ts';
import {habits, runPolls} from './run-polls.ts';

const folder = mkdtempSync(join(tmpdir(), 'qrkassa-shim-'));
const shim = buildShim(folder);
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe.skipIf(shim === null)('polls against servers that keep connections', () => {
	test.each(habits)('given a server that keeps them for $name, then no poll fails', async (habit) => {
		if (!shim) return;
		const {polls, connections, faults} = await runPolls(shim, habit, 0.2);
		expect(faults).toEqual([]);
		expect(polls).toBeGreaterThan(habit.intervalS === 'uneven' ? 40 : 130);
		// A connection that lives on is used again; one that the server will have closed is not tried.
		if (habit.keepS >= 15) expect(connections).toBeLessThan(5);
		else expect(connections).toBeGreaterThan(polls / 3);
	});
});
