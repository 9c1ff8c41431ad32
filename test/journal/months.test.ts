// A month that is over has a file of its own: each file checks by the contract alone, what matters goes along, nothing is told
// twice, and an order of any month is known for ever.
import {readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {PaymentEvent} from '../../source/core/index.ts';
import {
	exportJournal,
	type Journal,
	openJournal,
	readJournal,
	readWholePayments,
	verifyJournal,
	verifyMonths,
} from '../../source/journal/index.ts';
import {brokenAt} from './outsider.ts';
import {
	closed,
	closing,
	created,
	ended,
	late,
	newFolder,
	paid,
	refund,
	rejected,
	resolved,
	rowsIn,
	started,
	tamper,
	visit,
	whole,
	written,
} from './till.ts';

const february = (): Date => new Date('2026-02-01T00:00:10Z');
const march = (): Date => new Date('2026-03-05T09:00:00Z');
const january = 'journal-2026-01.sqlite';
const filesIn = (folder: string): readonly string[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.sqlite'))
		.sort();

const kinds = (journal: Journal, orderId: string): readonly string[] =>
	journal.ofOrder(orderId).map(({event}) => event.type);
const kindsOf = (events: readonly PaymentEvent[]): readonly string[] => events.map(({type}) => type);

/** A January with a payment of each kind that matters, oldest first, and what may be forgotten between. */
const mixed = (): string =>
	written(
		whole('OVER'),
		['UNRESOLVED', [started('UNRESOLVED'), created, ended('unresolved')]],
		['OLD-UNPAID', [started('OLD-UNPAID'), created, ended('declined')]],
		['OWED', [started('OWED'), created, paid]],
		['OWED', [{type: 'receipt.failed', code: 'LINK', text: '', advice: ''}]],
		whole('OVER-TOO'),
		['LATE', [started('LATE'), created, ended('expired'), late]],
		['UNPAID', [started('UNPAID'), created, ended('cancelled')]],
		whole('NEWEST'),
	);

describe('a month that is over', () => {
	test('given a payment in January, when the till opens in February, then January has a file of its own and both check by the contract alone', () => {
		const folder = mixed();
		const before = rowsIn(folder);
		visit(folder, february, (journal) =>
			journal.append('F', [started('F'), rejected], '2026-02-01T10:00:00.000Z'),
		);
		expect(filesIn(folder)).toEqual([january, 'journal.sqlite']);
		for (const name of filesIn(folder)) expect(brokenAt(join(folder, name))).toBeNull();
		expect(verifyJournal(join(folder, january))).toMatchObject({rows: before.length, damage: null});
		expect(verifyMonths(folder)).toMatchObject({type: 'read', damage: null});
	});

	test('given the same month, an empty journal, or a clock that went back, then nothing moves', () => {
		for (const [folder, now] of [
			[mixed(), () => new Date('2026-01-31T23:59:59.999Z')],
			[mixed(), () => new Date('2025-12-01T00:00:00Z')],
			[newFolder(), february],
		] as const) {
			visit(folder, now);
			expect(filesIn(folder)).toEqual(['journal.sqlite']);
		}
	});

	test('given a payment under way, then its file stays until it has ended', () => {
		const folder = written(whole('A'), ['B', [started('B'), created]]);
		visit(folder, february, (journal) => {
			expect(filesIn(folder)).toEqual(['journal.sqlite']);
			journal.append('B', [ended('cancelled')], '2026-02-01T00:00:20.000Z');
		});
		visit(folder, february);
		expect(filesIn(folder)).toEqual([january, 'journal.sqlite']);
	});

	test('given a first row that a wrong clock put into the future, then the month of the last one counts', () => {
		const folder = newFolder();
		visit(folder, february, (journal) => {
			journal.append('A', whole('A')[1], '2030-05-01T00:00:00.000Z');
			journal.append('B', whole('B')[1], '2026-02-01T00:00:00.000Z');
		});
		visit(folder, march);
		expect(filesIn(folder)).toEqual(['journal-2026-02.sqlite', 'journal.sqlite']);
	});

	test('given a month whose name is taken, then a number is added, and the order is still that of the files', () => {
		const folder = written(whole('A'));
		visit(folder, february, (journal) => journal.append('B', whole('B')[1], '2026-01-15T00:00:00.000Z'));
		tamper(folder, 'SELECT 1');
		visit(folder, march, (journal) => journal.append('C', whole('C')[1], '2026-03-05T00:00:00.000Z'));
		expect(filesIn(folder)).toEqual(['journal-2026-01-2.sqlite', january, 'journal.sqlite']);
		expect(rowsIn(folder).map((row) => JSON.parse(row)[2])).toEqual([...'AAAAABBBBBCCCCC']);
	});
});

describe('what still matters goes along', () => {
	test('given open, late, lately unpaid payments and the newest one, then the new file has them whole, to the byte', () => {
		const folder = mixed();
		const end = openJournal({folder, now: february});
		if (!end.ok) return expect.fail(end.text);
		const {journal} = end;
		onTestFinished(() => journal.close());
		expect(journal.unfinished().map(({orderId}) => orderId)).toEqual(['UNRESOLVED', 'OWED', 'LATE']);
		expect(journal.unfinished()[1]?.rows.map(({event}) => event.type)).toEqual([
			'payment.started',
			'order.created',
			'payment.paid',
			'receipt.failed',
		]);
		expect(journal.recentlyEnded('2026-01-31T00:00:00.000Z').map(({orderId}) => orderId)).toEqual([
			'OLD-UNPAID',
			'UNPAID',
		]);
	});

	test('given the newest payment unpaid and its receipt open, then it is offered in the new month too', () => {
		const folder = written(whole('A'), ['B', [started('B'), created, ended('declined')]]);
		visit(folder, february, (journal) => {
			expect(journal.unfinished().map(({orderId}) => orderId)).toEqual(['B']);
		});
	});

	test('given an older open payment that is settled later, then it is not taken for the newest', () => {
		const folder = written(['A', [started('A'), created, ended('unresolved')]], whole('B'));
		visit(folder, february, (journal) => {
			journal.append('A', [resolved('gateway', 'cancelled')], '2026-02-02T00:00:00.000Z');
			expect(journal.unfinished()).toEqual([]);
		});
	});

	test('given a payment that stays open for months, then each month takes it over from the last', () => {
		const folder = written(['A', [started('A'), created, ended('unresolved')]], whole('B'));
		visit(folder, february, (journal) => journal.append('C', whole('C')[1], '2026-02-01T00:00:00.000Z'));
		visit(folder, march, (journal) => {
			expect(journal.unfinished().map(({orderId}) => orderId)).toEqual(['A']);
			journal.append('A', [resolved('person', 'cancelled')], '2026-03-05T00:00:00.000Z');
			expect(kinds(journal, 'A')).toEqual([
				'payment.started',
				'order.created',
				'payment.unresolved',
				'resolved',
			]);
		});
		expect(rowsIn(folder)).toHaveLength(3 + 5 + 5 + 1);
		expect(verifyMonths(folder)).toMatchObject({damage: null});
	});
});

describe('an order of a past month', () => {
	test('given its id, then all its rows are found, after years too, and a new one is not', () => {
		const folder = written(whole('OLD'));
		visit(folder, february, (journal) => journal.append('F', whole('F')[1], '2026-02-01T00:00:00.000Z'));
		visit(folder, march, (journal) => {
			expect(kinds(journal, 'OLD')).toEqual(kindsOf(whole('OLD')[1]));
			expect(journal.ofOrder('NEW')).toEqual([]);
			expect(journal.append('NEW', [started('NEW')], '2026-03-05T00:00:00.000Z').type).toBe('written');
		});
	});

	test.each([
		['thrown away', (file: string) => rmSync(file)],
		['torn', (file: string) => writeFileSync(file, 'x'.repeat(48))],
	])('given the list of its month %s, then it is made anew', (_, spoil) => {
		const folder = written(whole('OLD'));
		visit(folder, february);
		spoil(join(folder, 'journal-2026-01.orders'));
		visit(folder, february, (journal) => expect(kinds(journal, 'OLD')).toHaveLength(5));
	});

	test('given its rows damaged in their month, then it cannot be begun anew: nobody can say that it was not paid', () => {
		const folder = written(whole('A'), whole('B'), whole('C'));
		visit(folder, february);
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 6", january);
		visit(folder, february, (journal) => {
			expect(kinds(journal, 'A')).toHaveLength(5);
			expect(journal.append('B', [started('B')], '2026-02-01T00:00:00.000Z')).toEqual({
				type: 'failed',
				text: 'DAMAGED',
			});
		});
	});

	test('given money returned for it, then the refund is unfinished with the whole payment before it, until it is done', () => {
		const folder = written(whole('OLD'));
		visit(folder, february, (journal) => journal.append('F', whole('F')[1], '2026-02-01T00:00:00.000Z'));
		visit(folder, february, (journal) =>
			journal.append('OLD', [refund('requested')], '2026-02-02T00:00:00.000Z'),
		);
		const sinceFebruary = readWholePayments(folder, '2026-02-01T00:00:00.000Z').rows;
		expect(sinceFebruary.filter(({orderId}) => orderId === 'OLD').map(({event}) => event.type)).toEqual([
			...kindsOf(whole('OLD')[1]),
			'refund.requested',
		]);
		visit(folder, march, (journal) => {
			expect(journal.unfinished().map(({orderId, rows}) => `${orderId} ${rows.length}`)).toEqual(['OLD 6']);
			journal.append('OLD', [refund('done'), closing, closed], '2026-03-05T00:00:00.000Z');
			expect(journal.unfinished()).toEqual([]);
			expect(kinds(journal, 'OLD')).toHaveLength(9);
		});
		expect(rowsIn(folder)).toHaveLength(5 + 5 + 1 + 3);
	});
});

describe('readers over the months', () => {
	/** January, February and March, with a payment open through all of them. */
	const year = (): string => {
		const folder = written(['OPEN', [started('OPEN'), created, ended('unresolved')]], whole('JAN'));
		visit(folder, february, (journal) => journal.append('FEB', whole('FEB')[1], '2026-02-03T09:00:00.000Z'));
		visit(folder, march, (journal) => journal.append('MAR', whole('MAR')[1], '2026-03-05T09:00:00.000Z'));
		return folder;
	};
	const orders = (folder: string, filter: Parameters<typeof readJournal>[2] = {}): readonly string[] => {
		const seen: string[] = [];
		readJournal(folder, {onRow: ({orderId}) => seen.push(String(orderId))}, filter);
		return seen.filter((orderId, index) => seen.indexOf(orderId) === index || seen[index - 1] !== orderId);
	};

	test('given all rows, then each comes once, in the order in which it happened', () => {
		expect(orders(year())).toEqual(['OPEN', 'JAN', 'FEB', 'MAR']);
	});

	test('given a time, then months that ended before it are not read, and what is open comes along all the same', () => {
		expect(orders(year(), {monthsSince: '2026-02-02T00:00:00.000Z'})).toEqual(['OPEN', 'JAN', 'FEB', 'MAR']);
		expect(orders(year(), {monthsSince: '2026-03-01T00:00:00.000Z'})).toEqual(['OPEN', 'FEB', 'MAR']);
		expect(orders(year(), {since: '2026-02-01T00:00:00.000Z', until: '2026-03-01T00:00:00.000Z'})).toEqual([
			'FEB',
		]);
	});

	test('given an export, then it is file after file, each with its own chain and what it goes on from', () => {
		const lines: {seq: number; type: string; body: unknown}[] = [];
		const folder = year();
		exportJournal(folder, (line) => lines.push(JSON.parse(line)));
		const heads = lines.filter(({type}) => type === 'journal.continued');
		expect(heads.map(({seq, body}) => [seq, body])).toEqual([
			[1, {file: january, seq: 8, hash: expect.stringMatching(/^[0-9a-f]{64}$/), carried: 8}],
			[1, {file: 'journal-2026-02.sqlite', seq: 14, hash: expect.any(String), carried: 8}],
		]);
		expect(verifyMonths(folder)).toEqual({type: 'read', rows: lines.length, damage: null});
	});

	test('given a break in a past month, then it is named with its file, and the later months are used', () => {
		const folder = year();
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 2", january);
		expect(verifyMonths(folder)).toMatchObject({damage: {file: january, seq: 2, reason: 'hash'}});
		// OPEN and JAN are whole in February's head; no row of them comes twice.
		expect(rowsIn(folder)).toHaveLength(3 + 5 + 5 + 5);
	});

	test('given a past month that lost its end, chain and all, then the next one bears witness', () => {
		const folder = year();
		tamper(folder, 'DELETE FROM events WHERE seq = 8', january);
		expect(verifyMonths(folder)).toMatchObject({damage: {file: january, seq: 8, reason: 'tail'}});
	});

	test('given a past month that is not there any more, then it is named', () => {
		const folder = year();
		rmSync(join(folder, january));
		expect(verifyMonths(folder)).toMatchObject({damage: {file: january, reason: 'missing'}});
	});

	test('given the current file’s newest row taken off, then the bell bears witness', () => {
		const folder = year();
		tamper(folder, 'DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)');
		expect(verifyMonths(folder)).toMatchObject({damage: {reason: 'tail'}});
	});
});

describe('a current file that is lost while past months are there', () => {
	test.each([
		['thrown away', (folder: string) => rmSync(join(folder, 'journal.sqlite'))],
		[
			'thrown away with its bell',
			(folder: string) => {
				rmSync(join(folder, 'journal.sqlite'));
				rmSync(join(folder, 'journal.bell'));
			},
		],
		['unreadable', (folder: string) => writeFileSync(join(folder, 'journal.sqlite'), 'x'.repeat(9000))],
		['broken in its head', (folder: string) => tamper(folder, "UPDATE events SET at = '' WHERE seq = 3")],
	])(
		'given it is %s, then what the past months know goes on, and a person decides what became of it',
		(_, spoil) => {
			const folder = mixed();
			visit(folder, february, (journal) =>
				journal.append('OWED', [closing, closed], '2026-02-01T10:00:00.000Z'),
			);
			spoil(folder);
			const end = openJournal({folder, now: () => new Date('2026-02-02T00:00:00Z')});
			if (!end.ok) return expect.fail(end.text);
			onTestFinished(() => end.journal.close());
			expect(end.broken?.doubtful).toEqual(['UNRESOLVED', 'OWED', 'LATE']);
			expect(end.journal.unfinished().map(({rows}) => rows.at(-1)?.event.type)).toEqual([
				'payment.quarantined',
				'payment.quarantined',
				'payment.quarantined',
			]);
			expect(kinds(end.journal, 'OVER')).toHaveLength(5);
			expect(verifyMonths(folder)).toMatchObject({damage: null});
		},
	);
});
