// Runs the wizard on a terminal until the person leaves or the terminal is gone. What is typed is kept on disk all along.
import {createStore} from '../console/index.ts';
import {setupEn, setupRu} from '../core/index.ts';
import {App} from './app.tsx';
import {draftOf} from './model/draft.ts';
import {firstState} from './model/first-state.ts';
import type {WizardState} from './model/state.ts';
import {goTo, pasteText, pressKey, steps} from './steps/table.ts';
import {type Size, type Streams, showOnTerminal, sizeOf} from './terminal/on-terminal.tsx';
import type {SetupExit, SetupOptions, Wizard} from './wizard.ts';

/** A draft is written this long after the last key: a line that drops loses no more. */
const draftAfterMs = 400;

/** A wizard as it stands at the beginning; `onLeave` hears the first reason to end. */
export function createWizard(options: SetupOptions, size: Size, onLeave: (exit: SetupExit) => void): Wizard {
	const ui = createStore<WizardState>(firstState(options.ports.read(), size));
	const wizard: Wizard = {
		...options,
		words: options.language === 'en' ? setupEn : setupRu,
		ui,
		leave(exit) {
			if (ui.getSnapshot().isOver) return;
			ui.set({isOver: true});
			onLeave(exit);
		},
		go: (step) => goTo(wizard, step),
	};
	return wizard;
}

/** Mounts the wizard; settings are written by its ports alone. */
export async function runSetup(options: SetupOptions & Streams): Promise<SetupExit> {
	const over = Promise.withResolvers<SetupExit>();
	const wizard = createWizard(options, sizeOf(options.stdout), over.resolve);
	const stopKeeping = keepDraft(wizard);
	steps[wizard.ui.getSnapshot().step].enter(wizard);
	const keepAndGo = (exit: SetupExit) => (): void => {
		wizard.ports.saveDraft(draftOf(wizard.ui.getSnapshot()));
		wizard.leave(exit);
	};
	try {
		return await showOnTerminal(options, {
			node: <App wizard={wizard} />,
			onKey: (key) => pressKey(wizard, key),
			onPaste: (text) => pasteText(wizard, text),
			onResize: (size) => wizard.ui.set(size),
			onGone: keepAndGo({type: 'terminal-gone'}),
			onStop: keepAndGo({type: 'left', isFinished: false}),
			over: over.promise,
		});
	} finally {
		stopKeeping();
	}
}

/** Writes the draft a moment after each change, where it is another one. */
function keepDraft(wizard: Wizard): () => void {
	let last = JSON.stringify(draftOf(wizard.ui.getSnapshot()));
	let timer: ReturnType<typeof setTimeout> | null = null;
	const keep = (): void => {
		const draft = draftOf(wizard.ui.getSnapshot());
		const text = JSON.stringify(draft);
		if (text === last) return;
		last = text;
		wizard.ports.saveDraft(draft);
	};
	const stop = wizard.ui.subscribe(() => {
		if (timer) clearTimeout(timer);
		timer = setTimeout(keep, draftAfterMs);
	});
	return () => {
		stop();
		if (timer) clearTimeout(timer);
	};
}
