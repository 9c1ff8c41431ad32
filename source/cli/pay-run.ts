// One payment without a console: what is left over is brought to its end, the order made or taken up, its end awaited.
import {
	type EndedState,
	type Engine,
	isLive,
	type LiveState,
	type PayEnd,
	type PaymentState,
	type PayRequest,
} from '../engine/index.ts';
import {brokenOffLine, type PayLine, payLine, resultLine, settledLine} from './pay-lines.ts';

export type PayRunOptions = {
	readonly engine: Engine;
	readonly request: PayRequest;
	readonly nowMs: () => number;
	/** Gets every line as soon as what it says is on disk. */
	readonly say: (line: PayLine, state: PaymentState) => void;
	/** Aborted by SIGINT or SIGTERM. */
	readonly signal: AbortSignal;
};

export type PayRunEnd =
	| {readonly type: 'ended'; readonly state: EndedState}
	/** After a signal the ten seconds are over and the register has not said its last word. */
	| {readonly type: 'brokenOff'; readonly exitCode: number}
	| {readonly type: 'differs'}
	| {readonly type: 'notStarted'; readonly end: Exclude<PayEnd, {type: 'started'}>};

/** How long a signal waits for the true end (contracts: cli). */
const signalPatienceMs = 10_000;

/** Runs one payment to its end. The same order again never pays twice. */
export async function runPay(options: PayRunOptions): Promise<PayRunEnd> {
	const {engine, request, say} = options;
	const {orderId, system, amountKopecks} = request.order;
	const leftOver = engine.load();
	const known = engine.stateOf(orderId);
	if (known.phase !== 'idle') {
		const {method, amountKopecks: amount} = known.facts;
		if (method !== system || amount !== amountKopecks) return {type: 'differs'};
	}
	if (known.phase === 'ended') {
		say(resultLine(known), known);
		return {type: 'ended', state: known};
	}
	for (const state of leftOver) {
		if (isLive(state) && state.facts.orderId !== orderId) await settle(engine, state.facts.orderId, say);
	}
	let isQrTold = false;
	const stopTelling = engine.onEvent((happened) => {
		if (happened.orderId !== orderId) return;
		const line = payLine(happened.event, happened.state, happened.at, options.nowMs());
		// A slow tape is a second `qr.shown` in the journal; other software is told of the QR once.
		if (!line || (line.type === 'qr' && isQrTold)) return;
		isQrTold ||= line.type === 'qr';
		say(line, happened.state);
	});
	try {
		if (isLive(known)) {
			say(startedAgain(known), known);
			engine.resume(orderId);
		} else {
			const begun = await engine.pay(request);
			if (begun.type !== 'started') return {type: 'notStarted', end: begun};
		}
		const end = await endOrPatience(options, orderId);
		if (end.phase !== 'ended') {
			const line = brokenOffLine(end);
			say(line, end);
			return {type: 'brokenOff', exitCode: Number(line['exitCode'])};
		}
		say(resultLine(end), end);
		return {type: 'ended', state: end};
	} finally {
		stopTelling();
	}
}

/** A payment that is taken up tells its start too: the reader did not see the first one. */
const startedAgain = (state: LiveState): PayLine => ({
	type: 'started',
	orderId: state.facts.orderId,
	method: state.facts.method,
	amountKopecks: state.facts.amountKopecks,
	at: new Date(Date.parse(state.facts.deadline) - state.facts.policy.responseTimeoutS * 1000).toISOString(),
});

async function settle(engine: Engine, orderId: string, say: PayRunOptions['say']): Promise<void> {
	engine.bringToEnd(orderId);
	const state = await engine.whenEnded(orderId);
	say(settledLine(state), state);
}

/** The end; after a signal a cancel is asked for, and the wait for a register that never answers is cut. */
function endOrPatience({engine, signal}: PayRunOptions, orderId: string): Promise<EndedState | LiveState> {
	return new Promise((done) => {
		let patience: NodeJS.Timeout | undefined;
		const onSignal = (): void => {
			// Refused where the money has come or a cancel is under way already: then its end is simply awaited.
			engine.send(orderId, {type: 'cancel', by: 'signal'});
			patience = setTimeout(() => {
				const state = engine.stateOf(orderId);
				if (isLive(state)) done(state);
			}, signalPatienceMs + 500);
		};
		if (signal.aborted) onSignal();
		else signal.addEventListener('abort', onSignal, {once: true});
		void engine.whenEnded(orderId).then((state) => {
			clearTimeout(patience);
			signal.removeEventListener('abort', onSignal);
			done(state);
		});
	});
}
