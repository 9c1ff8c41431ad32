// A program on a real terminal line: types keys into it and holds its screen as a person would see it.
import {spawn} from '@lydell/node-pty';
import {newScreen, type Screen, type ScreenSize, screenText, writeTo} from './terminal.ts';

export type LiveProgram = Partial<ScreenSize> & {
	readonly file: string;
	readonly args?: readonly string[];
	readonly cwd?: string;
	/** The whole environment; `TERM` in it wins over the usual `xterm-256color`. */
	readonly env?: Readonly<Record<string, string | undefined>>;
	/** The line's speed: 960 for a serial line of 9600 baud. The program is held up as it would be there. @default as fast as it goes */
	readonly bytesPerS?: number;
};

export type ProgramEnd = {readonly exitCode: number; readonly signal: number | undefined};

export type LiveTerminal = {
	readonly pid: number;
	readonly screen: Screen;
	/** Resolves once the program has ended and its last byte is on the screen. */
	readonly ended: Promise<ProgramEnd>;
	/** The screen's text, a line a row. */
	text(): string;
	/** Every byte written so far, as text. */
	output(): string;
	type(keys: string): void;
	resize(size: ScreenSize): void;
	/** Waits until the screen shows it; fails with the screen's text when it doesn't in time, or the program is gone. */
	waitFor(wanted: string | RegExp | ((screen: Screen) => boolean), timeoutMs?: number): Promise<void>;
	/** Ends the program (SIGKILL where it still runs) and waits for its end. */
	close(): Promise<void>;
};

/** Starts a program on a terminal, 80×24 where nothing else is said. */
export function openLiveTerminal(program: LiveProgram): LiveTerminal {
	const {
		file,
		args = [],
		cwd = process.cwd(),
		env = process.env,
		columns = 80,
		rows = 24,
		bytesPerS,
	} = program;
	const screen = newScreen({columns, rows});
	const {TERM: name = 'xterm-256color'} = env;
	const pty = spawn(file, [...args], {name, cols: columns, rows, cwd, env: {...env, TERM: name}});
	const watchers = new Set<() => void>();
	let output = '';
	let end: ProgramEnd | null = null;
	const lookAgain = (): void => {
		for (const watcher of watchers) watcher();
	};
	const show = (bytes: string): void => {
		output += bytes;
		screen.write(bytes, lookAgain);
	};
	pty.onData(bytesPerS === undefined ? show : slowly(show, bytesPerS, pty));
	// What the terminal answers by itself (where is the cursor, what are you) goes back to the program.
	screen.onData((answer) => pty.write(answer));
	const ended = new Promise<ProgramEnd>((done) => {
		pty.onExit(async ({exitCode, signal}) => {
			await writeTo(screen, '');
			end = {exitCode, signal};
			lookAgain();
			done(end);
		});
	});
	const isSeen = (wanted: string | RegExp | ((screen: Screen) => boolean)): boolean => {
		if (typeof wanted === 'function') return wanted(screen);
		return typeof wanted === 'string' ? screenText(screen).includes(wanted) : wanted.test(screenText(screen));
	};
	return {
		pid: pty.pid,
		screen,
		ended,
		text: () => screenText(screen),
		output: () => output,
		type: (keys) => pty.write(keys),
		resize: (size) => {
			screen.resize(size.columns, size.rows);
			pty.resize(size.columns, size.rows);
		},
		waitFor: (wanted, timeoutMs = 10_000) =>
			new Promise((done, fail) => {
				const stop = (): void => {
					clearTimeout(limit);
					watchers.delete(look);
				};
				const giveUp = (why: string): void => {
					stop();
					fail(new Error(`${why} while waiting for ${wanted}; the screen:\n${screenText(screen)}`));
				};
				const look = (): void => {
					if (isSeen(wanted)) {
						stop();
						done();
					} else if (end !== null) giveUp(`Ended with ${end.exitCode}`);
				};
				const limit = setTimeout(() => giveUp(`${timeoutMs} ms passed`), timeoutMs);
				watchers.add(look);
				look();
			}),
		close: async () => {
			if (end === null) pty.kill('SIGKILL');
			await ended;
			screen.dispose();
		},
	};
}

/** Passes text on at a line's speed; while some is on its way, nothing more is read from the program. */
function slowly(
	show: (text: string) => void,
	bytesPerS: number,
	line: {pause(): void; resume(): void},
): (text: string) => void {
	const sliceMs = 50;
	let waiting = '';
	let timer: ReturnType<typeof setInterval> | null = null;
	const carry = (): void => {
		const [now, rest] = firstBytes(waiting, (bytesPerS * sliceMs) / 1000);
		waiting = rest;
		if (now !== '') show(now);
		if (waiting !== '' || timer === null) return;
		clearInterval(timer);
		timer = null;
		line.resume();
	};
	return (text) => {
		waiting += text;
		line.pause();
		timer ??= setInterval(carry, sliceMs);
	};
}

/** As many whole characters as fit into so many bytes of UTF-8. */
function firstBytes(text: string, most: number): readonly [string, string] {
	let bytes = 0;
	let at = 0;
	for (const character of text) {
		bytes += Buffer.byteLength(character);
		if (bytes > most && at > 0) break;
		at += character.length;
	}
	return [text.slice(0, at), text.slice(at)];
}
