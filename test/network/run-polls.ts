// Starts the process of polls.ts under the shim, and hears what it has counted.
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openClock, type Shim} from '../torture/support/shim.ts';

/** A server's habit. */
export type Habit = {
	readonly name: string;
	/** How long it keeps an idle connection; 0: it closes after each answer. */
	readonly keepS: number;
	/** Whether it says so (`Keep-Alive: timeout=`). */
	readonly isHinted: boolean;
	/** `uneven`: half a second to twenty, drawn anew each time. */
	readonly intervalS: number | 'uneven';
};

export const habits: readonly Habit[] = [
	{name: '5 s', keepS: 5, isHinted: true, intervalS: 5},
	{name: '5 s, not told', keepS: 5, isHinted: false, intervalS: 5},
	{name: '15 s', keepS: 15, isHinted: true, intervalS: 5},
	{name: '60 s', keepS: 60, isHinted: true, intervalS: 5},
	{name: 'none', keepS: 0, isHinted: true, intervalS: 5},
	{name: '5 s, not told, uneven polls', keepS: 5, isHinted: false, intervalS: 'uneven'},
];

export type PollCount = {
	readonly polls: number;
	readonly connections: number;
	readonly faults: readonly unknown[];
};

export async function runPolls(
	shim: Shim,
	{keepS, isHinted, intervalS}: Habit,
	hours: number,
): Promise<PollCount> {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-polls-'));
	try {
		const clockFile = join(folder, 'clock');
		openClock(clockFile);
		const args = [
			String(hours),
			String(keepS),
			isHinted ? 'yes' : 'no',
			String(intervalS),
			join(folder, 'till'),
			clockFile,
		];
		const child = spawn(process.execPath, [join(import.meta.dirname, 'polls.ts'), ...args], {
			env: {PATH: process.env['PATH'], ...shim.environment({root: folder, clockFile})},
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		let said = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			said += text;
		});
		await new Promise((done) => child.once('close', done));
		return JSON.parse(said) as PollCount;
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}
