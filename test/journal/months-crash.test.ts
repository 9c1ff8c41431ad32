// A month is closed, and the machine dies at each step of it: after every single change on the disk, the process alone (kill -9)
// and the power with it. What was there before is there afterwards, once, and the next start goes on by itself.
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {openJournal, verifyMonths} from '../../source/journal/index.ts';
import {type Chance, chanceOf} from '../torture/support/chance.ts';
import {readDiskLog} from '../torture/support/disk-log.ts';
import {after, cutPower, diskOf} from '../torture/support/power-cut.ts';
import {buildShim} from '../torture/support/shim.ts';
import {created, ended, newFolder, paid, rowsIn, started, visit, whole, written} from './till.ts';

const now = '2026-02-01T00:00:10Z';
const workshop = mkdtempSync(join(tmpdir(), 'qrkassa-months-'));
afterAll(() => rmSync(workshop, {recursive: true, force: true}));
const shim = buildShim(workshop);

const matters = ['UNRESOLVED', 'OWED'];
const till = (): string =>
	written(
		whole('OVER'),
		['UNRESOLVED', [started('UNRESOLVED'), created, ended('unresolved')]],
		['OWED', [started('OWED'), created, paid, {type: 'receipt.failed', code: 'LINK', text: '', advice: ''}]],
		whole('NEWEST'),
	);

/** Opens the till in February in a process of its own, on a disk that is watched. */
const open = (folder: string, log: string) =>
	spawnSync(process.execPath, [join(import.meta.dirname, 'opening-process.ts'), folder, now], {
		encoding: 'utf8',
		env: {...process.env, ...shim?.environment({root: folder, log})},
	});

/** Every write has arrived: the process died, the machine did not. */
const everythingArrives = (): Chance => ({
	...chanceOf('all'),
	isOneIn: (
		(asked) => () =>
			asked++ > 0
	)(0),
});
const nothingArrives: Chance = {...chanceOf('none'), isOneIn: () => true};

describe.skipIf(!shim)('a month that is being closed', () => {
	test('given the machine dies after each change on the disk, then the next start has everything, once', () => {
		const folder = till();
		const before = rowsIn(folder);
		const disk = diskOf(folder);
		const log = join(workshop, 'log');
		expect(open(folder, log)).toMatchObject({status: 0, stdout: ''});
		expect(readdirSync(folder)).toContain('journal-2026-01.sqlite');
		const events = readDiskLog(log);
		const renames = events.filter(({type}) => type === 'rename');
		expect(renames.map((event) => event.type === 'rename' && event.to)).toEqual([
			'journal-2026-01.sqlite',
			'journal.sqlite',
		]);
		const copy = join(newFolder(), 'till');
		let count = 0;
		for (let step = 0; step <= events.length; step += 1) {
			const reached = after(disk, events.slice(0, step));
			for (const chance of [everythingArrives(), nothingArrives, chanceOf(String(step))]) {
				mkdirSync(copy, {recursive: true});
				cutPower(copy, reached, chance);
				const end = openJournal({folder: copy, now: () => new Date(now)});
				if (!end.ok) return expect.fail(`${step}: ${end.text}`);
				expect([step, end.broken]).toEqual([step, null]);
				expect(end.journal.unfinished().map(({orderId}) => orderId)).toEqual(matters);
				for (const [orderId, length] of [
					['OVER', 5],
					['OWED', 4],
				] as const)
					expect(end.journal.ofOrder(orderId)).toHaveLength(length);
				end.journal.close();
				// What the process itself had written after the change of the month may be there or not.
				expect(rowsIn(copy).slice(0, before.length)).toEqual(before);
				expect(verifyMonths(copy)).toMatchObject({type: 'read', damage: null});
				expect(readdirSync(copy).filter((name) => /fresh|broken/.test(name))).toEqual([]);
				count += 1;
			}
		}
		expect(count).toBeGreaterThan(100);
	});
});

test('given something in the way of the new file, then the old one goes on, and the month is closed another time', () => {
	const folder = till();
	const before = rowsIn(folder);
	const obstacle = join(folder, 'journal.fresh.sqlite-wal');
	mkdirSync(obstacle);
	visit(folder, () => new Date(now));
	expect(rowsIn(folder)).toEqual(before);
	expect(readdirSync(folder)).not.toContain('journal-2026-01.sqlite');
	rmSync(obstacle, {recursive: true});
	visit(folder, () => new Date(now));
	expect(readdirSync(folder)).toContain('journal-2026-01.sqlite');
	expect(rowsIn(folder)).toEqual(before);
});
