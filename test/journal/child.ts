// A process of its own that writes into a till's journal; what it says comes line by line, and it never outlives its test.
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {onTestFinished} from 'vitest';

export type Child = {
	readonly process: ChildProcess;
	/** The next line; null at its end. */
	next(): Promise<string | null>;
	/** Kills it hard and gives what it had said until then. */
	kill(): Promise<readonly string[]>;
};

/** @param wrap a command that runs the rest, e.g. `['sh', '-c', 'ulimit …; exec "$@"', 'sh']` */
export function startWriting(
	folder: string,
	args: readonly string[] = [],
	wrap: readonly string[] = [],
): Child {
	const script = join(import.meta.dirname, 'writing-process.ts');
	const [command = '', ...rest] = [...wrap, process.execPath, script, folder, ...args];
	const child = spawn(command, rest, {stdio: ['ignore', 'pipe', 'inherit']});
	onTestFinished(() => void child.kill('SIGKILL'));
	const said: string[] = [];
	const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
	const next = async (): Promise<string | null> => {
		const line = await lines.next();
		if (line.done) return null;
		said.push(line.value);
		return line.value;
	};
	return {
		process: child,
		next,
		async kill() {
			const closed = child.exitCode === null ? once(child, 'close') : null;
			child.kill('SIGKILL');
			while ((await next()) !== null);
			await closed;
			return said;
		},
	};
}
