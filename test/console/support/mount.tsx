// The console's screens over an engine, with a keyboard: what a person sees and does.
import {render} from 'ink-testing-library';
import {expect, vi} from 'vitest';
import {pressKey} from '../../../source/console/actions/table.ts';
import {App} from '../../../source/console/app.tsx';
import type {ConsoleExit, ConsoleOptions} from '../../../source/console/index.ts';
import {createKeyReader} from '../../../source/console/keys/reader.ts';
import {widthOf} from '../../../source/console/terminal/width.ts';
import {createDesk, type Desk} from '../../../source/console/ui/desk.ts';
import {watchForLeaving} from '../../../source/console/ui/leave-after.ts';
import type {Engine} from '../../../source/engine/index.ts';
import {fakeClock} from './fake-engine.ts';
import {orderMaker} from './fake-world.ts';
import {till} from './till.ts';

export function consoleOptions(engine: Engine, change: Partial<ConsoleOptions> = {}): ConsoleOptions {
	return {
		engine,
		till,
		language: 'ru',
		makeOrder: orderMaker(),
		qrRendering: {type: 'cells', kind: 'half-blocks', colours: '256'},
		capabilities: {glyphs: 'unicode', hasColours: true},
		warnings: [],
		demo: null,
		checkPin: null,
		clock: fakeClock(),
		...change,
	};
}

export type Mounted = {
	readonly desk: Desk;
	/** The screen as text, without colours. */
	readonly screen: () => string;
	/** The screen with its escape sequences. */
	readonly frame: () => string;
	readonly lines: () => readonly string[];
	/** Sends keys as one chunk. */
	readonly press: (keys: string) => void;
	readonly sees: (text: string | RegExp) => Promise<void>;
	readonly exits: readonly ConsoleExit[];
	readonly unmount: () => void;
};

export type Size = {readonly columns: number; readonly rows: number};

// SGR is all that a frame may hold.
const sgr = /\u001b\[[\d;]*m/g;

/** A machine that does much else at the same time is no fault of the console. */
const patience = {timeout: 10_000};

/** Waits until a check passes. */
export const eventually = (check: () => void | Promise<void>): Promise<void> =>
	vi.waitFor(check, {...patience, interval: 10});

export function mount(options: ConsoleOptions, size: Size = {columns: 80, rows: 24}): Mounted {
	const exits: ConsoleExit[] = [];
	const desk = createDesk(options, size, (exit) => exits.push(exit));
	const stopWatching = watchForLeaving(desk);
	const instance = render(<App desk={desk} />);
	const reader = createKeyReader((key) => pressKey(desk, key, (sequence) => instance.stdin.write(sequence)));
	const frame = (): string => instance.lastFrame() ?? '';
	const screen = (): string => frame().replace(sgr, '').replaceAll('\u00a0', ' ');
	return {
		desk,
		frame,
		screen,
		lines: () => screen().split('\n'),
		press: (keys) => reader.feed(keys),
		async sees(text) {
			const isSeen = (): boolean => {
				const seen = flat(screen());
				return typeof text === 'string' ? seen.includes(text) : text.test(seen);
			};
			// A failed expectation is slow to make: it is made only where there is something to fail.
			await vi.waitUntil(isSeen, {...patience, interval: 5}).catch(() => undefined);
			if (typeof text === 'string') expect(flat(screen())).toContain(text);
			else expect(flat(screen())).toMatch(text);
		},
		exits,
		unmount() {
			stopWatching();
			reader.close();
			instance.unmount();
		},
	};
}

/** Wrapped sentences as one line; borders, padding and a QR beside them are no part of them. */
export const flat = (screen: string): string => screen.replace(/[│|▀▄█]/g, ' ').replace(/\s+/g, ' ');

/** The screen never grows beyond the terminal. */
export function expectToFit(screen: string, {columns, rows}: Size, name: string): void {
	const lines = screen.split('\n');
	expect(lines.length, name).toBeLessThanOrEqual(rows);
	for (const line of lines) expect(widthOf(line), `${name}: ${line}`).toBeLessThanOrEqual(columns);
}
