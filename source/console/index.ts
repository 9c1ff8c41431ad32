// The door of the console: the cashier's screens over an engine, and the parts that other screens are built of.
export {runConsole} from './console.tsx';
export {FieldInput} from './keys/field-input.ts';
export type {Key} from './keys/key.ts';
export {latinByPlace} from './keys/layout.ts';
export {createKeyReader, type KeyReader} from './keys/reader.ts';
export type {
	ConsoleExit,
	ConsoleOptions,
	DemoStory,
	KeyboardStream,
	PinCheck,
	RunOptions,
	ScreenStream,
	TillSystem,
	TillView,
} from './options.ts';
export {keyHints, keyLines} from './parts/key-line.tsx';
export {QrView} from './parts/qr-view.tsx';
export {type Capabilities, terminalCapabilities} from './terminal/capabilities.ts';
export {cutToWidth, padToWidth} from './terminal/cut.ts';
export {ScreenOutput} from './terminal/screen-output.ts';
export {type TerminalEvents, takeTerminal} from './terminal/terminal.ts';
export {wrapToWidth} from './terminal/wrap.ts';
export {type Looks, looksOf, type Tone} from './ui/looks.ts';
export {createStore, type Store} from './ui/store.ts';
