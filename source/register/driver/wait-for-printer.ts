// «Wait for print end» (register-protocol §10): 10h until the printer is idle; paper is asked for, then «continue» sent.
import type {RegisterTrouble} from '../../core/index.ts';
import {continuePrint} from '../commands/paper.ts';
import {type ShortStatus, shortStatus} from '../commands/short-status.ts';
import {type Bench, endless, type Patience} from './bench.ts';
import {readPatiently} from './read-patiently.ts';
import {closedPort, troubleOf} from './trouble.ts';

export type Waited =
	| {readonly type: 'ready'; readonly status: ShortStatus}
	| {readonly type: 'problem'; readonly trouble: RegisterTrouble};

const submodes = {passiveNoPaper: 1, activeNoPaper: 2, awaitsContinue: 3} as const;
/** Modes of a slip document being printed (numbers differ between firmwares): wait as well. */
const slipModes: readonly number[] = [11, 12, 13, 14];
const continueTries = 3;

const isIdle = ({submode, mode}: ShortStatus): boolean => submode === 0 && !slipModes.includes(mode);
const lacksPaper = ({submode}: ShortStatus): boolean =>
	submode === submodes.passiveNoPaper || submode === submodes.activeNoPaper;

/**
 * Waits as long as the line is alive, or with the given patience. The cashier is told at once of missing paper, and of
 * printing once it takes longer than T7; the notice is cleared when the wait ends.
 */
export async function waitForPrinter(bench: Bench, patience = endless): Promise<Waited> {
	const waited = await poll(bench, patience);
	if (bench.notices.current() !== null) bench.notices.tell(null);
	return waited;
}

async function poll(bench: Bench, patience: Patience): Promise<Waited> {
	const {device, times, notices, pause} = bench;
	const startedMs = performance.now();
	for (let continues = 0; ; ) {
		const reply = await readPatiently(bench, () => device.ask(shortStatus(device.password)));
		if (reply.type !== 'ok') return {type: 'problem', trouble: troubleOf(reply)};
		const status = reply.answer;
		if (isIdle(status)) return {type: 'ready', status};
		const waitedMs = performance.now() - startedMs;
		const trouble: RegisterTrouble = lacksPaper(status) ? {code: 'PAPER'} : {code: 'PRINTING'};
		const patienceMs = trouble.code === 'PAPER' ? patience.paperMs : patience.printingMs;
		if (waitedMs >= patienceMs) return {type: 'problem', trouble};
		if (trouble.code === 'PAPER' || waitedMs > times.printTellMs) notices.tell(trouble);
		// Each change of paper is a document to go on with; only a «continue» that changes nothing is counted.
		if (trouble.code === 'PAPER') continues = 0;
		if (status.submode === submodes.awaitsContinue) {
			if (continues >= continueTries) return {type: 'problem', trouble};
			continues += 1;
			const continued = await device.ask(continuePrint(device.password));
			if (continued.type === 'noLink') return {type: 'problem', trouble: troubleOf(continued)};
		}
		if (!(await pause(times.pollMs))) return {type: 'problem', trouble: closedPort};
	}
}
