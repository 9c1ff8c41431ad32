// The program itself, as a process: from its sources, or from a bundle that was made before.
import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {openLiveTerminal} from '../../support/live-terminal.ts';
import type {Patient} from './setup.ts';

/** Runs what is being worked on, without a build. */
export const fromSources = join(import.meta.dirname, 'launch.ts');

export type Ended = {readonly exitCode: number | null; readonly output: string; readonly tookMs: number};

/** Runs one command on a till, at a terminal or on pipes. */
export async function runProgram(
	args: readonly string[],
	{folder, terminal, before = [], isQuiet = false}: Patient & {readonly isQuiet?: boolean},
	launcher: string = fromSources,
): Promise<Ended> {
	const words = [...before, process.execPath, launcher, ...args, '--till', folder];
	const [file = '', ...rest] = words;
	const startMs = performance.now();
	const done = (exitCode: number | null, output: string): Ended => ({
		exitCode,
		output,
		tookMs: performance.now() - startMs,
	});
	if (terminal) {
		const live = openLiveTerminal({file, args: rest, ...terminal});
		const {exitCode} = await live.ended;
		const output = live.output();
		await live.close();
		return done(exitCode, output);
	}
	const child = spawn(file, rest, {stdio: ['ignore', 'pipe', isQuiet ? 'ignore' : 'inherit']});
	const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
	const output = await text(child.stdout);
	return done(await exited, output);
}

/** The lines of JSON in an output; a terminal ends them its own way. */
export const jsonLines = (output: string): readonly Record<string, unknown>[] =>
	output
		.split(/\r?\n/)
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Record<string, unknown>);
