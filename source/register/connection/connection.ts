// One line to one register: runs the link machine over a transport, one command after the other, and opens the line on demand.
import {advance, type LinkInput} from '../link/advance.ts';
import type {LinkCommand, LinkEnd} from '../link/command.ts';
import type {LinkLimits} from '../link/limits.ts';
import {idleLink, type LinkState, type Move, wakeAtMs} from '../link/state.ts';
import type {OpenTransport, Transport} from '../transport/transport.ts';

export type FetchEnd = LinkEnd | {readonly type: 'nothingKept'};

/** What goes over the line, for whoever traces it. `opened` and `lost` are the line itself. */
export type LineEvent =
	| {readonly type: 'host' | 'register'; readonly bytes: Uint8Array}
	| {readonly type: 'opened' | 'lost' | 'closed'}
	| {readonly type: 'unreachable'; readonly detail: string};

export type ConnectionOptions = {
	readonly open: OpenTransport;
	readonly limits: LinkLimits;
	readonly onLine?: (event: LineEvent) => void;
};

export type Connection = {
	/** Carries one command; callers wait in line. Never throws for a fault of the line. */
	run(command: LinkCommand): Promise<LinkEnd>;
	/** Asks with ENQ alone for an answer that the register may still keep (register-protocol §12.2, step 1). */
	fetch(withinMs: number): Promise<FetchEnd>;
	/** Counts the times the line was opened: what was learnt of a device holds for one opening only. */
	openings(): number;
	/** The system's word for why the line could not be opened last time, or ''. */
	lastFault(): string;
	/** Ends a command on its way as if the line had broken for good. */
	close(): Promise<void>;
};

/** Tries to open the line again while a command is out. */
const reopenTries = 3;

export function createConnection({open, limits, onLine = () => undefined}: ConnectionOptions): Connection {
	let state: LinkState = idleLink(limits);
	let transport: Transport | null = null;
	let timer: NodeJS.Timeout | undefined;
	let settle: ((end: FetchEnd) => void) | null = null;
	let queue: Promise<unknown> = Promise.resolve();
	let isClosed = false;
	let openings = 0;
	let fault = '';

	const nowMs = () => performance.now();

	const step = (input: LinkInput) => apply(advance(state, input, nowMs()));

	function apply(move: Move): void {
		state = move.state;
		for (const bytes of move.send) {
			onLine({type: 'host', bytes});
			transport?.send(bytes);
		}
		clearTimeout(timer);
		const wake = wakeAtMs(state);
		// A timer may fire a little early; the machine then would not listen, and nobody would call again.
		if (wake !== null)
			timer = setTimeout(() => step({type: 'wake'}), Math.max(1, Math.ceil(wake - nowMs()) + 1));
		if (move.end !== null) settle?.(move.end);
	}

	async function openLine(): Promise<boolean> {
		if (transport !== null) return true;
		if (isClosed) return false;
		const mine = {
			onBytes: (bytes: Uint8Array) => {
				onLine({type: 'register', bytes});
				step({type: 'bytes', bytes});
			},
			onLost: () => void onLost(),
		};
		const result = await open(mine);
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
		if (state.job === null) return;
		step({type: 'lost'});
		for (let tries = 0; tries < reopenTries; tries += 1) {
			if (await openLine()) return step({type: 'opened'});
		}
		step({type: 'unreachable'});
	}

	async function dropLine(): Promise<void> {
		const line = transport;
		transport = null;
		await line?.close();
	}

	async function carry(input: LinkInput): Promise<FetchEnd> {
		if (!(await openLine())) return {type: 'noLink'};
		const end = await new Promise<FetchEnd>((resolve) => {
			settle = resolve;
			step(input);
		});
		settle = null;
		// A line on which nobody answers may be half open; the next command opens it afresh.
		if (end.type === 'noLink') await dropLine();
		return end;
	}

	const inLine = <End>(work: () => Promise<End>): Promise<End> => {
		const turn = queue.then(work);
		queue = turn;
		return turn;
	};

	return {
		run: (command) =>
			inLine(async () => {
				const end = await carry({type: 'start', command});
				return end.type === 'nothingKept' ? {type: 'noLink'} : end;
			}),
		fetch: (withinMs) => inLine(() => carry({type: 'fetch', withinMs})),
		openings: () => openings,
		lastFault: () => fault,
		close: async () => {
			isClosed = true;
			if (state.job !== null) step({type: 'unreachable'});
			await dropLine();
			clearTimeout(timer);
			onLine({type: 'closed'});
		},
	};
}
