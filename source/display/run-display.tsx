// `qrkassa display`: the customer's screen on a terminal of its own. It follows the journal and can do nothing else.
import type {Readable, Writable} from 'node:stream';
import {render, useInput, useWindowSize} from 'ink';
import {useSyncExternalStore} from 'react';
import type {QrPlace} from '../core/index.ts';
import type {ClockPort, JournalPulse, JournalRow} from '../engine/index.ts';
import {lookBackMs} from './follow/scene.ts';
import {createSceneStore, type SceneStore} from './follow/scene-store.ts';
import {CustomerScreen} from './screens/customer-screen.tsx';
import type {Look} from './screens/look.ts';
import {takeFullScreen} from './terminal/full-screen.ts';
import {watchForEnd} from './terminal/quit.ts';

/** What the journal tells a reader. */
export type JournalListeners = {
	readonly onRow: (row: JournalRow) => void;
	readonly onPulse: (pulse: JournalPulse) => void;
	/** ISO: older rows cannot matter any more, and a journal of years need not be read for a screen. */
	readonly from: string;
};

export type DisplayOptions = Look & {
	/** Gives the rows since `from` first, oldest first, then live ones; answers with what stops it. */
	readonly follow: (listeners: JournalListeners) => () => void;
	/** The till's or the shop's name: all that stands there between two customers. */
	readonly name: string;
	/** `customer.qrOn`: the code is drawn where it names `screen` or `display`. */
	readonly qrOn: readonly QrPlace[];
	/** The bell when a payment is made. */
	readonly sound: boolean;
	readonly stdin: Readable & {readonly isTTY?: boolean};
	readonly stdout: Writable & {readonly columns?: number; readonly rows?: number};
	readonly clock: ClockPort;
	/** `TERM`: a Linux console goes dark by itself, and a dark screen shows no code. */
	readonly term: string | undefined;
};

/** Shows until q, Esc, Ctrl-C, a signal or the terminal's end. Rejects only for a bug, the terminal given back before. */
export async function runDisplay(options: DisplayOptions): Promise<void> {
	const {clock, stdin, stdout} = options;
	const store = createSceneStore(clock);
	let quit = (): void => undefined;
	const giveBack = takeFullScreen(stdout, () => quit());
	let stopFollowing: (() => void) | null = null;
	let stopWatching: (() => void) | null = null;
	try {
		// Before the first frame: a screen started in the middle of a payment shows it at once.
		const from = new Date(clock.now().getTime() - lookBackMs).toISOString();
		stopFollowing = options.follow({onRow: store.onRow, onPulse: store.onPulse, from});
		const stopSignalling = store.subscribe(() => signal(options, store));
		const app = render(<Display options={options} store={store} onQuit={() => quit()} />, {
			stdin: stdin as NodeJS.ReadableStream,
			stdout,
			exitOnCtrlC: false,
			patchConsole: false,
			interactive: true,
			incrementalRendering: true,
		});
		quit = () => app.unmount();
		stopWatching = watchForEnd({stdin, stdout}, quit);
		await app.waitUntilExit();
		stopSignalling();
	} finally {
		stopFollowing?.();
		store.stop();
		giveBack();
		stopWatching?.();
	}
}

type DisplayProps = {
	readonly options: DisplayOptions;
	readonly store: SceneStore;
	readonly onQuit: () => void;
};

function Display({options, store, onQuit}: DisplayProps) {
	const scene = useSyncExternalStore(store.subscribe, store.getSnapshot);
	const {columns, rows} = useWindowSize();
	useInput(
		(input, key) => {
			const isQuit = key.escape || (key.ctrl && input === 'c') || /^[qй]$/i.test(input);
			if (isQuit) onQuit();
		},
		{isActive: options.stdin.isTTY === true},
	);
	const showsQr = options.qrOn.includes('screen') || options.qrOn.includes('display');
	return <CustomerScreen {...{columns, rows, scene, showsQr}} look={options} name={options.name} />;
}

/** What the terminal itself is told: the bell for money, and to stay lit while a customer is there. */
function signal({stdout, sound, term}: DisplayOptions, store: SceneStore): void {
	const scene = store.getSnapshot();
	if (scene.type === 'paid' && sound) stdout.write('\u0007');
	if (scene.type !== 'idle' && term?.startsWith('linux')) stdout.write('\u001b[13]');
}
