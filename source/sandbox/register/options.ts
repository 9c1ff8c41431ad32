// What a virtual register is started with, and what the caller gets.
import type {Duplex} from 'node:stream';
import type {Control} from './control.ts';
import type {Fault} from './faults/fault.ts';
import type {Model, ModelName} from './model.ts';
import type {TapeInk} from './printer/tape.ts';
import type {FiscalDocument} from './state/document.ts';
import type {RegisterState} from './state/state.ts';

export type VirtualRegisterOptions = {
	/** TCP port; 0 takes a free one. @default 0 */
	readonly port?: number;
	/** @default '127.0.0.1' */
	readonly host?: string;
	/** A named model. @default 'm-02f' */
	readonly model?: ModelName;
	/** Capabilities that differ from the named model's. */
	readonly capabilities?: Partial<Model>;
	/** Fields of the state to begin with, when there is no saved one. */
	readonly state?: Partial<RegisterState>;
	/** Keeps the state in this JSON file from run to run. */
	readonly stateFile?: string;
	/** Each piece of tape, from cut to cut, is written here as PNG. */
	readonly rollFolder?: string;
	/** Called with each line of the tape. */
	readonly onPrint?: (line: string) => void;
	/** Called after each command. */
	readonly onCommand?: (entry: CommandEntry) => void;
	/** Colour of letters where the tape will be shown. @default 'dark' */
	readonly tapeInk?: TapeInk;
	/** Faults from the start. */
	readonly faults?: readonly Fault[];
	/** Milliseconds that a printed line takes: submode 5 meanwhile. @default 0 */
	readonly printMs?: number;
	/** Longest silence inside a frame and before the host's ACK. @default 500 over TCP; what 14h set (100) on a stream */
	readonly byteTimeoutMs?: number;
	/** What a line meets while power is off: it breaks, or nobody speaks. @default 'refuse' */
	readonly whenOff?: 'refuse' | 'ignore';
	/** The register's clock. @default Date.now */
	readonly nowMs?: () => number;
};

/** One frame that came, as the log keeps it. */
export type CommandEntry = {
	readonly atMs: number;
	/** `10`, `FF45`. */
	readonly code: string;
	/** A word for people: `close receipt`. */
	readonly name: string;
	/** The answer's error code; null when the command was not carried out and nothing was answered. */
	readonly error: number | null;
	readonly requestHex: string;
	readonly answerHex: string | null;
	/** The fault that struck. */
	readonly fault: Fault['fault'] | null;
};

export type VirtualRegister = {
	/** Where it listens. */
	readonly host: string;
	readonly port: number;
	/** Serves a further line: the master end of a pty, a pair of streams. */
	attach(stream: Duplex): void;
	readonly control: Control;
	/** All lines printed so far. */
	tape(): readonly string[];
	/** All documents of the storage. */
	documents(): readonly FiscalDocument[];
	/** How many receipts were closed. */
	closedReceipts(): number;
	/** All frames that came. */
	commands(): readonly CommandEntry[];
	/** A copy of the present state. */
	state(): RegisterState;
	/** Whether it has power. */
	isOn(): boolean;
	/** Writes the piece of tape that is not cut yet; names of all PNG files so far. */
	flushRoll(): readonly string[];
	/** Ends all lines, keeps the state. */
	stop(): Promise<void>;
};
