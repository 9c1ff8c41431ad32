// Runs the console on a terminal until the cashier leaves or the terminal is gone.
import {render} from 'ink';
import type {Snapshot} from '../engine/index.ts';
import {pressKey} from './actions/table.ts';
import {App} from './app.tsx';
import {FieldInput} from './keys/field-input.ts';
import {createKeyReader} from './keys/reader.ts';
import type {ConsoleExit, RunOptions} from './options.ts';
import {ringAtEnds} from './terminal/bell.ts';
import {ScreenOutput, sizeOf} from './terminal/screen-output.ts';
import {takeTerminal} from './terminal/terminal.ts';
import {createDesk} from './ui/desk.ts';
import {watchForLeaving} from './ui/leave-after.ts';

/** Enough for a clock and for typing, and no more than a slow line can carry. */
const framesPerSecond = 20;

/**
 * Draws the engine's picture and sends commands until the end. The engine is neither resumed nor closed here.
 * Rejects only for a fault of the program itself; the terminal is restored in any case.
 */
export async function runConsole(options: RunOptions): Promise<ConsoleExit> {
	const {stdin, stdout, engine} = options;
	const over = Promise.withResolvers<ConsoleExit>();
	const desk = createDesk(options, sizeOf(stdout), over.resolve);
	const field = new FieldInput();
	const keys = createKeyReader((key) => pressKey(desk, key, (sequence) => field.push(sequence)));
	const stops = [watchForLeaving(desk), options.sound ? ringAtEnds(engine, stdout) : () => undefined];
	let stopDrawing = (): void => undefined;
	let redraw = (): void => undefined;
	const restore = takeTerminal(stdin, stdout, {
		onKeys: keys.feed,
		onRedraw: () => redraw(),
		onGone: () => desk.leave({type: 'terminal-gone'}),
		// Nobody is there to be asked: a payment under way stays in the journal and goes on with the next start.
		onStop: () => desk.leave(exitAtOnce(engine.getSnapshot())),
		stopDrawing: () => stopDrawing(),
	});
	const screen = new ScreenOutput(stdout);
	const ink = render(<App desk={desk} />, {
		stdin: field,
		stdout: screen,
		stderr: screen,
		interactive: true,
		// The second screen is the terminal room's business: it has to be wiped before it is left.
		alternateScreen: false,
		incrementalRendering: true,
		exitOnCtrlC: false,
		patchConsole: false,
		maxFps: framesPerSecond,
	});
	stopDrawing = ink.unmount;
	redraw = () => {
		// Ink only writes what has changed since its last frame: it has to forget that one.
		ink.clear();
		desk.ui.set(sizeOf(stdout));
		screen.resized();
	};
	// Ink ends by itself only when drawing has failed: then waiting for it rejects.
	const failed = ink.waitUntilExit().then(() => over.promise);
	try {
		return await Promise.race([over.promise, failed]);
	} finally {
		keys.close();
		for (const stop of stops) stop();
		restore();
		field.destroy();
		screen.destroy();
	}
}

const exitAtOnce = ({live}: Snapshot): ConsoleExit =>
	live ? {type: 'left-payment', orderId: live.facts.orderId} : {type: 'left'};
