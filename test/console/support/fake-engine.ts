// An engine that is only a picture: tests set what it shows and read what was asked of it.
import {type Command, idle, type PaymentState} from '../../../source/core/index.ts';
import type {ClockPort, Engine, PayEnd, PayRequest, Sent, Snapshot} from '../../../source/engine/index.ts';

export type FakeEngine = Engine & {
	show(change: Partial<Snapshot>): void;
	/** Changes the picture and tells nobody: whoever draws next finds it. */
	prepare(change: Partial<Snapshot>): void;
	/** Answers for the next commands and payments. */
	answerSent: Sent;
	answerPay: PayEnd;
	readonly sent: {readonly orderId: string; readonly command: Command}[];
	readonly payments: PayRequest[];
	readonly printed: string[];
};

export const emptySnapshot: Snapshot = {
	revision: 0,
	live: null,
	current: idle,
	open: [],
	log: [],
	notice: null,
	slip: {state: 'idle'},
	journalFault: null,
	isStarting: false,
};

export function fakeEngine(first: Partial<Snapshot> = {}): FakeEngine {
	let snapshot: Snapshot = {...emptySnapshot, ...first};
	const listeners = new Set<() => void>();
	const sent: FakeEngine['sent'] = [];
	const payments: PayRequest[] = [];
	const printed: string[] = [];
	const unused = (): never => {
		throw new Error('The console has no business with this');
	};
	const engine: FakeEngine = {
		answerSent: {type: 'done'},
		answerPay: {type: 'started', orderId: 'B-1'},
		sent,
		payments,
		printed,
		prepare(change) {
			snapshot = {...snapshot, ...change, revision: snapshot.revision + 1};
		},
		show(change) {
			engine.prepare(change);
			for (const listener of listeners) listener();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		getSnapshot: () => snapshot,
		onEvent: () => () => undefined,
		async pay(request) {
			if (snapshot.live || snapshot.isStarting) return {type: 'refused', code: 'PAYMENT_RUNNING'};
			payments.push(request);
			return engine.answerPay;
		},
		send(orderId, command) {
			sent.push({orderId, command});
			return engine.answerSent;
		},
		async printAgain(orderId) {
			printed.push(orderId);
			return {type: 'printed'};
		},
		stateOf: (orderId): PaymentState =>
			snapshot.open.find(({facts}) => facts.orderId === orderId) ??
			(snapshot.current.phase !== 'idle' && snapshot.current.facts.orderId === orderId
				? snapshot.current
				: idle),
		load: unused,
		resume: unused,
		bringToEnd: unused,
		whenEnded: unused,
		close: unused,
	};
	return engine;
}

/** A clock that stands still unless it is told otherwise. */
export type FakeClock = ClockPort & {advance(ms: number): void};

export function fakeClock(): FakeClock {
	let nowMs = 0;
	let timers: readonly {readonly atMs: number; readonly run: () => void}[] = [];
	return {
		nowMs: () => nowMs,
		now: () => new Date(Date.UTC(2026, 0, 31, 9, 0, 0) + nowMs),
		setTimer(afterMs, run) {
			const timer = {atMs: nowMs + afterMs, run};
			timers = [...timers, timer];
			return () => {
				timers = timers.filter((other) => other !== timer);
			};
		},
		advance(ms) {
			nowMs += ms;
			const due = timers.filter(({atMs}) => atMs <= nowMs);
			timers = timers.filter(({atMs}) => atMs > nowMs);
			for (const {run} of due) run();
		},
	};
}
