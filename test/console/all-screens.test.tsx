// What holds on every screen, in both languages, on terminals of every size and kind.
import {cleanup} from 'ink-testing-library';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {actionsOf, presentScreen} from '../../source/console/actions/table.ts';
import type {ConsoleOptions} from '../../source/console/index.ts';
import {keyHints} from '../../source/console/parts/key-line.tsx';
import {startUi} from '../../source/console/ui/state.ts';
import {consoleWording} from '../../source/core/index.ts';
import {emptySnapshot, fakeEngine} from './support/fake-engine.ts';
import {switchColoursOn} from './support/ink-colours.ts';
import {consoleOptions, expectToFit, type Mounted, mount, type Size} from './support/mount.tsx';
import {type Scene, scenes} from './support/scenes.ts';

// Colours as on a terminal, so that where they must not be they could be.
let switchOff: () => void;
beforeAll(async () => {
	switchOff = await switchColoursOn();
});
afterAll(() => switchOff());

afterEach(cleanup);

const stories = Array.from({length: 13}, (_, kopecks) => ({
	kopecks,
	title: `платёж, который заканчивается по-своему, номер ${kopecks}`,
}));

const full: Size = {columns: 80, rows: 24};

/** One console that is shown scene after scene. */
function stage(change: Partial<ConsoleOptions>, size: Size): Mounted & {play(scene: Scene): Promise<void>} {
	const engine = fakeEngine();
	const warnings = ['Сертификат до 01.02.2026'];
	const mounted = mount(consoleOptions(engine, {demo: {stories}, warnings, ...change}), size);
	return {
		...mounted,
		play({snapshot, ui}) {
			engine.prepare({...emptySnapshot, ...snapshot});
			mounted.desk.ui.set({...startUi, ...size, ...ui});
			return new Promise((done) => setImmediate(() => setImmediate(done)));
		},
	};
}

const labelsIn = ({desk}: Mounted, language: 'ru' | 'en'): ReturnType<typeof keyHints> =>
	keyHints(actionsOf(desk, presentScreen(desk)), consoleWording(language).actions, {up: '↑', down: '↓'});

const coloured = /\u001b\[(?:3[1-7]|9[0-7])m/;

/** The sizes that are promised in both languages, one larger and one smaller in one each. */
test.each([
	{...full, language: 'ru', keyRows: 1},
	{...full, language: 'en', keyRows: 1},
	{columns: 60, rows: 20, language: 'ru', keyRows: 2},
	{columns: 60, rows: 20, language: 'en', keyRows: 2},
	{columns: 100, rows: 40, language: 'ru', keyRows: 1},
	{columns: 40, rows: 12, language: 'en', keyRows: 0},
] as const)(
	'given $columns×$rows in $language, then every screen fits, names its keys, and nothing from outside drives the terminal',
	async ({language, keyRows, ...size}) => {
		const till = stage({language}, size);
		for (const scene of scenes) {
			await till.play(scene);
			expectToFit(till.screen(), size, scene.name);
			// Colours and weights are all that a frame may hold besides text.
			expect(till.screen(), scene.name).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
			const isEnd = scene.name.startsWith('end ');
			if (isEnd) expect(till.frame(), scene.name).toMatch(coloured);
			if (keyRows === 0 || (keyRows === 2 && !isEnd)) continue;
			const last = till.lines().slice(-keyRows).join(' ');
			for (const {short, label} of labelsIn(till, language)) {
				expect(last, scene.name).toContain(`${short.split(' ')[0]}`);
				expect(last, scene.name).toContain(label);
			}
		}
	},
);

test('given a terminal without block signs and colours, then plain signs are drawn and no colour', async () => {
	const till = stage(
		{
			capabilities: {glyphs: 'ascii', hasColours: false},
			qrRendering: {type: 'none', because: 'setting'},
		},
		full,
	);
	for (const scene of scenes) {
		await till.play(scene);
		expect(till.screen(), scene.name).not.toMatch(/[\u2190-\u25ff\u2700-\u27bf]/);
		expect(till.frame(), scene.name).not.toMatch(coloured);
	}
});
