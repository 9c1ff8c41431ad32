// What the console is given. It knows the engine's public face and the till by name: no settings, no gateway, no register.
import type {Readable, Writable} from 'node:stream';
import type {Language, PaymentPolicy, PaymentSystem, QrPlace, Receipt} from '../core/index.ts';
import type {ClockPort, Engine, PayRequest} from '../engine/index.ts';
import type {QrRendering} from '../qr/index.ts';
import type {Capabilities} from './terminal/capabilities.ts';

/** One way to pay: a gateway's system that is linked to a payment type of the till and set up. */
export type TillSystem = {
	readonly system: PaymentSystem;
	/** The Cashier's payment type code. */
	readonly code: string;
	/** The till's own name for it. */
	readonly name: string;
	readonly registerSlot: number;
};

/** The till as the cashier knows it. */
export type TillView = {
	readonly name: string;
	readonly systems: readonly TillSystem[];
	readonly policy: PaymentPolicy;
	readonly hasRegister: boolean;
	readonly qrOn: readonly QrPlace[];
};

/** A story of the sandbox, told by the kopecks of the sum; the help page lists them. */
export type DemoStory = {
	/** `.04` is 4. */
	readonly kopecks: number;
	readonly title: string;
};

/** A terminal to read keys from. `process.stdin` is one. */
export type KeyboardStream = Readable & {
	readonly isTTY?: boolean;
	setRawMode?(isRaw: boolean): unknown;
};

/** A terminal to draw on. `process.stdout` is one. */
export type ScreenStream = Writable & {
	readonly isTTY?: boolean;
	readonly columns?: number;
	readonly rows?: number;
};

/** Whether a PIN is the till's; `waitS`: it was wrong too often, the next try is judged after so many seconds. Never rejects. */
export type PinCheck = (pin: string) => Promise<'ok' | 'wrong' | {readonly waitS: number}>;

/** What the screens themselves need. */
export type ConsoleOptions = {
	readonly engine: Engine;
	readonly till: TillView;
	readonly language: Language;
	/** Makes the order of one payment; `receipt` null: one line on the whole amount. */
	readonly makeOrder: (system: TillSystem, amountKopecks: number, receipt: Receipt | null) => PayRequest;
	readonly qrRendering: QrRendering;
	readonly capabilities: Capabilities;
	/** Lines for the first screen: a certificate that ends soon, a folder open to others … */
	readonly warnings: readonly string[];
	/** Not null in the demo. */
	readonly demo: null | {readonly stories: readonly DemoStory[]};
	readonly clock: ClockPort;
	/** Asked before money goes back or a person's word settles a matter; null: the till has no PIN. */
	readonly checkPin: PinCheck | null;
	/** Opens the settings, where the till offers that from the console. */
	readonly onOpenSettings?: () => void;
};

/** The screens on a terminal. */
export type RunOptions = ConsoleOptions & {
	readonly stdin: KeyboardStream;
	readonly stdout: ScreenStream;
	/** `ui.sound`: the terminal's bell when a payment has ended. */
	readonly sound: boolean;
};

/** Why the console is over. `left-payment`: a payment is under way and is taken up with the next start. */
export type ConsoleExit =
	| {readonly type: 'left'}
	| {readonly type: 'left-payment'; readonly orderId: string}
	/** The terminal is gone (hung up, closed): the engine may go on without a screen. */
	| {readonly type: 'terminal-gone'};
