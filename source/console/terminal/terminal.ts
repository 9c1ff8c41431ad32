// The terminal as it was found, and as it is to be left: raw mode, screen, cursor, also after a crash.
import type {KeyboardStream, ScreenStream} from '../options.ts';
import {writeWithoutBlocking} from './blocking.ts';

/** What a terminal does to us. */
export type TerminalEvents = {
	readonly onKeys: (chunk: Uint8Array | string) => void;
	/** The screen has another size, or somebody else may have written on it: all of it is to be drawn anew, on a wiped screen. */
	readonly onRedraw: () => void;
	/** The terminal is gone: nothing more will be read or seen. */
	readonly onGone: () => void;
	/** The process was asked to stop (SIGTERM, SIGINT from outside). */
	readonly onStop: () => void;
	/** Stops whatever draws, before the screen is given back. */
	readonly stopDrawing: () => void;
};

const stopSignals = ['SIGTERM', 'SIGINT'] as const;

const wipe = '\u001b[0m\u001b[H\u001b[J';
const enterAlternateScreen = `\u001b[?1049h${wipe}\u001b[?25l`;
// Wiped before it is left: the QR must not stay, also where a terminal has no second screen.
const wipeAndLeave = `${wipe}\u001b[?1049l\u001b[?25h`;

/**
 * Takes the terminal over; the answer gives it back, once, and is called by itself at the process's end.
 * Faults of a terminal that is gone are no faults of the program.
 */
export function takeTerminal(
	stdin: KeyboardStream,
	stdout: ScreenStream,
	events: TerminalEvents,
): () => void {
	let isRestored = false;
	let restoreBlocking = writeWithoutBlocking(stdout);

	const redraw = (): void => {
		attempt(() => stdout.write(wipe));
		events.onRedraw();
	};

	/** After a stop: whoever had the terminal meanwhile has set it up its own way, and another window may stand around it. */
	const takeAgain = (): void => {
		attempt(restoreBlocking);
		restoreBlocking = writeWithoutBlocking(stdout);
		// A mode that Node takes for set already it does not set again.
		attempt(() => stdin.setRawMode?.(false));
		attempt(() => stdin.setRawMode?.(true));
		attempt(() => stdout.write(enterAlternateScreen));
		redraw();
		// A stopped program in the background hears of no new size: this makes Node look.
		attempt(() => process.kill(process.pid, 'SIGWINCH'));
	};

	const restore = (): void => {
		if (isRestored) return;
		isRestored = true;
		process.off('exit', restore);
		process.off('uncaughtExceptionMonitor', restore);
		for (const signal of stopSignals) process.off(signal, events.onStop);
		stdin.off('data', events.onKeys);
		stdin.off('end', events.onGone);
		stdin.off('close', events.onGone);
		stdout.off('resize', redraw);
		process.off('SIGCONT', takeAgain);
		attempt(restoreBlocking);
		attempt(events.stopDrawing);
		attempt(() => stdout.write(wipeAndLeave));
		attempt(() => stdin.setRawMode?.(false));
		attempt(() => stdin.pause());
	};

	// These two stay: a terminal may fail even after it was given back.
	stdin.on('error', events.onGone);
	stdout.on('error', events.onGone);
	stdin.on('data', events.onKeys);
	stdin.on('end', events.onGone);
	stdin.on('close', events.onGone);
	stdout.on('resize', redraw);
	process.on('SIGCONT', takeAgain);
	process.on('exit', restore);
	// Before Node prints the fault: on a restored screen it can be read.
	process.on('uncaughtExceptionMonitor', restore);
	for (const signal of stopSignals) process.on(signal, events.onStop);
	attempt(() => stdin.setRawMode?.(true));
	attempt(() => stdout.write(enterAlternateScreen));
	stdin.resume();
	return restore;
}

function attempt(action: () => unknown): void {
	try {
		action();
	} catch {
		// A terminal that is gone cannot be restored, and needs not be.
	}
}
