// The one place where things happen: a command comes in, the core decides, the journal has it on disk, then effects run.
import {
	type Command,
	type DocumentsBefore,
	decide,
	type EndedState,
	evolve,
	type GatewayFault,
	idle,
	isJournalled,
	isLive,
	isOpen,
	type PayCommand,
	type PaymentState,
	type RefusalCode,
	type RegisterFault,
	wakeMs,
} from '../core/index.ts';
import {createAnnouncer} from './announcer.ts';
import {createEffectRunner} from './effects.ts';
import {foldRows} from './fold-rows.ts';
import type {ClockPort, GatewayPort, JournalPort, RegisterPort, SlipEnd} from './ports.ts';
import {pulseOf} from './pulse.ts';
import {createQrPlaces, type QrPlacesOptions} from './qr-places.ts';
import {createRecorder} from './recorder.ts';
import {type EventListener, logged, type Snapshot} from './snapshot.ts';
import {whenEnded} from './when-ended.ts';

export type EngineOptions = {
	readonly gateway: GatewayPort;
	readonly register: RegisterPort | null;
	readonly journal: JournalPort;
	readonly clock: ClockPort;
	/** Puts a technical error into one line of the till's language. */
	readonly describe: (fault: GatewayFault) => string;
	readonly places: Omit<QrPlacesOptions, 'register'>;
};

/** What a payment is begun with; the deadline is reckoned from the moment of the call, the cashier's Enter. */
export type PayRequest = Omit<PayCommand, 'type' | 'deadline' | 'startedAtMs'>;

export type Sent = {readonly type: 'done'} | {readonly type: 'refused'; readonly code: RefusalCode};

export type PayEnd =
	| {readonly type: 'started'; readonly orderId: string}
	| {readonly type: 'refused'; readonly code: RefusalCode}
	/** The register could not close a receipt now: nothing was sent to the gateway. */
	| {readonly type: 'register'; readonly fault: RegisterFault}
	/** The disk does not take the intent: nothing was sent to the gateway. */
	| {readonly type: 'journal'; readonly text: string};

export type Engine = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly getSnapshot: () => Snapshot;
	/** Every event as it happens, with the state that it led to. */
	readonly onEvent: (listener: EventListener) => () => void;
	/** Reads what a former process left, and what late money may still come for. Nothing is asked of the world before `resume` or `bringToEnd`. */
	readonly load: () => readonly PaymentState[];
	/** Takes a loaded payment up where it stands; once, and no payment of this process's own. */
	readonly resume: (orderId: string) => void;
	/** Leads a loaded payment to its end: cancelled where it is not paid, its receipt closed where it is. */
	readonly bringToEnd: (orderId: string) => void;
	readonly pay: (request: PayRequest) => Promise<PayEnd>;
	readonly send: (orderId: string, command: Command) => Sent;
	readonly printAgain: (orderId: string) => Promise<SlipEnd | null>;
	/** The state of a payment: in memory, else from the journal; idle for one that never was. */
	readonly stateOf: (orderId: string) => PaymentState;
	/** Answers once the payment has ended (at once for one that has). */
	readonly whenEnded: (orderId: string) => Promise<EndedState>;
	/** Writes what is pending, breaks off what is in flight. The payment goes on with the next start. */
	readonly close: () => void;
};

/** Whose end is no longer ago than this is watched for late money when a process starts. */
const lateLookbackMs = 86_400_000;

/** A turn that comes later than this after its moment: nobody was there (a stopped process, a machine that slept). */
const stoppedMs = 30_000;

/** How often a disk that takes no rows is tried again. */
const diskRetryMs = 5_000;

/** The engine over its ports. One queue, one writer, one timer. */
export function createEngine(options: EngineOptions): Engine {
	const {journal, clock, register} = options;
	const states = new Map<string, PaymentState>();
	const recorder = createRecorder(journal);
	const announcer = createAnnouncer();
	const {snapshot} = announcer;
	/** Loaded, and not taken up yet. */
	const asleep = new Set<string>();
	const held: (() => void)[] = [];
	let stopTimer: (() => void) | null = null;
	let lastTick = {monotonicMs: clock.nowMs(), wallMs: clock.now().getTime()};
	let isClosed = false;

	const picture = (change: Partial<Snapshot>): void => {
		const all = [...states.values()];
		const {current} = snapshot();
		const live = all.findLast(isLive) ?? null;
		const last = current.phase === 'idle' ? current : (states.get(current.facts.orderId) ?? current);
		const open = all.filter((state) => state.phase === 'ended').filter(isOpen);
		announcer.change({current: live ?? last, ...change, live, open});
	};

	const publish = (change: Partial<Snapshot>): void => {
		picture(change);
		announcer.tell();
	};

	const runner = createEffectRunner({
		gateway: options.gateway,
		register,
		clock,
		showQr: (orderId, qr, printSlip) => showQr(orderId, qr, printSlip),
	});
	const places = createQrPlaces({...options.places, register});

	const onSlip = (slip: {state: 'printing'} | {state: 'done'; end: SlipEnd}): void => {
		if (slip.state === 'printing') publish({slip: {state: 'printing'}});
		else if (slip.end.type === 'printed') publish({slip: {state: 'printed'}});
		else publish({slip: {state: 'failed', fault: slip.end.fault}});
	};

	const showQr = (orderId: string, qr: string, printSlip: boolean): void => {
		const state = stateOf(orderId);
		if (state.phase !== 'waiting') return;
		const shown = (where: Parameters<Parameters<typeof places.show>[4]>[0]): void => {
			dispatch(orderId, {type: 'qrShown', where});
		};
		places.show(state.facts, qr, printSlip, clock.setTimer, shown, onSlip);
	};

	const stopNotices = register?.onNotice((notice) => publish({notice}));

	const stateOf = (orderId: string): PaymentState =>
		states.get(orderId) ?? foldRows(journal.ofOrder(orderId), clock);

	const dispatch = (orderId: string, command: Command): Sent | {type: 'journal'; text: string} => {
		if (isClosed) return {type: 'refused', code: 'STALE_ANSWER'};
		const before = stateOf(orderId);
		const nowMs = clock.nowMs();
		const decision = decide(before, command, {nowMs, describe: options.describe});
		if (decision.type === 'refused') return decision;
		asleep.delete(orderId);
		const at = clock.now().toISOString();
		const journalled = decision.events.filter(isJournalled);
		const journalFault = recorder.record(orderId, journalled, at);
		const isBeginning = command.type === 'pay' || command.type === 'refund';
		if (journalFault !== null && isBeginning) return {type: 'journal', text: journalFault};
		if (journalFault !== null && command.type === 'receiptPrepared') {
			// Printed now, it would be printed again by a process that finds no trace of it.
			return dispatch(orderId, {type: 'receiptNotPrepared', fault: {code: 'DISK', text: '', advice: ''}});
		}
		let state = before;
		for (const event of decision.events) {
			const atMs = event.type === 'payment.started' && command.type === 'pay' ? command.startedAtMs : nowMs;
			state = evolve(state, event, atMs);
			states.set(orderId, state);
			announcer.happened({orderId, event, state, at});
		}
		const pulse = pulseOf(orderId, decision.events, state, at);
		if (pulse) journal.beat(pulse);
		if (decision.events.length > 0) {
			const log = logged(snapshot().log, at, orderId, journalled);
			picture({log, journalFault, ...(isLive(before) || isLive(state) ? {current: state} : {})});
		}
		for (const event of decision.events)
			if (event.type === 'receipt.closing') showDocuments(orderId, event.before);
		for (const effect of decision.effects) runner.run(orderId, effect, (answer) => hear(orderId, answer));
		setTimer();
		announcer.tell();
		if (!hasLive()) held.shift()?.();
		return {type: 'done'};
	};

	/** An answer of the world. Money returned beside a running payment waits: its receipt would come between that one's. */
	const hear = (orderId: string, answer: Command): void => {
		if (answer.type === 'refundAnswered' && hasLive()) held.push(() => dispatch(orderId, answer));
		else dispatch(orderId, answer);
	};

	/** Before a receipt is printed, receipts that may be closed are judged by the documents that stand now. */
	const showDocuments = (orderId: string, before: DocumentsBefore): void => {
		for (const [other, state] of states) {
			if (other !== orderId && state.phase === 'ended') dispatch(other, {type: 'documentsSeen', before});
		}
	};

	const hasLive = (): boolean => [...states.values()].some(isLive);
	const isBusy = (): boolean => hasLive() || snapshot().isStarting;

	/** Under way in this process already: taken up again, its request or its receipt would run twice. */
	const isAwake = (orderId: string): boolean => !asleep.has(orderId) && isLive(stateOf(orderId));

	const setTimer = (): void => {
		stopTimer?.();
		stopTimer = null;
		const wakes = [...states]
			.map(([orderId, state]) => (asleep.has(orderId) ? null : wakeMs(state)))
			.filter((wake) => wake !== null);
		if (recorder.isBehind()) wakes.push(clock.nowMs() + diskRetryMs);
		if (wakes.length === 0 || isClosed) return;
		// A monotonic clock that stands still in suspend is noticed by the wall clock at the next turn of at most a minute.
		const afterMs = Math.min(60_000, Math.max(0, Math.min(...wakes) - clock.nowMs()));
		stopTimer = clock.setTimer(afterMs, tick);
	};

	const tick = (): void => {
		stopTimer = null;
		const now = {monotonicMs: clock.nowMs(), wallMs: clock.now().getTime()};
		const sleptMs = now.wallMs - lastTick.wallMs - (now.monotonicMs - lastTick.monotonicMs);
		lastTick = now;
		for (const [orderId, state] of states) {
			if (asleep.has(orderId)) continue;
			const wake = wakeMs(state);
			if (wake === null) continue;
			// After a sleep the truth is asked for at once, however far off this process thinks the next question is.
			if (sleptMs > 10_000) dispatch(orderId, {type: 'askNow'});
			// A process that was stopped for long is like one that begins anew: a time that ran out meanwhile is no answer.
			else if (now.monotonicMs - wake > stoppedMs) dispatch(orderId, {type: 'resume'});
			else if (wake <= now.monotonicMs) dispatch(orderId, {type: 'tick'});
		}
		if (recorder.isBehind()) publish({journalFault: recorder.catchUp()});
		setTimer();
	};

	return {
		subscribe: announcer.subscribe,
		getSnapshot: snapshot,
		onEvent: announcer.onEvent,
		load() {
			const sinceIso = new Date(clock.now().getTime() - lateLookbackMs).toISOString();
			const unfinished = journal.unfinished();
			for (const {orderId, rows} of [...journal.recentlyEnded(sinceIso), ...unfinished]) {
				states.set(orderId, foldRows(rows, clock));
				asleep.add(orderId);
			}
			const newest = unfinished.at(-1);
			publish({current: newest ? stateOf(newest.orderId) : idle});
			return [...states.values()];
		},
		resume(orderId) {
			if (isAwake(orderId)) return;
			dispatch(orderId, {type: 'resume'});
			const state = stateOf(orderId);
			if (state.phase === 'waiting') {
				const {qr, shownOn} = state.created;
				if (shownOn === null) showQr(orderId, qr, state.facts.printSlip);
			}
		},
		bringToEnd(orderId) {
			if (isAwake(orderId)) return;
			const state = stateOf(orderId);
			const isUnpaid = state.phase === 'creating' || state.phase === 'waiting';
			dispatch(orderId, isUnpaid ? {type: 'cancel', by: 'signal'} : {type: 'resume'});
		},
		async pay(request) {
			// The guard is synchronous: a double Enter finds the first one already here.
			if (isBusy()) return {type: 'refused', code: 'PAYMENT_RUNNING'};
			const startedAtMs = clock.nowMs();
			const deadline = new Date(clock.now().getTime() + request.policy.responseTimeoutS * 1000).toISOString();
			publish({isStarting: true, slip: {state: 'idle'}});
			try {
				const ready = register && request.slot !== null ? await register.preflight() : null;
				if (ready?.type === 'problem') return {type: 'register', fault: ready.fault};
				if (hasLive()) return {type: 'refused', code: 'PAYMENT_RUNNING'};
				const {orderId} = request.order;
				const sent = dispatch(orderId, {type: 'pay', ...request, deadline, startedAtMs});
				return sent.type === 'done' ? {type: 'started', orderId} : sent;
			} finally {
				publish({isStarting: false});
			}
		},
		send(orderId, command) {
			// The register closes one receipt at a time, and the till carries one payment at a time.
			const begins = command.type === 'closeReceipt' || command.type === 'pay';
			if (begins && isBusy()) return {type: 'refused', code: 'PAYMENT_RUNNING'};
			// A payment under way is carried on in memory; what is begun anew waits for a disk that holds its intent.
			if (command.type === 'closeReceipt' && recorder.isBehind()) return {type: 'refused', code: 'DISK'};
			const sent = dispatch(orderId, command);
			return sent.type === 'journal' ? {type: 'refused', code: 'DISK'} : sent;
		},
		async printAgain(orderId) {
			const state = stateOf(orderId);
			return state.phase === 'waiting' ? places.printAgain(state.facts, state.created.qr, onSlip) : null;
		},
		stateOf,
		whenEnded: (orderId) => whenEnded(announcer.subscribe, () => stateOf(orderId)),
		close() {
			recorder.flush(clock.now().toISOString());
			isClosed = true;
			stopTimer?.();
			stopNotices?.();
			runner.abortAll();
		},
	};
}
