// The console on a real terminal line, on a till whose gateway and register are at hand.

import type {SandboxGateway} from '../../../source/sandbox/index.ts';
import {type LiveTerminal, openLiveTerminal} from '../../support/live-terminal.ts';
import {paintScreen} from '../../support/screen-picture.ts';
import type {Screen, ScreenSize} from '../../support/terminal.ts';
import {decodeHere} from '../../support/terminal-qr.ts';
import {bareEnvironment, programFile} from './program.ts';
import type {TestTill} from './world.ts';

export type ConsoleOptions = Partial<ScreenSize> & {
	readonly env?: Readonly<Record<string, string | undefined>>;
	readonly args?: readonly string[];
};

/** Starts the console on a till. */
export const openConsole = (till: TestTill, options: ConsoleOptions = {}): LiveTerminal =>
	openProgram(['--till', till.folder, ...(options.args ?? [])], options);

/** Starts any command of the program on a terminal. */
export const openProgram = (args: readonly string[], options: ConsoleOptions = {}): LiveTerminal =>
	open(process.execPath, [programFile(), ...args], options);

/** Starts the console below a shell that tells the line's settings before and after, and the exit code. */
export const openConsoleUnderShell = (till: TestTill, options: ConsoleOptions = {}): LiveTerminal =>
	open(
		'/bin/sh',
		[
			...['-c', 'stty -g; "$@"; echo "ended with $?"; stty -g', 'sh'],
			...[process.execPath, programFile(), '--till', till.folder],
		],
		{columns: 100, rows: 30, ...options},
	);

function open(file: string, args: readonly string[], options: ConsoleOptions): LiveTerminal {
	const {env = {}, columns = 80, rows = 24} = options;
	const live = openLiveTerminal({file, args, env: {...bareEnvironment(), ...env}, columns, rows});
	// Many consoles side by side on a busy machine are slower than one alone.
	return {...live, waitFor: (wanted, timeoutMs = 40_000) => live.waitFor(wanted, timeoutMs)};
}

/** The newest order's QR, as the gateway gave it out. */
export const givenQr = (gateway: SandboxGateway): string | null => gateway.orders().at(-1)?.qr ?? null;

/**
 * Waits until the QR on the screen, read off its cells, is the one that the gateway gave for its newest order. Reading a
 * picture keeps this process from hearing what the terminals write: not before the keys below the QR are there, and seldom.
 */
export async function qrIsRead(live: LiveTerminal, gateway: SandboxGateway): Promise<void> {
	const limitMs = performance.now() + 40_000;
	await live.waitFor(/\bf .*(?:крупно|обычно|large|normal)/);
	for (;;) {
		const given = givenQr(gateway);
		if (given !== null && readQr(live.screen) === given) return;
		if (performance.now() > limitMs) throw new Error(`No QR ${given} on the screen:\n${live.text()}`);
		await new Promise((done) => setTimeout(done, 300));
	}
}

/** The text of the QR on a screen, from a small picture of it; null where there is none. */
export const readQr = (screen: Screen): string | null =>
	decodeHere(paintScreen(screen, {cellWidth: 4, cellHeight: 8}));

/** Seconds left, as the screen says. */
export function secondsLeft(text: string): number {
	const match = /осталось (?:(\d+) мин )?(\d+) с/.exec(text);
	if (!match) throw new Error(`No time left on the screen:\n${text}`);
	return Number(match[1] ?? 0) * 60 + Number(match[2]);
}

export const keys = {
	esc: '\u001b',
	enter: '\r',
	down: '\u001b[B',
	ctrlC: '\u0003',
	f10: '\u001b[21~',
} as const;
