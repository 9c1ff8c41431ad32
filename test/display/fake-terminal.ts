// A terminal in this process: what is written to it is on a screen, keys can be typed, its window can be resized.
import {PassThrough, Writable} from 'node:stream';
import {newScreen, type Screen, type ScreenSize, screenText} from '../support/terminal.ts';

export type FakeTerminal = {
	readonly stdin: PassThrough & {
		isTTY: boolean;
		setRawMode(isRaw: boolean): unknown;
		ref(): void;
		unref(): void;
	};
	readonly stdout: Writable & {isTTY: boolean; columns: number; rows: number};
	readonly screen: Screen;
	readonly text: () => string;
	/** Bytes written since the last call. */
	readonly written: () => string;
	readonly isRaw: () => boolean;
	readonly resize: (size: ScreenSize) => void;
	/** Waits until the screen shows it; fails with what it shows when it doesn't in time. */
	readonly waitFor: (wanted: string | ((text: string) => boolean)) => Promise<void>;
};

export function fakeTerminal(size: ScreenSize = {columns: 80, rows: 24}): FakeTerminal {
	const screen = newScreen(size);
	let bytes = '';
	let isRaw = false;
	const watchers = new Set<() => void>();
	const text = (): string => screenText(screen).replaceAll('\u00a0', ' ');
	const stdout = Object.assign(
		new Writable({
			decodeStrings: false,
			write(chunk: string | Buffer, _encoding, done) {
				bytes += chunk.toString();
				// As a terminal line does it, raw mode or not.
				screen.write(chunk.toString().replaceAll('\n', '\r\n'), () => {
					for (const look of watchers) look();
					done();
				});
			},
		}),
		{isTTY: true, ...size},
	);
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true,
		setRawMode(raw: boolean) {
			isRaw = raw;
		},
		ref: () => undefined,
		unref: () => undefined,
	});
	return {
		stdin,
		stdout,
		screen,
		text,
		written() {
			const since = bytes;
			bytes = '';
			return since;
		},
		isRaw: () => isRaw,
		resize({columns, rows}) {
			screen.resize(columns, rows);
			Object.assign(stdout, {columns, rows});
			stdout.emit('resize');
		},
		waitFor: (wanted) =>
			new Promise((done, fail) => {
				const limit = setTimeout(() => {
					watchers.delete(look);
					fail(new Error(`Not seen: ${wanted}; the screen:\n${text()}`));
				}, 10_000);
				const look = (): void => {
					if (typeof wanted === 'string' ? !text().includes(wanted) : !wanted(text())) return;
					clearTimeout(limit);
					watchers.delete(look);
					done();
				};
				watchers.add(look);
				look();
			}),
	};
}
