// One connection to one register: commands in one queue, and the choice of link and way by what the register understands.
import type {LinkCommand, LinkEnd} from '../link/command.ts';
import type {LinkInput} from '../link/input.ts';
import type {LinkLimits} from '../link/limits.ts';
import type {OpenTransport} from '../transport/transport.ts';
import {createLine, type LineEnd, type LineEvent} from './line.ts';
import {machineV1, machineV2} from './machine.ts';

export type ConnectionOptions = {
	readonly open: OpenTransport;
	/** Other ways to open the line (other speeds), tried once while the register has never been heard. */
	readonly alternatives?: readonly OpenTransport[];
	readonly limits: LinkLimits;
	readonly onLine?: (event: LineEvent) => void;
};

export type Connection = {
	/** Carries one command; callers wait in line. Never throws for a fault of the line. */
	run(command: LinkCommand): Promise<LinkEnd>;
	/** Asks without a command for an answer that the register may still keep (register-protocol §12.2, step 1). */
	fetch(withinMs: number): Promise<LineEnd>;
	/** The device says that it knows link v2: the next opening of the line begins with it, once. */
	offerV2(): void;
	/** Counts the times the line was opened: what was learnt of a device holds for one opening only. */
	openings(): number;
	/** The system's word for why the line could not be opened last time, or ''. */
	lastFault(): string;
	/** Ends a command on its way as if the line had broken for good. */
	close(): Promise<void>;
};

export function createConnection(options: ConnectionOptions): Connection {
	const {open, limits, onLine = () => undefined} = options;
	const line = createLine(open, machineV1(limits), onLine);
	let alternatives = options.alternatives ?? [];
	/** `untried`: nothing is known. `offered`: to be tried at the next opening. `tried`: once is enough for a device. */
	let v2: 'untried' | 'offered' | 'tried' = 'untried';
	let queue: Promise<unknown> = Promise.resolve();

	/** One empty request: a register that speaks v2 answers it, one that speaks v1 only takes it for noise. */
	async function tryV2(): Promise<boolean> {
		const v1 = line.machine();
		line.replaceMachine(machineV2(limits));
		const end = await line.carry({type: 'fetch', withinMs: limits.replyMs});
		if (end.type === 'nothingKept') return true;
		line.replaceMachine(v1);
		// What came back was NAK for noise: v1 has to wait for silence after it.
		if (line.hasHeard()) line.noteStray();
		return false;
	}

	/** A way to open the line on which the register speaks stays; each is tried once. */
	async function tryAlternatives(): Promise<boolean> {
		const [ways, usual] = [alternatives, line.way()];
		alternatives = [];
		for (const way of ways) {
			await line.drop();
			line.replaceWay(way);
			if (!(await line.ensureOpen())) continue;
			const end = await line.carry({type: 'fetch', withinMs: limits.replyMs * 2});
			if (end.type !== 'noLink') return true;
		}
		await line.drop();
		line.replaceWay(usual);
		return false;
	}

	async function carry(input: LinkInput): Promise<LineEnd> {
		if (!(await line.ensureOpen())) return {type: 'noLink'};
		if (v2 === 'offered') {
			v2 = 'tried';
			await tryV2();
		}
		const first = await line.carry(input);
		const end = first.type === 'noLink' && line.isOpen() ? await otherwise(input) : first;
		// A line on which nobody answers may be half open; the next command opens it afresh.
		if (end.type === 'noLink') await line.drop();
		else alternatives = [];
		return end;
	}

	/** Nobody answers: a register set to v2 by somebody else is deaf to ENQ, and another speed is deaf to all. */
	async function otherwise(input: LinkInput): Promise<LineEnd> {
		const isDeaf = v2 === 'untried' && !line.hasHeard() && line.machine().version === 1;
		if (isDeaf && (await tryV2())) return line.carry(input);
		return (await tryAlternatives()) ? line.carry(input) : {type: 'noLink'};
	}

	const inTurn = <End>(work: () => Promise<End>): Promise<End> => {
		const turn = queue.then(work);
		queue = turn;
		return turn;
	};

	return {
		run: (command) =>
			inTurn(async () => {
				const end = await carry({type: 'start', command});
				return end.type === 'nothingKept' ? {type: 'noLink'} : end;
			}),
		fetch: (withinMs) => inTurn(() => carry({type: 'fetch', withinMs})),
		offerV2: () => {
			if (v2 !== 'untried') return;
			v2 = 'offered';
			void inTurn(line.drop);
		},
		openings: line.openings,
		lastFault: line.fault,
		close: line.close,
	};
}
