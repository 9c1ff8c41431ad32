// Appending and reading back; which payments are offered at the next start.
import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, test} from 'vitest';
import type {PaymentEvent} from '../../source/core/index.ts';
import {exportJournal, openJournal, readJournal, verifyJournal} from '../../source/journal/index.ts';
import {
	closed,
	closing,
	created,
	dropped,
	ended,
	late,
	newFolder,
	openedIn,
	paid,
	receiptFailed,
	receiptUnknown,
	refund,
	rejected,
	resolved,
	rowsIn,
	started,
	whole,
	write,
	written,
} from './till.ts';

const facts = {version: '0.1.0', node: '24.21.0', pid: 4711};

describe('appending', () => {
	test('given two events at once, then both are on disk in their order when it answers', () => {
		const folder = newFolder();
		const journal = openedIn(folder);
		const end = journal.append('A-1', [started('A-1'), created], '2026-01-31T09:00:00.000Z');
		const rows = [
			{seq: 1, at: '2026-01-31T09:00:00.000Z', orderId: 'A-1', event: started('A-1')},
			{seq: 2, at: '2026-01-31T09:00:00.000Z', orderId: 'A-1', event: created},
		];
		expect(end).toEqual({type: 'written', rows});
		expect(journal.ofOrder('A-1')).toEqual(rows);
		expect(journal.ofOrder('nobody')).toEqual([]);
		expect(rowsIn(folder)).toHaveLength(2);
	});

	test('given a row, then its body is the event without its type, and the table is the contract’s', () => {
		const folder = written(['A-1', [paid]]);
		const db = new DatabaseSync(join(folder, 'journal.sqlite'), {readOnly: true});
		expect(db.prepare('SELECT seq, order_id, type, body, length(hash) AS bytes FROM events').get()).toEqual({
			seq: 1,
			order_id: 'A-1',
			type: 'payment.paid',
			body: '{"paidAt":null,"amountKopecks":125000}',
			bytes: 32,
		});
		expect(
			db
				.prepare("SELECT group_concat(name || ' ' || type, ', ') AS columns FROM pragma_table_info('events')")
				.get(),
		).toEqual({
			columns: 'seq INTEGER, at TEXT, order_id TEXT, type TEXT, body TEXT, hash BLOB',
		});
		expect(db.prepare("SELECT strict FROM pragma_table_list('events')").get()).toEqual({strict: 1});
		expect(db.prepare('PRAGMA journal_mode').get()).toEqual({journal_mode: 'wal'});
		expect(db.prepare('PRAGMA user_version').get()).toEqual({user_version: 2});
		db.close();
	});

	test('given a till that is opened and closed, then both are rows without an order', () => {
		const folder = newFolder();
		const journal = openedIn(folder);
		journal.tillOpened(facts);
		journal.tillClosed(facts);
		const seen: string[] = [];
		readJournal(folder, {
			onRow: () => expect.fail('no payment'),
			onTill: ({event}) => seen.push(`${event.type} ${event.version} ${event.pid}`),
		});
		expect(seen).toEqual(['till.opened 0.1.0 4711', 'till.closed 0.1.0 4711']);
	});

	test('given a text that a disk could mangle, then it comes back as it was', () => {
		const folder = newFolder();
		const nasty = `\u0000\u001b[2J\u202e"\\ \ud83d ${'я'.repeat(100_000)}`;
		const journal = openedIn(folder);
		journal.append('A-1', [{...rejected, message: nasty} as PaymentEvent], '2026-01-31T09:00:00.000Z');
		expect(journal.ofOrder('A-1')[0]?.event).toEqual({...rejected, message: nasty});
		expect(verifyJournal(join(folder, 'journal.sqlite'))).toEqual({type: 'read', rows: 1, damage: null});
	});

	test('given a till’s files, then only their owner may read them', () => {
		const folder = newFolder();
		openedIn(folder).append('A-1', [paid], '2026-01-31T09:00:00.000Z');
		for (const name of ['journal.sqlite', 'journal.sqlite-wal', 'journal.sqlite-shm', 'journal.bell'])
			expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
	});

	test('given a journal that is closed, then all of it is in one file', () => {
		const folder = written(whole('A-1'));
		expect(existsSync(join(folder, 'journal.sqlite-wal'))).toBe(false);
		expect(rowsIn(folder)).toHaveLength(5);
	});

	test('given no events, then nothing is written', () => {
		const folder = newFolder();
		expect(openedIn(folder).append('A-1', [], '')).toEqual({type: 'written', rows: []});
		expect(rowsIn(folder)).toEqual([]);
	});
});

describe('what is not surely over is offered at the next start', () => {
	test.each([
		['just started', [started('A')], true],
		['waiting', [started('A'), created], true],
		[
			'a cancel on its way',
			[started('A'), created, {type: 'cancel.requested', by: 'cashier', qrReason: null}],
			true,
		],
		['paid, no receipt yet', [started('A'), created, paid], true],
		['a receipt begun', [started('A'), created, paid, closing], true],
		['a receipt that failed', [started('A'), created, paid, closing, receiptFailed], true],
		['a receipt that nobody knows of', [started('A'), created, paid, closing, receiptUnknown], true],
		['a receipt closed', [started('A'), created, paid, closing, closed], false],
		['paid on a till without a register', [started('A', null), created, paid], false],
		['unresolved', [started('A'), created, ended('unresolved')], true],
		[
			'unresolved, settled by the gateway',
			[started('A'), created, ended('unresolved'), resolved('gateway', 'cancelled')],
			false,
		],
		[
			'unresolved, paid by the gateway’s word',
			[started('A'), created, ended('unresolved'), paid, resolved('gateway', 'paid')],
			true,
		],
		[
			'unresolved, settled by a person',
			[started('A'), created, ended('unresolved'), resolved('person', 'paid')],
			false,
		],
		['quarantined', [started('A'), created, ended('quarantined')], true],
		[
			'quarantined, decided by a person',
			[started('A'), created, ended('quarantined'), resolved('person', 'cancelled')],
			false,
		],
		['paid late', [started('A'), created, ended('expired'), late], true],
		[
			'paid late and returned',
			[started('A'), created, ended('expired'), late, refund('requested'), refund('done')],
			false,
		],
		[
			'paid late and its receipt closed',
			[started('A'), created, ended('expired'), late, paid, closing, closed],
			false,
		],
		[
			'paid late, decided by a person',
			[started('A'), created, ended('expired'), late, resolved('person', 'cancelled')],
			false,
		],
		['a refund asked for', [started('A'), created, paid, closing, closed, refund('requested')], true],
		[
			'a refund on its way',
			[started('A'), created, paid, closing, closed, refund('requested'), refund('pending')],
			true,
		],
		[
			'a refund done, its receipt owed',
			[started('A'), created, paid, closing, closed, refund('requested'), refund('done')],
			true,
		],
		[
			'a refund done, its receipt closed',
			[started('A'), created, paid, closing, closed, refund('requested'), refund('done'), closing, closed],
			false,
		],
		[
			'a refund done on a till without a register',
			[started('A', null), created, paid, refund('requested'), refund('done')],
			false,
		],
		[
			'a refund declined',
			[started('A'), created, paid, closing, closed, refund('requested'), refund('declined')],
			false,
		],
		[
			'a receipt owed, a part returned',
			[started('A'), created, paid, receiptFailed, refund('requested', 1), refund('done', 1)],
			true,
		],
		['declined', [started('A'), created, ended('declined')], false],
		['rejected', [started('A'), rejected], false],
	] satisfies readonly (readonly [string, readonly PaymentEvent[], boolean])[])(
		'given a payment that is %s, and another one after it',
		(_, events, isOffered) => {
			const folder = written(['A', events], whole('B'));
			const offered = openedIn(folder).unfinished();
			expect(offered.map(({orderId}) => orderId)).toEqual(isOffered ? ['A'] : []);
			if (isOffered) expect(offered[0]?.rows.map(({event}) => event)).toEqual(events);
		},
	);

	test.each([
		['declined', [started('A'), created, ended('declined')], true],
		['expired', [started('A'), created, ended('expired')], true],
		['rejected', [started('A'), rejected], true],
		[
			'unresolved, then cancelled by the gateway',
			[started('A'), created, ended('unresolved'), resolved('gateway', 'cancelled')],
			true,
		],
		['cancelled, its receipt let go', [started('A'), created, ended('cancelled'), dropped], false],
		['paid', [started('A'), created, paid, closing, closed], false],
	] satisfies readonly (readonly [string, readonly PaymentEvent[], boolean])[])(
		'given the newest payment %s, then its receipt is offered for another try or not',
		(_, events, isOffered) => {
			const offered = openedIn(written(whole('0'), ['A', events])).unfinished();
			expect(offered.map(({orderId}) => orderId)).toEqual(isOffered ? ['A'] : []);
		},
	);

	test('given several, then they come oldest first, each with all its rows', () => {
		const journal = openedIn(
			written(['A', [started('A'), created, ended('unresolved')]], whole('B'), [
				'C',
				[started('C'), created],
			]),
		);
		write(journal, ['A', [late]], ['D', [started('D'), rejected]]);
		expect(journal.unfinished().map(({orderId, rows}) => `${orderId} ${rows.length}`)).toEqual([
			'A 4',
			'C 2',
			'D 2',
		]);
	});

	test('given payments that ended unpaid, then those since a time are named for late money', () => {
		const journal = openedIn(
			written(
				['A', [started('A'), created, ended('expired')]],
				['B', [started('B'), created, ended('cancelled')]],
				['C', [started('C'), rejected]],
				['D', [started('D'), created, ended('declined'), late]],
				whole('E'),
			),
		);
		const since = (second: number) =>
			journal.recentlyEnded(new Date(Date.UTC(2026, 0, 31, 9, 0, second)).toISOString());
		expect(since(0).map(({orderId}) => orderId)).toEqual(['A', 'B']);
		expect(since(1).map(({orderId}) => orderId)).toEqual(['B']);
		expect(since(4)).toEqual([]);
	});
});

describe('reading', () => {
	test('given a day and an order, then only their rows come', () => {
		const folder = written(whole('A'), whole('B'), whole('C'));
		const seen: string[] = [];
		const filter = {since: '2026-01-31T09:00:01.000Z', until: '2026-01-31T09:00:06.000Z', orderId: 'B'};
		const end = readJournal(folder, {onRow: ({event}) => seen.push(event.type)}, filter);
		expect(seen).toEqual(whole('B')[1].map(({type}) => type));
		expect(end).toEqual({type: 'read', rows: 15, damage: null});
	});

	test('given an export, then it is one line of JSON a row, harmless on a terminal', () => {
		const folder = written(['A', [{...rejected, message: 'a\u009b2Jb'} as PaymentEvent]]);
		const lines: string[] = [];
		exportJournal(folder, (line) => lines.push(line));
		expect(lines).toHaveLength(1);
		expect(lines[0]).not.toContain('\u009b');
		expect(JSON.parse(lines[0] ?? '')).toMatchObject({
			seq: 1,
			orderId: 'A',
			type: 'order.rejected',
			body: {code: 'LIMIT', message: 'a\u009b2Jb'},
			hash: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
	});

	test('given no journal, then there is none, and none is made', () => {
		const folder = newFolder();
		expect(readJournal(folder, {onRow: () => undefined})).toEqual({type: 'none'});
		expect(existsSync(join(folder, 'journal.sqlite'))).toBe(false);
	});

	test('given an event that only a newer program knows, then it comes through and stops nothing', () => {
		const folder = written(['A', [{type: 'payment.blessed'} as unknown as PaymentEvent]], whole('B'));
		expect(rowsIn(folder)[0]).toContain('payment.blessed');
		expect(openedIn(folder).unfinished()).toEqual([]);
	});
});

test('given a folder that is not there, then opening is refused in words', () => {
	const end = openJournal({folder: join(newFolder(), 'nobody')});
	expect(end.ok ? null : end.fault.code).toBe('CANNOT_OPEN');
});
