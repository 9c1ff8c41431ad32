// A terminal without a window: takes the bytes that a program writes and holds what a person would see.
import headless from '@xterm/headless';

/** The screen of @xterm/headless. */
export type Screen = InstanceType<typeof headless.Terminal>;

/** Size of a screen in cells. */
export type ScreenSize = {readonly columns: number; readonly rows: number};

/** An empty screen, 80×24 where nothing else is said. */
export const newScreen = ({columns, rows}: ScreenSize = {columns: 80, rows: 24}): Screen =>
	new headless.Terminal({cols: columns, rows, scrollback: 0, allowProposedApi: true});

/** Writes and waits until the screen has taken it all in. */
export const writeTo = (screen: Screen, bytes: string | Uint8Array): Promise<void> =>
	new Promise((done) => screen.write(bytes, done));

/** A new screen with these bytes on it. */
export async function renderToGrid(bytes: string | Uint8Array, size: ScreenSize): Promise<Screen> {
	const screen = newScreen(size);
	await writeTo(screen, bytes);
	return screen;
}

/** What stands on the screen, a line a row, blanks at the ends of lines cut. */
export function screenText(screen: Screen): string {
	const buffer = screen.buffer.active;
	return Array.from(
		{length: screen.rows},
		(_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
	).join('\n');
}
