// Screens on a terminal: raw keys and pastes in, thrifty frames out, the terminal restored in any case.
import {render} from 'ink';
import type {ReactNode} from 'react';
import {
	createKeyReader,
	FieldInput,
	type Key,
	type KeyboardStream,
	ScreenOutput,
	type ScreenStream,
	takeTerminal,
} from '../../console/index.ts';
import {askForMarks, createPasteGate, noMoreMarks} from './paste-gate.ts';

export type Size = {readonly columns: number; readonly rows: number};

export type Streams = {readonly stdin: KeyboardStream; readonly stdout: ScreenStream};

export type Screens<Exit> = {
	readonly node: ReactNode;
	readonly onKey: (key: Key) => void;
	readonly onPaste: (text: string) => void;
	readonly onResize: (size: Size) => void;
	/** The terminal is gone, or the process was asked to stop. */
	readonly onGone: () => void;
	readonly onStop: () => void;
	readonly over: Promise<Exit>;
};

/** Enough for typing, and no more than a slow line can carry. */
const framesPerSecond = 10;

/** The size of a screen; 80×24 where it does not say. */
export const sizeOf = ({columns = 80, rows = 24}: ScreenStream): Size => ({columns, rows});

/** Draws until `over`. Rejects only for a fault of the program itself. */
export async function showOnTerminal<Exit>({stdin, stdout}: Streams, screens: Screens<Exit>): Promise<Exit> {
	const field = new FieldInput();
	const keys = createKeyReader(screens.onKey);
	const gate = createPasteGate({onKeys: keys.feed, onPaste: screens.onPaste});
	let stopDrawing = (): void => undefined;
	let redraw = (): void => undefined;
	const restore = takeTerminal(stdin, stdout, {
		onKeys: gate.feed,
		onRedraw: () => redraw(),
		onGone: screens.onGone,
		onStop: screens.onStop,
		stopDrawing: () => {
			stopDrawing();
			stdout.write(noMoreMarks);
		},
	});
	stdout.write(askForMarks);
	const screen = new ScreenOutput(stdout);
	const ink = render(screens.node, {
		stdin: field,
		stdout: screen,
		stderr: screen,
		interactive: true,
		alternateScreen: false,
		incrementalRendering: true,
		exitOnCtrlC: false,
		patchConsole: false,
		maxFps: framesPerSecond,
	});
	stopDrawing = ink.unmount;
	redraw = () => {
		ink.clear();
		screens.onResize(sizeOf(stdout));
		screen.resized();
	};
	// Ink ends by itself only when drawing has failed: then waiting for it rejects.
	const failed = ink.waitUntilExit().then(() => screens.over);
	try {
		return await Promise.race([screens.over, failed]);
	} finally {
		gate.close();
		keys.close();
		restore();
		field.destroy();
		screen.destroy();
	}
}
