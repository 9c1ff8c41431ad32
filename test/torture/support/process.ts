// The program as a process of its own, on pipes or on a terminal line: listened to, typed at, signalled, awaited.
import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {spawn as spawnOnTerminal} from '@lydell/node-pty';
import {newScreen, screenText} from '../../support/terminal.ts';

export type ProcessEnd = {readonly code: number | null; readonly signal: string | null};

export type Process = {
	readonly pid: number;
	readonly ended: Promise<ProcessEnd>;
	/** All that it has written to standard output, or to its terminal. */
	output(): string;
	errors(): string;
	/** What its terminal shows now; nothing on pipes. */
	screen(): string;
	/** Waits until the output holds it; false: the process has ended without it. */
	says(wanted: string): Promise<boolean>;
	signal(name: NodeJS.Signals): void;
	type(keys: string): void;
};

/** Where the program is installed, and on what its processes run. */
export type Program = {readonly folder: string};

export type Start = (
	program: Program,
	args: readonly string[],
	environment?: Readonly<Record<string, string>>,
) => Process;

const environmentOf = (program: Program, more: Readonly<Record<string, string>>) => ({
	PATH: process.env['PATH'] ?? '',
	HOME: join(program.folder, 'home'),
	LANG: 'ru_RU.UTF-8',
	TZ: 'Europe/Moscow',
	NODE_COMPILE_CACHE: join(program.folder, 'compile-cache'),
	...more,
});

const callOf = (program: Program, args: readonly string[]): string[] => [
	join(program.folder, 'bin', 'qrkassa.js'),
	...args,
];

/** On pipes; standard input is empty. */
export const startOnPipes: Start = (program, args, environment = {}) => {
	const child = spawn(process.execPath, callOf(program, args), {
		env: environmentOf(program, environment),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const {heard, process: running} = listened(child.pid ?? 0, () => undefined);
	let errors = '';
	child.stdout.setEncoding('utf8').on('data', heard.output);
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		errors += text;
	});
	child.once('close', (code, signal) => heard.end({code, signal}));
	child.once('error', () => heard.end({code: null, signal: null}));
	return {...running, errors: () => errors, screen: () => ''};
};

/** On a terminal line of 80×24. */
export const startOnTerminalLine: Start = (program, args, environment = {}) => {
	const line = spawnOnTerminal(process.execPath, callOf(program, args), {
		name: 'xterm-256color',
		cols: 80,
		rows: 24,
		env: {...environmentOf(program, environment), TERM: 'xterm-256color'},
	});
	const {heard, process: running} = listened(line.pid, (keys) => line.write(keys));
	const screen = newScreen();
	line.onData((bytes) => {
		heard.output(bytes);
		screen.write(bytes);
	});
	line.onExit(({exitCode, signal}) =>
		heard.end({code: signal ? null : exitCode, signal: signal ? String(signal) : null}),
	);
	return {...running, errors: () => '', screen: () => screenText(screen)};
};

function listened(pid: number, type: (keys: string) => void) {
	let output = '';
	let end: ProcessEnd | null = null;
	const watchers = new Set<() => void>();
	const lookAgain = (): void => {
		for (const watcher of [...watchers]) watcher();
	};
	let tellEnd: (end: ProcessEnd) => void = () => undefined;
	const ended = new Promise<ProcessEnd>((done) => {
		tellEnd = done;
	});
	const running: Omit<Process, 'errors' | 'screen'> = {
		pid,
		ended,
		output: () => output,
		says: (wanted) =>
			new Promise((done) => {
				const look = (): void => {
					const isSaid = output.includes(wanted);
					if (!isSaid && end === null) return;
					watchers.delete(look);
					done(isSaid);
				};
				watchers.add(look);
				look();
			}),
		signal(name) {
			// Its number may be another's once it has ended.
			if (end !== null) return;
			try {
				process.kill(pid, name);
			} catch (error) {
				// It has ended by itself, and the news of it is on the way.
				if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
			}
		},
		type(keys) {
			if (end === null) type(keys);
		},
	};
	return {
		process: running,
		heard: {
			output: (text: string) => {
				output += text;
				lookAgain();
			},
			end: (how: ProcessEnd) => {
				end ??= how;
				lookAgain();
				tellEnd(how);
			},
		},
	};
}
