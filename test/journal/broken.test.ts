// A broken journal is found, told, put aside; what is whole goes on in a fresh file; nothing broken is ever used by itself.
import {
	appendFileSync,
	copyFileSync,
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, onTestFinished, test} from 'vitest';
import {journalEn, journalRu} from '../../source/core/index.ts';
import {type BrokenJournal, openJournal, readJournal, verifyJournal} from '../../source/journal/index.ts';
import {
	closed,
	closing,
	copyOf,
	created,
	ended,
	newFolder,
	openedIn,
	paid,
	rowsIn,
	started,
	tamper,
	whole,
	within,
	write,
	written,
} from './till.ts';

const file = (folder: string, name = 'journal.sqlite'): string => join(folder, name);

/** Opens, closes when the test ends, and gives what was found broken. */
const opened = (folder: string) => {
	const end = openJournal({folder, now: () => new Date('2026-01-31T10:00:00Z')});
	if (!end.ok) return expect.fail(end.text);
	onTestFinished(() => end.journal.close());
	return end;
};
const brokenIn = (folder: string): BrokenJournal => opened(folder).broken ?? expect.fail('not found');

/** Three payments of five rows each; the last one waits. */
const till = (): string =>
	written(whole('A'), whole('B'), ['C', [started('C'), created, paid, closing, closed]]);

describe('what somebody changed is found', () => {
	test.each([
		['a body changed', "UPDATE events SET body = replace(body, '125000', '1250') WHERE seq = 8", 8, 'hash'],
		['a type changed', "UPDATE events SET type = 'payment.declined' WHERE seq = 8", 8, 'hash'],
		['an order changed', "UPDATE events SET order_id = 'A' WHERE seq = 8", 8, 'hash'],
		['an order taken away', 'UPDATE events SET order_id = NULL WHERE seq = 8', 8, 'hash'],
		['a time changed', "UPDATE events SET at = '2026-01-31T09:00:00.001Z' WHERE seq = 8", 8, 'hash'],
		['a hash changed', "UPDATE events SET hash = x'00' WHERE seq = 8", 8, 'hash'],
		['a row removed', 'DELETE FROM events WHERE seq = 8', 8, 'gap'],
		['the first row removed', 'DELETE FROM events WHERE seq = 1', 1, 'gap'],
		['the last row removed', 'DELETE FROM events WHERE seq = 15', 15, 'tail'],
		['all rows removed', 'DELETE FROM events', 1, 'tail'],
		[
			'two rows swapped',
			'UPDATE events SET seq = 99 WHERE seq = 8; UPDATE events SET seq = 8 WHERE seq = 9; UPDATE events SET seq = 9 WHERE seq = 99',
			8,
			'hash',
		],
		[
			'a row put in before the first',
			"INSERT INTO events VALUES (0, '', NULL, 'x', '{}', x'00')",
			null,
			null,
		],
		['a row put in at the end', "INSERT INTO events VALUES (16, '', NULL, 'x', '{}', x'00')", 16, 'hash'],
		['the table renamed', 'ALTER TABLE events RENAME TO others', 1, 'unreadable'],
	])('given %s, then the row is named, or it is harmless', (_, sql, seq, reason) => {
		const folder = till();
		const before = rowsIn(folder);
		tamper(folder, sql);
		const {broken} = opened(folder);
		expect(broken && [broken.damage.seq, broken.damage.reason]).toEqual(seq === null ? null : [seq, reason]);
		const whole = seq === null ? before : before.slice(0, seq - 1);
		expect(rowsIn(folder).slice(0, whole.length)).toEqual(whole);
	});

	test('given a chain that was worked out anew after a change, then the bell bears witness against it', () => {
		const folder = till();
		const other = written(whole('A'), whole('B'), whole('X'));
		copyFileSync(file(other), file(folder));
		expect(brokenIn(folder).damage.reason).toBe('tail');
	});

	test('given any single bit of the file turned, then it is told, or every row is still what it was', () => {
		const source = till();
		const before = rowsIn(source);
		const bytes = readFileSync(file(source));
		let told = 0;
		fc.assert(
			fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
				const turned = Buffer.from(bytes);
				turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
				const folder = newFolder();
				writeFileSync(file(folder), turned);
				copyFileSync(file(source, 'journal.bell'), file(folder, 'journal.bell'));
				const end = openJournal({folder, now: within});
				if (end.ok) end.journal.close();
				if (!end.ok || end.broken) told += 1;
				else expect(rowsIn(folder)).toEqual(before);
				rmSync(folder, {recursive: true});
			}),
			{numRuns: 80},
		);
		expect(told).toBeGreaterThan(20);
	});

	test('given any single bit of the rows not yet in the main file turned, then it is told or harmless', () => {
		const folder = newFolder();
		const journal = openedIn(folder);
		write(journal, whole('A'), whole('B'), whole('C'));
		const crashed = copyOf(folder);
		const before = rowsIn(folder);
		const bytes = readFileSync(file(crashed, 'journal.sqlite-wal'));
		let told = 0;
		fc.assert(
			fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
				const turned = Buffer.from(bytes);
				turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
				const copy = newFolder();
				copyFileSync(file(crashed), file(copy));
				copyFileSync(file(crashed, 'journal.bell'), file(copy, 'journal.bell'));
				writeFileSync(file(copy, 'journal.sqlite-wal'), turned);
				const end = openJournal({folder: copy});
				if (end.ok) end.journal.close();
				if (!end.ok || end.broken) told += 1;
				else expect(rowsIn(copy)).toEqual(before);
				rmSync(copy, {recursive: true});
			}),
			{numRuns: 40},
		);
		expect(told).toBeGreaterThan(15);
	});

	test.each([0, 1, 50, 100, 4096, 5000, 8191])('given a file cut to %i bytes, then it is told', (size) => {
		const folder = till();
		truncateSync(file(folder), size);
		expect(opened(folder).broken).not.toBeNull();
	});

	test('given a file of something else, then it is put aside and payments go on', () => {
		const folder = till();
		writeFileSync(file(folder), 'x'.repeat(10_000));
		const end = opened(folder);
		expect(end.broken?.damage).toMatchObject({seq: 1, reason: 'unreadable', lastAt: null});
		expect(end.journal.append('Z', [started('Z')], '2026-01-31T10:00:00.000Z').type).toBe('written');
	});

	test('given a journal that was thrown away, then it is told that its end is missing; there is nothing to keep', () => {
		const folder = till();
		rmSync(file(folder));
		const {keptAs, damage} = brokenIn(folder);
		expect(keptAs).toBeNull();
		expect(damage).toMatchObject({seq: 1, reason: 'tail'});
		expect(readdirSync(folder).filter((name) => name.includes('broken'))).toEqual([]);
	});

	test('given the newest rows thrown away with SQLite’s side file, then it is told', () => {
		const folder = newFolder();
		const journal = openedIn(folder);
		write(journal, whole('A'));
		const crashed = copyOf(folder);
		rmSync(file(crashed, 'journal.sqlite-wal'));
		expect(brokenIn(crashed).damage.reason).toBe('tail');
	});

	test('given a bell that a power cut tore, then nothing is claimed', () => {
		const folder = till();
		for (const text of [
			'',
			'{"seq":99',
			'\0'.repeat(1024),
			'{"seq":99,"hash":"00","pulse":null,"check":"no"}',
		]) {
			writeFileSync(file(folder, 'journal.bell'), text);
			const end = openJournal({folder, now: within});
			expect(end.ok && end.broken).toBeNull();
			if (end.ok) end.journal.close();
		}
	});
});

describe('payments go on', () => {
	test('given a break, then the broken file is kept beside and the whole part goes on in a fresh one', () => {
		const folder = till();
		const before = rowsIn(folder);
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 12");
		const end = opened(folder);
		expect(end.broken?.keptAs).toBe('journal.broken-20260131T100000Z.sqlite');
		expect(rowsIn(folder).slice(0, 11)).toEqual(before.slice(0, 11));
		expect(end.journal.append('D', [started('D')], '2026-01-31T10:00:00.000Z').type).toBe('written');
		expect(verifyJournal(file(folder))).toMatchObject({type: 'read', damage: null});
		expect(verifyJournal(file(folder, 'journal.broken-20260131T100000Z.sqlite'))).toMatchObject({
			rows: 11,
			damage: {seq: 12, reason: 'hash', rowsAfter: 4, ordersAfter: ['C']},
		});
		for (const wording of [journalRu, journalEn]) {
			const line = end.broken ? wording.broken(end.broken) : '';
			expect(line).toContain('journal.broken-20260131T100000Z.sqlite');
			expect(line).toMatch(/12.*11|12/);
		}
		expect(end.warnings).toEqual([end.broken && journalRu.broken(end.broken)]);
	});

	test('given a second start after it, then the fresh file is whole and nothing is told again', () => {
		const folder = till();
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 12");
		const first = openJournal({folder, now: within});
		if (first.ok) first.journal.close();
		expect(opened(folder).broken).toBeNull();
	});

	test('given a payment that was under way at the break and went on after it, then a person has to decide', () => {
		const folder = till();
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 13");
		const end = opened(folder);
		expect(end.broken?.doubtful).toEqual(['C']);
		expect(end.journal.unfinished().map(({rows}) => rows.map(({event}) => event.type))).toEqual([
			['payment.started', 'order.created', 'payment.quarantined'],
		]);
	});

	test('given a payment that was begun after the break and is not over, then it stands open, decided by nobody', () => {
		const folder = written(whole('A'), whole('B'), ['C', [started('C'), created, paid]]);
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 7");
		const end = opened(folder);
		expect(end.broken?.doubtful).toEqual(['B', 'C']);
		expect(end.journal.unfinished().map(({orderId, rows}) => [orderId, rows.at(-1)?.event])).toEqual([
			['B', {type: 'payment.quarantined', reason: 'JOURNAL_BROKEN'}],
			['C', {type: 'payment.quarantined', reason: 'JOURNAL_BROKEN'}],
		]);
	});

	test('given a payment that was over before the break, then it stays over', () => {
		const folder = till();
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 12");
		expect(
			opened(folder)
				.journal.ofOrder('A')
				.map(({event}) => event),
		).toEqual(whole('A')[1]);
	});

	test('given a lost tail, then every payment that was not over may have gone on', () => {
		const folder = written(['A', [started('A'), created, ended('unresolved')]], whole('B'));
		tamper(folder, 'DELETE FROM events WHERE seq = 8');
		expect(brokenIn(folder).doubtful).toEqual(['A', 'B']);
	});

	test('given two breaks in the same second, then both files are kept', () => {
		const folder = till();
		for (const seq of [12, 6]) {
			tamper(folder, `UPDATE events SET body = '{}' WHERE seq = ${seq}`);
			const end = openJournal({folder, now: () => new Date('2026-01-31T10:00:00Z')});
			if (end.ok) end.journal.close();
		}
		expect(readdirSync(folder).filter((name) => name.includes('broken'))).toEqual([
			'journal.broken-20260131T100000Z-2.sqlite',
			'journal.broken-20260131T100000Z.sqlite',
		]);
	});

	test('given a reader of a broken journal, then it gets the whole part alone, and is told', () => {
		const folder = till();
		tamper(folder, "UPDATE events SET type = 'payment.paid' WHERE seq = 3; DELETE FROM events WHERE seq = 9");
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 6");
		let count = 0;
		const end = readJournal(folder, {onRow: () => (count += 1)});
		expect(end).toMatchObject({type: 'read', rows: 5, damage: {seq: 6}});
		expect(count).toBe(5);
	});
});

describe('a rebuild that a crash cut short', () => {
	const half = (): string => {
		const folder = till();
		copyFileSync(file(folder), file(folder, 'journal.fresh.sqlite'));
		return folder;
	};

	test('given the fresh file and the old one, then the fresh one is made anew', () => {
		const folder = half();
		appendFileSync(file(folder, 'journal.fresh.sqlite'), 'half');
		expect(opened(folder).broken).toBeNull();
		expect(existsSync(file(folder, 'journal.fresh.sqlite'))).toBe(false);
	});

	test('given the fresh file alone, then it is put into its place, and the old side file is kept out of its way', () => {
		const folder = half();
		const before = rowsIn(folder);
		renameSync(file(folder), file(folder, 'journal.broken-1.sqlite'));
		writeFileSync(file(folder, 'journal.sqlite-wal'), Buffer.alloc(4096, 7));
		expect(opened(folder).broken).toBeNull();
		expect(rowsIn(folder)).toEqual(before);
		expect(existsSync(file(folder, 'journal.broken-20260131T100000Z.sqlite-wal'))).toBe(true);
	});
});

describe('refused, and left as it is', () => {
	test('given a file of a newer program, then nothing is changed', () => {
		const folder = till();
		tamper(folder, 'PRAGMA user_version = 3');
		const end = openJournal({folder, now: within});
		expect(end.ok ? null : end.fault.code).toBe('NEWER');
		expect(readJournal(folder, {onRow: () => undefined})).toMatchObject({fault: {code: 'NEWER'}});
	});

	test('given a link in place of the file, then nothing is written through it', () => {
		const folder = newFolder();
		const elsewhere = join(newFolder(), 'elsewhere');
		writeFileSync(elsewhere, '');
		symlinkSync(elsewhere, file(folder));
		const end = openJournal({folder, now: within});
		expect(end.ok ? null : end.fault.code).toBe('CANNOT_OPEN');
		expect(statSync(elsewhere).size).toBe(0);
	});

	test('given a journal that was moved away while it is open, then no row is lost without a word', () => {
		const folder = newFolder();
		const journal = openedIn(folder);
		renameSync(file(folder), file(folder, 'elsewhere.sqlite'));
		expect(journal.append('A', [paid], '')).toEqual({type: 'failed', text: 'MOVED'});
		renameSync(file(folder, 'elsewhere.sqlite'), file(folder));
		expect(journal.append('A', [paid], '').type).toBe('written');
	});
});
