// What the journal costs: an append against a bare fdatasync, the check of its chain against reading the rows.
// `npm run bench -- --rows 200000` for a shorter chain.
import {closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {parseArgs} from 'node:util';
import {journalFileName, openJournal, verifyJournal} from '../source/journal/index.ts';
import {median, printTable} from './measure.ts';

const appends = 200;
const usualRows = '1000000';
/** What the check may take, × reading the rows. */
const mostRatio = 1.3;

export function benchJournal(): void {
	const rows = Number(
		parseArgs({strict: false, options: {rows: {type: 'string', default: usualRows}}}).values['rows'],
	);
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-bench-'));
	try {
		const opened = openJournal({folder});
		if (!opened.ok) throw new Error(opened.text);
		const {journal} = opened;
		const bare = openSync(join(folder, 'bare'), 'w');
		const ratios: number[] = [];
		const event = {type: 'qr.shown', where: ['screen']} as const;
		for (let n = 0; n < appends; n += 1) {
			const a = timed(() => journal.append(`A-${n}`, [event], new Date().toISOString()));
			const b = timed(() => {
				writeSync(bare, JSON.stringify(event));
				fdatasyncSync(bare);
			});
			ratios.push(a / b);
		}
		closeSync(bare);
		const many = Array.from({length: 1000}, () => event);
		for (let n = 0; n < rows / many.length; n += 1) journal.append(`B-${n}`, many, new Date().toISOString());
		journal.close();
		const file = join(folder, journalFileName);
		const chain = [1, 2, 3].map(() => timed(() => verifyJournal(file)) / timed(() => readAll(file)));
		printTable('journal', [
			{what: 'an append, × a bare fdatasync', figure: median(ratios).toFixed(2)},
			{
				what: `the chain of ${rows} rows checked, × reading them (at most ${mostRatio})`,
				figure: median(chain).toFixed(2),
			},
		]);
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}

function timed(work: () => unknown): number {
	const started = performance.now();
	work();
	return performance.now() - started;
}

function readAll(file: string): number {
	const db = new DatabaseSync(file, {readOnly: true});
	let length = 0;
	for (const row of db
		.prepare('SELECT seq, at, order_id, type, body, hash FROM events ORDER BY seq')
		.iterate()) {
		length += String(row['body']).length;
	}
	db.close();
	return length;
}
