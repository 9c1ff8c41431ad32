// The journals of all releases, recorded by the programs themselves: this one opens them, goes on in them and loses nothing.
import {cpSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, test} from 'vitest';
import {journalEn, journalRu} from '../../source/core/index.ts';
import {exportJournal, openJournal, readJournal, verifyMonths} from '../../source/journal/index.ts';
import {ended, newFolder, openedIn, rowsIn, tamper, visit} from './till.ts';

const recorded = join('test', 'golden', 'journals');
const releases = readdirSync(recorded);

/** The till's files as that release's program left them, killed in the middle of a payment. */
function tillOf(release: string): {folder: string; lines: readonly string[]; lastAt: string} {
	const folder = newFolder();
	for (const name of readdirSync(join(recorded, release))) {
		if (name.startsWith('journal')) cpSync(join(recorded, release, name), join(folder, name));
	}
	const lines = readFileSync(join(recorded, release, 'export.jsonl'), 'utf8')
		.trim()
		.split('\n');
	return {folder, lines, lastAt: JSON.parse(lines.at(-1) ?? '').at};
}

const exported = (folder: string): readonly string[] => {
	const lines: string[] = [];
	exportJournal(folder, (line) => lines.push(line));
	return lines;
};

const versionIn = (folder: string): unknown => {
	const db = new DatabaseSync(join(folder, 'journal.sqlite'), {readOnly: true});
	const version = db.prepare('PRAGMA user_version').get()?.['user_version'];
	db.close();
	return version;
};

test('given this release, then its journal is recorded', () => {
	const {version} = JSON.parse(readFileSync('package.json', 'utf8')) as {version: string};
	expect(releases).toContain(version);
});

describe.each(releases)('given a journal of %s', (release) => {
	test('when it is read, then every row is what that program’s own export says', () => {
		const {folder, lines} = tillOf(release);
		expect(exported(folder)).toEqual(lines);
		expect(verifyMonths(folder)).toEqual({type: 'read', rows: lines.length, damage: null});
	});

	test('when it is opened, then it is one of this program’s, row by row the same, and what was open is open', () => {
		const {folder, lines, lastAt} = tillOf(release);
		const journal = openedIn(folder, () => new Date(lastAt));
		expect(versionIn(folder)).toBe(2);
		expect(journal.unfinished().map(({orderId}) => orderId)).toEqual(['OTHER-SUM', 'OWED', 'WAITING']);
		expect(journal.ofOrder('RETURNED').map(({event}) => event.type)).toEqual([
			'payment.started',
			'order.created',
			'qr.shown',
			'status.answered',
			'status.answered',
			'payment.paid',
			'receipt.closing',
			'receipt.closed',
			'refund.requested',
			'refund.done',
			'receipt.closing',
			'receipt.closed',
		]);
		expect(exported(folder)).toEqual(lines);
		journal.append('WAITING', [ended('cancelled')], lastAt);
		expect(exported(folder).slice(0, -1)).toEqual(lines);
		expect(verifyMonths(folder)).toMatchObject({rows: lines.length + 1, damage: null});
	});

	test('when it is opened in a later month, then the payment under way is led to its end first, and then the month is closed', () => {
		const {folder, lines, lastAt} = tillOf(release);
		const before = rowsIn(folder);
		const later = (): Date => new Date(Date.parse(lastAt) + 60 * 86_400_000);
		visit(folder, later, (journal) => journal.append('WAITING', [ended('cancelled')], later().toISOString()));
		expect(readdirSync(folder).filter((name) => /^journal-.*sqlite$/.test(name))).toEqual([]);
		visit(folder, later, (journal) => {
			expect(journal.unfinished().map(({orderId}) => orderId)).toEqual(['OTHER-SUM', 'OWED', 'WAITING']);
			// Unpaid, it is there for its receipt, which may be tried again.
			expect(journal.ofOrder('WAITING').at(-1)?.event.type).toBe('payment.cancelled');
			expect(journal.ofOrder('PAID')).toHaveLength(8);
		});
		const [month] = readdirSync(folder).filter((name) => /^journal-.*sqlite$/.test(name));
		expect(month).toBe(`journal-${lastAt.slice(0, 7)}.sqlite`);
		expect(rowsIn(folder).slice(0, before.length)).toEqual(before);
		expect(exported(folder).slice(0, lines.length)).toEqual(lines);
	});
});

test('given a journal of a newer program, then it is refused in words, read by nobody, and left as it is', () => {
	const {folder, lastAt} = tillOf('0.1.0');
	tamper(folder, 'PRAGMA user_version = 99');
	const bytes = readFileSync(join(folder, 'journal.sqlite'));
	for (const wording of [journalRu, journalEn]) {
		const end = openJournal({folder, wording, now: () => new Date(lastAt)});
		expect(end.ok ? null : end.text).toMatch(/более новой программой|newer program/);
	}
	expect(readJournal(folder, {onRow: () => expect.fail('read')})).toMatchObject({fault: {code: 'NEWER'}});
	expect(readFileSync(join(folder, 'journal.sqlite'))).toEqual(bytes);
});
