// The first screen of a till that is not there yet: the wizard, the demo, or out again.

import type {Capabilities} from '../../console/index.ts';
import {createStore, type Key, latinByPlace, type Store} from '../../console/index.ts';
import type {Language} from '../../core/index.ts';
import {type Size, type Streams, showOnTerminal, sizeOf} from '../terminal/on-terminal.tsx';
import {StartScreen} from './start-screen.tsx';

export type StartOptions = Streams & {
	readonly folder: string;
	/** An unfinished run of the wizard lies there. */
	readonly isUnfinished: boolean;
	readonly language: Language;
	readonly capabilities: Capabilities;
};

export type StartExit = {
	readonly choice: 'wizard' | 'demo' | 'leave';
	/** As it was chosen here. */
	readonly language: Language;
};

export type StartState = Size & {
	readonly cursor: 0 | 1;
	readonly language: Language;
	readonly isOver: boolean;
};

/** Shows the first screen until something is chosen; a terminal that is gone has chosen to leave. */
export function runStart(options: StartOptions): Promise<StartExit> {
	const {promise, resolve} = Promise.withResolvers<StartExit>();
	const ui = createStore<StartState>({
		...sizeOf(options.stdout),
		cursor: 0,
		language: options.language,
		isOver: false,
	});
	const choose = (choice: StartExit['choice']): void => {
		ui.set({isOver: true});
		resolve({choice, language: ui.getSnapshot().language});
	};
	return showOnTerminal(options, {
		node: <StartScreen ui={ui} options={options} />,
		onKey: (key) => pressStartKey(ui, key, choose),
		onPaste: () => undefined,
		onResize: (size) => ui.set(size),
		onGone: () => choose('leave'),
		onStop: () => choose('leave'),
		over: promise,
	});
}

/** What a key does on the first screen. */
export function pressStartKey(
	ui: Store<StartState>,
	key: Key,
	choose: (choice: StartExit['choice']) => void,
): void {
	const {cursor, language} = ui.getSnapshot();
	const deeds: Readonly<Record<string, () => void>> = {
		up: () => ui.set({cursor: cursor === 0 ? 1 : 0}),
		down: () => ui.set({cursor: cursor === 0 ? 1 : 0}),
		enter: () => choose(cursor === 0 ? 'wizard' : 'demo'),
		'1': () => choose('wizard'),
		'2': () => choose('demo'),
		e: () => ui.set({language: language === 'ru' ? 'en' : 'ru'}),
		f10: () => choose('leave'),
		'ctrl-c': () => choose('leave'),
		esc: () => choose('leave'),
	};
	const name = key.isText ? latinByPlace(key.name) : key.name;
	if (Object.hasOwn(deeds, name)) deeds[name]?.();
}
