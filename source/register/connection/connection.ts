// One line to one register: runs the link machine over a transport, one command after the other, and opens the line on demand.
import type {LinkCommand, LinkEnd} from '../link/command.ts';
import type {LinkInput} from '../link/input.ts';
import type {LinkLimits} from '../link/limits.ts';
import type {OpenTransport, Transport} from '../transport/transport.ts';
import {type LinkMove, type Machine, machineV1, machineV2} from './machine.ts';

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
	/** Asks without a command for an answer that the register may still keep (register-protocol §12.2, step 1). */
	fetch(withinMs: number): Promise<FetchEnd>;
	/** The device says that it knows link v2: the next opening of the line begins with it, once. */
	offerV2(): void;
	linkVersion(): 1 | 2;
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
	let machine: Machine = machineV1(limits);
	let transport: Transport | null = null;
	let timer: NodeJS.Timeout | undefined;
	let settle: ((end: FetchEnd) => void) | null = null;
	let queue: Promise<unknown> = Promise.resolve();
	/** `untried`: nothing is known. `offered`: to be tried at the next opening. `tried`: once is enough for a device. */
	let v2: 'untried' | 'offered' | 'tried' = 'untried';
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

	async function openLine(): Promise<boolean> {
		if (transport !== null) return true;
		if (isClosed) return false;
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
		hasHeard = false;
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
			if (await openLine()) return step({type: 'opened'});
		}
		step({type: 'unreachable'});
	}

	async function dropLine(): Promise<void> {
		const line = transport;
		transport = null;
		await line?.close();
	}

	const feed = (input: LinkInput): Promise<FetchEnd> =>
		new Promise((resolve) => {
			settle = resolve;
			step(input);
		});

	/** One empty request: a register that speaks v2 answers it, one that speaks v1 only takes it for noise. */
	async function tryV2(): Promise<boolean> {
		v2 = 'tried';
		const v1 = machine;
		machine = machineV2(limits);
		const end = await feed({type: 'fetch', withinMs: limits.replyMs});
		if (end.type === 'nothingKept') return true;
		machine = v1;
		// What came back was NAK for noise: it is stray to v1, and v1 waits for silence after it.
		if (hasHeard) step({type: 'bytes', bytes: Uint8Array.of(0)});
		return false;
	}

	async function carry(input: LinkInput): Promise<FetchEnd> {
		if (!(await openLine())) return {type: 'noLink'};
		if (v2 === 'offered') await tryV2();
		let end = await feed(input);
		// A register that was set to v2 by somebody else is deaf to ENQ.
		const isDeaf = end.type === 'noLink' && !hasHeard && v2 === 'untried' && transport !== null;
		if (isDeaf && (await tryV2())) end = await feed(input);
		settle = null;
		// A line on which nobody answers may be half open; the next command opens it afresh.
		if (end.type === 'noLink') {
			await dropLine();
			if (v2 === 'tried' && machine.version === 1 && !hasHeard) v2 = 'untried';
		}
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
		offerV2: () => {
			if (v2 !== 'untried') return;
			v2 = 'offered';
			void inLine(dropLine);
		},
		linkVersion: () => machine.version,
		openings: () => openings,
		lastFault: () => fault,
		close: async () => {
			isClosed = true;
			if (machine.isBusy()) step({type: 'unreachable'});
			await dropLine();
			clearTimeout(timer);
			onLine({type: 'closed'});
		},
	};
}
