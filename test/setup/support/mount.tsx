// The wizard's screens over fake ports, with a keyboard: what an admin sees and does.
import {render} from 'ink-testing-library';
import stringWidth from 'string-width';
import {expect, vi} from 'vitest';
import {createKeyReader} from '../../../source/console/index.ts';
import type {Language} from '../../../source/core/index.ts';
import {chooseQrRendering} from '../../../source/qr/index.ts';
import {App} from '../../../source/setup/app.tsx';
import {createWizard} from '../../../source/setup/run-setup.tsx';
import {pasteText, pressKey, steps} from '../../../source/setup/steps/table.ts';
import type {SetupExit, Wizard} from '../../../source/setup/wizard.ts';
import {fakePorts} from './fake-ports.ts';

export type Mounted = {
	readonly wizard: Wizard;
	readonly screen: () => string;
	readonly press: (keys: string) => void;
	readonly paste: (text: string) => void;
	readonly sees: (text: string | RegExp) => Promise<void>;
	readonly exits: readonly SetupExit[];
	readonly unmount: () => void;
};

type Options = {
	readonly ports?: ReturnType<typeof fakePorts>;
	readonly language?: Language;
	readonly columns?: number;
	readonly rows?: number;
};

export function mount({
	ports = fakePorts(),
	language = 'ru',
	columns = 80,
	rows = 24,
}: Options = {}): Mounted {
	const exits: SetupExit[] = [];
	const wizard = createWizard(
		{
			ports,
			language,
			capabilities: {glyphs: 'unicode', hasColours: true},
			renderingOf: (setting) =>
				chooseQrRendering({
					env: {LANG: 'ru_RU.UTF-8'},
					isUtf8: true,
					term: 'xterm-256color',
					setting,
				}),
		},
		{columns, rows},
		(exit) => exits.push(exit),
	);
	const ink = render(<App wizard={wizard} />);
	steps[wizard.ui.getSnapshot().step].enter(wizard);
	const keys = createKeyReader((key) => pressKey(wizard, key));
	const screen = (): string => (ink.lastFrame() ?? '').replaceAll(/\u001b\[[\d;]*m/g, '');
	return {
		wizard,
		screen,
		press: keys.feed,
		paste: (text) => pasteText(wizard, text),
		sees: (text) =>
			vi.waitFor(() => {
				const shown = screen();
				expect(shown).toMatch(text);
				fits(shown, columns, rows);
			}),
		exits,
		unmount: ink.unmount,
	};
}

function fits(shown: string, columns: number, rows: number): void {
	const lines = shown.split('\n');
	expect(lines.length).toBeLessThanOrEqual(rows);
	for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
}
