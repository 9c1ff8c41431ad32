// The doctor over the months: what is open in any of them, and a break in any of them.
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {seeJournal} from '../../source/cli/doctor/see-journal.ts';
import {created, ended, refund, rejected, started, tamper, visit, whole, written} from './till.ts';

const january = 'journal-2026-01.sqlite';

/** An unresolved payment of January, and one of January whose money is on its way back since February. */
function till(): string {
	const folder = written(
		['UNRESOLVED', [started('UNRESOLVED'), created, ended('unresolved')]],
		whole('RETURNED'),
		whole('OVER'),
	);
	const february = new Date('2026-02-10T09:00:00Z');
	visit(
		folder,
		() => february,
		(journal) => {
			journal.append('RETURNED', [refund('requested')], february.toISOString());
			journal.append('NEW', [started('NEW'), rejected], february.toISOString());
		},
	);
	return folder;
}

test('given matters of past months, then the doctor names them, and counts the rows of all files', () => {
	expect(seeJournal(till(), 5_000)).toMatchObject({
		type: 'read',
		isWhole: true,
		damage: null,
		openOrders: ['UNRESOLVED', 'RETURNED'],
		rows: 13 + 1 + 3 + 5 + 3,
	});
});

test.each([
	[
		'damaged',
		(folder: string) => tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 4", january),
		'hash',
	],
	['cut', (folder: string) => tamper(folder, 'DELETE FROM events WHERE seq = 13', january), 'tail'],
	['thrown away', (folder: string) => rmSync(join(folder, january)), 'missing'],
] as const)('given a past month that is %s, then the doctor names its file', (_, spoil, reason) => {
	const folder = till();
	spoil(folder);
	expect(seeJournal(folder, 5_000)).toMatchObject({damage: {file: january, reason}});
});

test('given no time for the past months, then the doctor says that it did not see all', () => {
	expect(seeJournal(till(), 0)).toMatchObject({type: 'read', isWhole: false});
});
