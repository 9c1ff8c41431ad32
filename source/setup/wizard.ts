// The wizard as its steps see it: state, ports, words, and the few things that all steps do.
import type {Capabilities, Key, Store} from '../console/index.ts';
import type {Language, SetupStepId, SetupWording} from '../core/index.ts';
import type {QrRendering, QrSetting} from '../qr/index.ts';
import type {StepMark, WizardState} from './model/state.ts';
import type {SetupPorts} from './ports.ts';

export type SetupExit =
	/** The person has left; `isFinished`: all steps are done, the till can be opened. */
	{readonly type: 'left'; readonly isFinished: boolean} | {readonly type: 'terminal-gone'};

export type SetupOptions = {
	readonly ports: SetupPorts;
	readonly language: Language;
	readonly capabilities: Capabilities;
	/** How this terminal would draw a QR under a setting. */
	readonly renderingOf: (setting: QrSetting) => QrRendering;
};

export type Wizard = SetupOptions & {
	readonly words: SetupWording;
	readonly ui: Store<WizardState>;
	readonly leave: (exit: SetupExit) => void;
	/** To another step; what is typed is kept. */
	readonly go: (step: SetupStepId) => void;
};

/** What a step does with keys. The same list answers keys and draws the key line. */
export type StepAction = {
	readonly id: keyof SetupWording['actions'];
	readonly keys: readonly string[];
	readonly shown?: string | null;
	readonly run: (key: Key) => void;
};

/** One step. */
export type Step = {
	/** On coming to it: begins what needs no key. */
	readonly enter: (wizard: Wizard) => void;
	readonly actions: (wizard: Wizard) => readonly StepAction[];
	/** A key that means nothing else; a place that has no line to type into ignores it. */
	readonly type: (wizard: Wizard, key: Key) => void;
	readonly paste: (wizard: Wizard, text: string) => void;
};

/** Changes one step's part of the state. */
export function change<Part extends 'letter' | 'certificate' | 'connection' | 'types' | 'register' | 'trial'>(
	{ui}: Wizard,
	part: Part,
	to: Partial<WizardState[Part]>,
): void {
	const all = ui.getSnapshot();
	ui.set({[part]: {...all[part], ...to}} as Partial<WizardState>);
}

/** Marks a step. */
export function mark({ui}: Wizard, step: SetupStepId, as: StepMark): void {
	ui.set({marks: {...ui.getSnapshot().marks, [step]: as}});
}

/** Does a thing that takes its time; a second one is not begun meanwhile. */
export async function busy(wizard: Wizard, work: () => Promise<void>): Promise<void> {
	const {ui} = wizard;
	if (ui.getSnapshot().isBusy) return;
	ui.set({isBusy: true, remark: null});
	try {
		await work();
	} finally {
		ui.set({isBusy: false});
	}
}

/** Says something below the step. */
export const say = (
	{ui}: Wizard,
	tone: 'good' | 'bad' | 'warn' | 'plain',
	...lines: readonly string[]
): void => ui.set({remark: {tone, lines}});
