// The instruments of the bench: medians of paired runs, and a table of ratios. Milliseconds of one machine say little.
import {spawnSync} from 'node:child_process';

export const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Wall milliseconds of one whole process. */
export function processMs(args: readonly string[]): number {
	const started = performance.now();
	const {status} = spawnSync(process.execPath, [...args], {stdio: 'ignore'});
	if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
	return performance.now() - started;
}

/** The ratio of two measurements, taken in turn so that a slow moment of the machine hits both. */
export async function ratioOf(
	runs: number,
	a: () => number | Promise<number>,
	b: () => number | Promise<number>,
): Promise<number> {
	const ratios: number[] = [];
	for (let run = 0; run < runs; run += 1) ratios.push((await a()) / (await b()));
	return median(ratios);
}

export type Row = {readonly what: string; readonly figure: string};

export function printTable(title: string, rows: readonly Row[]): void {
	const width = Math.max(...rows.map(({what}) => what.length));
	console.log(`\n${title}`);
	for (const {what, figure} of rows) console.log(`  ${what.padEnd(width)}  ${figure}`);
}
