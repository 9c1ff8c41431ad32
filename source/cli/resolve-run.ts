// Settling what is open: the gateway is asked, the register is asked, and only what neither can say is left to a person.
import {isOpen, openMatter, resultOf} from '../core/index.ts';
import {type EndedState, type Engine, isLive, type PaymentState} from '../engine/index.ts';

/** How often and how long the gateway is asked about one payment before it is left as it is. */
const tries = 3;
const pauseMs = 2_000;

/** Leads one payment as far as gateway and register can; answers with its end as it then is. */
export async function resolveOne(engine: Engine, orderId: string): Promise<EndedState | null> {
	const state = engine.stateOf(orderId);
	if (state.phase === 'idle') return null;
	if (isLive(state)) {
		engine.bringToEnd(orderId);
		await engine.whenEnded(orderId);
	}
	for (let attempt = 1; attempt <= tries && isUnresolved(engine.stateOf(orderId)); attempt += 1) {
		if (attempt > 1) await new Promise((done) => setTimeout(done, pauseMs));
		engine.send(orderId, {type: 'askNow'});
		await whenQuiet(engine, orderId);
	}
	if (isWatched(engine.stateOf(orderId))) {
		engine.resume(orderId);
		await whenQuiet(engine, orderId);
	}
	const asked = engine.stateOf(orderId);
	const matter = asked.phase === 'ended' ? openMatter(asked) : null;
	if (asked.phase === 'ended' && matter === 'receipt') engine.send(orderId, {type: 'closeReceipt'});
	if (asked.phase === 'ended' && matter === 'refund' && asked.refund) {
		const {refundId, amountKopecks} = asked.refund;
		engine.send(orderId, {type: 'refund', refundId, amountKopecks});
		await whenRefundMoves(engine, orderId);
	}
	return engine.whenEnded(orderId);
}

const isUnresolved = (state: PaymentState): boolean =>
	state.phase === 'ended' && openMatter(state) === 'unresolved';

/** Ended unpaid, and the money may have come all the same: one look, since no console may be there to look by itself. */
const isWatched = (state: PaymentState): boolean =>
	state.phase === 'ended' && state.watch !== null && openMatter(state) === null;

/** The exit code of `resolve` alone: the worst that remains (contracts: cli). */
export const worstExitCode = (states: readonly EndedState[]): number =>
	Math.max(0, ...states.filter(isOpen).map((state) => resultOf(state).exitCode));

/** Answers when no question of this payment is in flight. */
const whenQuiet = (engine: Engine, orderId: string): Promise<void> =>
	when(engine, () => {
		const state = engine.stateOf(orderId);
		return state.phase !== 'ended' || state.line.inFlight === null;
	});

/** Answers once the refund has an answer; a silent gateway is given up after its own time-out. */
async function whenRefundMoves(engine: Engine, orderId: string): Promise<void> {
	let giveUp: NodeJS.Timeout | undefined;
	const timeout = new Promise<void>((done) => {
		giveUp = setTimeout(done, 16_000);
	});
	const moved = when(engine, () => {
		const state = engine.stateOf(orderId);
		return state.phase === 'ended' && state.refund?.state !== 'requested';
	});
	await Promise.race([timeout, moved]);
	clearTimeout(giveUp);
}

function when(engine: Engine, isSo: () => boolean): Promise<void> {
	return new Promise((done) => {
		const look = (): void => {
			if (!isSo()) return;
			stop();
			done();
		};
		const stop = engine.subscribe(look);
		look();
	});
}
