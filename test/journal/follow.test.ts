// Readers beside the writer: woken by the bell, told each row once and in order, whatever happens to the files.
import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {JournalPulse, JournalRow} from '../../source/engine/index.ts';
import {
	type FollowOptions,
	followJournal,
	type JournalDamage,
	openJournal,
} from '../../source/journal/index.ts';
import {startWriting} from './child.ts';
import {
	created,
	ended,
	newFolder,
	openedIn,
	paid,
	rejected,
	started,
	tamper,
	visit,
	whole,
	within,
	write,
	written,
} from './till.ts';

type Heard = {
	readonly rows: JournalRow[];
	readonly pulses: JournalPulse[];
	readonly damages: JournalDamage[];
	/** Resolves as soon as what was heard satisfies it. */
	until(isEnough: () => boolean): Promise<void>;
	stop(): void;
};

function follow(folder: string, from: FollowOptions['from'] = 0): Heard {
	let wake = (): void => undefined;
	const rows: JournalRow[] = [];
	const pulses: JournalPulse[] = [];
	const damages: JournalDamage[] = [];
	const stop = followJournal(folder, {
		from,
		onRow: (row) => {
			rows.push(row);
			wake();
		},
		onPulse: (pulse) => {
			pulses.push(pulse);
			wake();
		},
		onDamage: (damage) => {
			damages.push(damage);
			wake();
		},
	});
	onTestFinished(stop);
	return {
		rows,
		pulses,
		damages,
		stop,
		until: (isEnough) =>
			new Promise((done) => {
				wake = () => {
					if (isEnough()) done();
				};
				wake();
			}),
	};
}

const seqs = ({rows}: Heard): readonly number[] => rows.map(({seq}) => seq);
const upTo = (last: number, first = 1): readonly number[] =>
	Array.from({length: last - first + 1}, (_, index) => first + index);
const at = '2026-01-31T09:00:00.000Z';
const pulse = (n: number): JournalPulse => ({orderId: 'A', n, status: 'waiting', errorsInRow: 0, at});

describe('a reader', () => {
	test('given rows that are there, then it has them before the call returns; new ones come by themselves', async () => {
		const folder = newFolder();
		const journal = openedIn(folder);
		write(journal, whole('A'));
		const heard = follow(folder);
		expect(seqs(heard)).toEqual(upTo(5));
		journal.append('B', [started('B'), created], at);
		await heard.until(() => heard.rows.length === 7);
		expect(heard.rows[6]).toEqual({seq: 7, at, orderId: 'B', event: created});
	});

	test('given a live poll between two rows, then it is told once, and an old one not at all', async () => {
		const folder = newFolder();
		const journal = openedIn(folder);
		journal.beat(pulse(1));
		const heard = follow(folder);
		journal.beat(pulse(2));
		await heard.until(() => heard.pulses.length === 1);
		journal.append('A', [paid], at);
		await heard.until(() => heard.rows.length === 1);
		journal.beat(pulse(3));
		await heard.until(() => heard.pulses.length === 2);
		expect(heard.pulses.map(({n}) => n)).toEqual([2, 3]);
	});

	test('given a number or a time to begin after, then older rows are left out', () => {
		const folder = written(whole('A'), whole('B'), whole('C'));
		expect(seqs(follow(folder, 12))).toEqual([13, 14, 15]);
		expect(seqs(follow(folder, '2026-01-31T09:00:05.000Z'))).toEqual(upTo(15, 6));
		expect(seqs(follow(folder, '2026-01-31T09:00:05.001Z'))).toEqual(upTo(15, 11));
		expect(seqs(follow(folder, '2030'))).toEqual([]);
		expect(seqs(follow(folder, 99))).toEqual([]);
	});

	test('given no journal yet, not even a bell, then the first row is heard', async () => {
		const folder = newFolder();
		const heard = follow(folder);
		openedIn(folder).append('A', [started('A')], at);
		await heard.until(() => heard.rows.length === 1);
	});

	test('given a writer in another process, then every row is heard once and in order, also after it was killed', async () => {
		const folder = newFolder();
		const heard = follow(folder);
		const first = startWriting(folder, ['0']);
		await heard.until(() => heard.rows.length >= 20);
		await first.kill();
		const reached = heard.rows.length;
		startWriting(folder, ['1000']);
		await heard.until(() => heard.rows.length >= reached + 20);
		expect(seqs(heard)).toEqual(upTo(heard.rows.length));
	});

	test('given a break in what is there, then the whole part comes and the break is told', () => {
		const folder = written(whole('A'), whole('B'));
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 7");
		const heard = follow(folder);
		expect(seqs(heard)).toEqual(upTo(6));
		expect(heard.damages).toMatchObject([{seq: 7, reason: 'hash'}]);
	});

	test('given a fresh file in place of a broken one, then the reader goes on where the two part', async () => {
		const folder = written(whole('A'), whole('B'));
		const heard = follow(folder);
		expect(seqs(heard)).toEqual(upTo(10));
		tamper(folder, "UPDATE events SET body = '{}' WHERE seq = 9");
		const end = openJournal({folder, now: within});
		if (!end.ok) return expect.fail(end.text);
		onTestFinished(() => end.journal.close());
		end.journal.append('Z', [started('Z')], at);
		await heard.until(() => heard.rows.at(-1)?.orderId === 'Z');
		// Row 9 of the fresh file is the mark that a person must decide about B.
		expect(seqs(heard)).toEqual([...upTo(10), 9, 10]);
		expect(heard.rows[10]).toMatchObject({orderId: 'B', event: {type: 'payment.quarantined'}});
	});

	test('given a month that ends, then the reader goes on in the next one: each row once, also those just before', async () => {
		const folder = written(['OPEN', [started('OPEN'), created, ended('unresolved')]], whole('A'));
		const heard = follow(folder);
		// The reader is still asleep when its file is already the one of a past month.
		visit(folder, within, (journal) => write(journal, whole('B')));
		const next = openedIn(folder, () => new Date('2026-02-01T09:00:00Z'));
		next.append('C', [started('C')], at);
		await heard.until(() => heard.rows.at(-1)?.orderId === 'C');
		expect(seqs(heard)).toEqual([...upTo(13), 10]);
		next.append('C', [created], at);
		await heard.until(() => heard.rows.at(-1)?.seq === 11);
		expect(heard.rows).toHaveLength(15);
		expect(heard.damages).toEqual([]);
	});

	test('given months that ended while nobody listened, then a reader has all of them, or those since a time', () => {
		const folder = written(['OPEN', [started('OPEN'), created, ended('unresolved')]], whole('A'));
		for (const [month, orderId] of [
			['02', 'FEB'],
			['03', 'MAR'],
		] as const) {
			const now = new Date(`2026-${month}-05T00:00:00Z`);
			visit(
				folder,
				() => now,
				(journal) => journal.append(orderId, [started(orderId), rejected], now.toISOString()),
			);
		}
		const ordersOf = ({rows}: Heard): readonly (string | null)[] => rows.map(({orderId}) => orderId);
		const since = (time: string) => ordersOf(follow(folder, time));
		expect(ordersOf(follow(folder))).toEqual([
			...['OPEN', 'OPEN', 'OPEN', ...'AAAAA', 'FEB', 'FEB', 'MAR', 'MAR'],
		]);
		expect(since('2026-01-31T09:00:03.000Z')).toEqual([...'AAAAA', 'FEB', 'FEB', 'MAR', 'MAR']);
		expect(since('2026-02-01T00:00:00.000Z')).toEqual(['FEB', 'FEB', 'MAR', 'MAR']);
		expect(since('2026-03-01T00:00:00.000Z')).toEqual(['MAR', 'MAR']);
		expect(since('2026-04-01T00:00:00.000Z')).toEqual([]);
	});

	test('given a till that begins anew, files and all, then the reader begins anew too', async () => {
		const folder = written(whole('A'));
		const heard = follow(folder);
		for (const name of ['journal.sqlite', 'journal.bell']) rmSync(join(folder, name));
		const journal = openedIn(folder);
		journal.append('B', [started('B')], at);
		await heard.until(() => heard.rows.at(-1)?.orderId === 'B');
		expect(heard.rows.at(-1)?.seq).toBe(1);
	});

	test('given a reader that was stopped, then it hears nothing more', async () => {
		const folder = newFolder();
		const journal = openedIn(folder);
		const stopped = follow(folder);
		const other = follow(folder);
		stopped.stop();
		journal.append('A', [started('A')], at);
		await other.until(() => other.rows.length === 1);
		expect(stopped.rows).toEqual([]);
	});

	test('given a folder that comes later, then following it is no error', () => {
		const folder = join(newFolder(), 'later');
		const stop = followJournal(folder, {onRow: () => undefined});
		mkdirSync(folder);
		stop();
	});

	test('given rows about the till, then they go to whoever asks for them', () => {
		const folder = newFolder();
		openedIn(folder).tillOpened({version: '1', node: '24', pid: 7});
		const seen: string[] = [];
		const stop = followJournal(folder, {
			onRow: () => expect.fail('no payment'),
			onTill: ({event}) => seen.push(event.type),
		});
		stop();
		expect(seen).toEqual(['till.opened']);
	});
});
