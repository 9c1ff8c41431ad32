// The program as a process of its own: started, listened to line by line, killed, ended.
import {type ChildProcessByStdio, spawn} from 'node:child_process';
import {join} from 'node:path';
import type {Readable, Writable} from 'node:stream';
import {inject} from 'vitest';

/** One line of `--json`. */
export type Line = {readonly type: string} & Readonly<Record<string, unknown>>;

export type Ended = {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
	/** Standard output read as JSON lines; a line that is no JSON object fails the test. */
	lines(): readonly Line[];
};

export type Running = {
	readonly pid: number;
	readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
	readonly ended: Promise<Ended>;
	/** Waits for a JSON line; fails when the program ends without it. */
	line(isWanted: (line: Line) => boolean): Promise<Line>;
	/** Waits until either stream holds it; fails when the program ends without it. */
	says(wanted: string | RegExp): Promise<void>;
	signal(name: NodeJS.Signals): void;
};

export type StartOptions = {
	/** Added to a bare environment; undefined takes a name out of it. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** Written to standard input, which is then closed. */
	readonly stdin?: string;
};

/** The folder that the program is installed in. */
export function programFolder(): string {
	const program = inject('installedProgram');
	if ('fault' in program) throw new Error(`the program could not be built:\n${program.fault}`);
	return program.folder;
}

export const programFile = (): string => join(programFolder(), 'bin', 'qrkassa.js');

/** What a process of the program sees of this machine: no settings of the person who runs the tests. */
export function bareEnvironment(): Record<string, string | undefined> {
	const {PATH, SSL_CERT_FILE, SSL_CERT_DIR} = process.env;
	return {
		PATH,
		SSL_CERT_FILE,
		SSL_CERT_DIR,
		HOME: join(programFolder(), 'home'),
		LANG: 'ru_RU.UTF-8',
		TZ: 'Europe/Moscow',
		NODE_COMPILE_CACHE: join(programFolder(), 'compile-cache'),
	};
}

const living = new Set<Running>();

/** Starts the program on this process's own Node. */
export function start(args: readonly string[], options: StartOptions = {}): Running {
	const child = spawn(process.execPath, [programFile(), ...args], {
		env: {...bareEnvironment(), ...options.env},
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	child.stdin.on('error', () => undefined);
	child.stdin.end(options.stdin ?? '');
	let stdout = '';
	let stderr = '';
	const watchers = new Set<() => void>();
	const lookAgain = (): void => {
		for (const watcher of watchers) watcher();
	};
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		lookAgain();
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
		lookAgain();
	});
	let end: Ended | null = null;
	const ended = new Promise<Ended>((done, fail) => {
		child.once('error', fail);
		child.once('close', (code, signal) => {
			living.delete(running);
			end = {code, signal, stdout, stderr, lines: () => parseLines(stdout, stderr)};
			lookAgain();
			done(end);
		});
	});
	const until = <Found>(look: () => Found | null, wanted: string): Promise<Found> =>
		new Promise((done, fail) => {
			const watch = (): void => {
				const found = look();
				if (found === null && end === null) return;
				watchers.delete(watch);
				if (found !== null) done(found);
				else fail(new Error(`Ended with ${end?.code} before ${wanted}:\n${stdout}\n${stderr}`));
			};
			watchers.add(watch);
			watch();
		});
	const {pid = 0} = child;
	const running: Running = {
		pid,
		child,
		ended,
		line: (isWanted) =>
			until(() => parseLines(wholeLines(stdout), stderr).find(isWanted) ?? null, String(isWanted)),
		says: async (wanted) => {
			await until(() => {
				const said = `${stdout}\n${stderr}`;
				return (typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said)) || null;
			}, String(wanted));
		},
		signal: (name) => void child.kill(name),
	};
	living.add(running);
	return running;
}

/** Starts the program and waits for its end. */
export const run = (args: readonly string[], options: StartOptions = {}): Promise<Ended> =>
	start(args, options).ended;

/** Ends every process that a failed test has left. */
export async function endAll(): Promise<void> {
	const left = [...living];
	for (const running of left) running.signal('SIGKILL');
	await Promise.all(left.map(({ended}) => ended));
}

const wholeLines = (text: string): string => text.slice(0, text.lastIndexOf('\n') + 1);

function parseLines(stdout: string, stderr: string): readonly Line[] {
	return stdout
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => {
			try {
				return JSON.parse(line);
			} catch {
				throw new Error(`Not a line of JSON: ${JSON.stringify(line)}\n${stderr}`);
			}
		});
}
