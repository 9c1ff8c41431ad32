// The door of the console: the cashier's screens over an engine.
export {runConsole} from './console.tsx';
export type {
	ConsoleExit,
	ConsoleOptions,
	DemoStory,
	KeyboardStream,
	RunOptions,
	ScreenStream,
	TillSystem,
	TillView,
} from './options.ts';
export {type Capabilities, terminalCapabilities} from './terminal/capabilities.ts';
