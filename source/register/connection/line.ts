// A transport and the link machine on it: bytes and moments go in, what the machine says goes out, a broken line is opened again.
import type {LinkInput} from '../link/input.ts';
import type {OpenTransport, Transport} from '../transport/transport.ts';
import type {LinkMove, Machine} from './machine.ts';

/** What goes over the line, for whoever traces it. `opened` and `lost` are the line itself. */
export type LineEvent =
	| {readonly type: 'host' | 'register'; readonly bytes: Uint8Array}
	| {readonly type: 'opened' | 'lost' | 'closed'}
	| {readonly type: 'unreachable'; readonly detail: string};

export type LineEnd = Exclude<LinkMove['end'], null>;

export type Line = {
	/** False where it can't be opened; `fault` has the system's word. */
	ensureOpen(): Promise<boolean>;
	isOpen(): boolean;
	/** Gives a command to the machine and waits for its end. One at a time. */
	carry(input: LinkInput): Promise<LineEnd>;
	machine(): Machine;
	/** Only between two commands. */
	replaceMachine(machine: Machine): void;
	way(): OpenTransport;
	/** Another way to open it, from the next opening on. */
	replaceWay(open: OpenTransport): void;
	/** Whether any byte has come since the line was opened. */
	hasHeard(): boolean;
	/** Bytes of no meaning have come: the machine waits for silence before it speaks. */
	noteStray(): void;
	openings(): number;
	fault(): string;
	drop(): Promise<void>;
	close(): Promise<void>;
};

/** Tries to open the line again while a command is out. */
const reopenTries = 3;

export function createLine(first: OpenTransport, start: Machine, onLine: (event: LineEvent) => void): Line {
	let open = first;
	let machine = start;
	let transport: Transport | null = null;
	let timer: NodeJS.Timeout | undefined;
	let settle: ((end: LineEnd) => void) | null = null;
	let hasHeard = false;
	let isClosed = false;
	let openings = 0;
	let fault = '';

	const nowMs = () => performance.now();
	const step = (input: LinkInput) => apply(machine.feed(input, nowMs()));

	function apply(move: LinkMove): void {
		for (const bytes of move.send) {
			onLine({type: 'host', bytes});
			transport?.send(bytes);
		}
		clearTimeout(timer);
		const wake = machine.wakeAtMs();
		// A timer may fire a little early; the machine then would not listen, and nobody would call again.
		if (wake !== null)
			timer = setTimeout(() => step({type: 'wake'}), Math.max(1, Math.ceil(wake - nowMs()) + 1));
		if (move.end !== null) settle?.(move.end);
	}

	async function ensureOpen(): Promise<boolean> {
		if (transport !== null) return true;
		if (isClosed) return false;
		hasHeard = false;
		const result = await open({
			onBytes: (bytes) => {
				hasHeard = true;
				onLine({type: 'register', bytes});
				step({type: 'bytes', bytes});
			},
			onLost: () => void onLost(),
		});
		if (result.type === 'failed') {
			fault = result.detail;
			onLine({type: 'unreachable', detail: result.detail});
			return false;
		}
		if (isClosed) {
			await result.transport.close();
			return false;
		}
		transport = result.transport;
		openings += 1;
		fault = '';
		onLine({type: 'opened'});
		return true;
	}

	async function onLost(): Promise<void> {
		transport = null;
		onLine({type: 'lost'});
		if (!machine.isBusy()) return;
		step({type: 'lost'});
		for (let tries = 0; tries < reopenTries; tries += 1) {
			if (await ensureOpen()) return step({type: 'opened'});
		}
		step({type: 'unreachable'});
	}

	async function drop(): Promise<void> {
		const line = transport;
		transport = null;
		await line?.close();
	}

	return {
		ensureOpen,
		isOpen: () => transport !== null,
		carry: (input) =>
			new Promise((resolve) => {
				settle = resolve;
				step(input);
			}),
		machine: () => machine,
		replaceMachine: (other) => {
			machine = other;
		},
		way: () => open,
		replaceWay: (other) => {
			open = other;
		},
		hasHeard: () => hasHeard,
		noteStray: () => step({type: 'bytes', bytes: Uint8Array.of(0)}),
		openings: () => openings,
		fault: () => fault,
		drop,
		close: async () => {
			isClosed = true;
			if (machine.isBusy()) step({type: 'unreachable'});
			await drop();
			clearTimeout(timer);
			onLine({type: 'closed'});
		},
	};
}
