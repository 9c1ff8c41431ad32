// A process of the till: the real engine on this world's ports. Once it is dead, nothing it does reaches the world.
import {evolve, idle, isLive, isOpen, openMatter, type PaymentState} from '../../../source/core/index.ts';
import {
	type ClockPort,
	createEngine,
	type Engine,
	type JournalPort,
	type JournalRow,
	type PayRequest,
	type Snapshot,
} from '../../../source/engine/index.ts';
import {createGatewayPort} from './gateway-port.ts';
import {createRegisterPort} from './register-port.ts';
import type {World} from './world.ts';

export type Till = {
	readonly boot: number;
	readonly isAlive: () => boolean;
	/** A place where the process may die; false when it is dead. */
	readonly moment: (name: string) => boolean;
	readonly engine: Engine;
	readonly die: (how: 'kill' | 'power' | 'leaves') => void;
};

/** When a process died with its machine, another one begins so much later. */
export type OnDeath = (offMs: number) => void;

/** Before the engine stands there is nothing to see. */
const blank = {journalFault: null, current: {phase: 'idle'}} as const;

/** Wall time at the beginning of each history. */
const epochMs = Date.UTC(2026, 0, 31, 9);

/** Starts a process: it reads the disk and takes up what it finds. */
export function bootTill(world: World, boot: number, onDeath: OnDeath): Till {
	const {time, disk, history, scenario} = world;
	const seat = {atMs: time.nowMs(), diedAtMs: null as number | null};
	history.boots.push(seat);
	world.tell(`process ${boot} starts`);
	/** What the disk refused and the process holds in memory. */
	const unwritten = new Map<unknown, string>();

	let picture: () => Pick<Snapshot, 'journalFault' | 'current'> = () => blank;
	const die: Till['die'] = (how) => {
		if (seat.diedAtMs !== null) return;
		seat.diedAtMs = time.nowMs();
		for (const orderId of unwritten.values()) history.forgotten.add(orderId);
		// Behind the first refused rows others wait that the disk has not even been offered.
		const {journalFault, current} = picture();
		if (journalFault !== null && current.phase !== 'idle') history.forgotten.add(current.facts.orderId);
		disk.crash(how === 'power' ? 'power' : 'kill');
	};

	const till: Till = {
		boot,
		isAlive: () => seat.diedAtMs === null,
		moment(name) {
			if (seat.diedAtMs !== null) return false;
			world.isStirred = true;
			const crash = world.crashHere();
			if (!crash) return true;
			world.tell(crash.what === 'power' ? `POWER CUT at «${name}»` : `KILLED at «${name}»`);
			die(crash.what);
			onDeath(crash.offMs);
			return false;
		},
		die,
		get engine() {
			return engine;
		},
	};

	const engine = createEngine({
		gateway: createGatewayPort(world, till),
		register: scenario.hasRegister ? createRegisterPort(world, till) : null,
		journal: createJournalPort(world, till, unwritten),
		clock: createClock(world, till),
		describe: ({code}) => code,
		places: {
			qrOn: scenario.isOnPaper ? ['paper'] : ['screen'],
			hasScreen: () => !scenario.isOnPaper,
			slipTexts: () => ({shopName: '', systemName: '', validUntil: ''}),
		},
	});
	picture = engine.getSnapshot;
	watch(world, till);
	for (const state of engine.load()) {
		if (state.phase === 'idle') continue;
		const {orderId} = state.facts;
		if (state.phase !== 'ended' && scenario.takesUp === 'bringToEnd') engine.bringToEnd(orderId);
		else engine.resume(orderId);
	}
	return till;
}

function createClock(world: World, till: Till): ClockPort {
	const {time} = world;
	// Each boot of the machine begins its monotonic clock anew.
	const bootedAtMs = time.nowMs() - time.sleptMs() - 10_000 * till.boot;
	return {
		nowMs: () => time.nowMs() - time.sleptMs() - bootedAtMs,
		now: () => new Date(epochMs + time.nowMs() + world.wallOffsetMs),
		setTimer(afterMs, run) {
			let isStopped = false;
			time.after(afterMs, 'timer', () => {
				if (!isStopped && till.moment('timer')) run();
			});
			return () => {
				isStopped = true;
			};
		},
	};
}

/** Under way, or with a matter left open: as the real journal judges. */
const isUnsettled = (rows: readonly JournalRow[]): boolean => {
	const state = rows.reduce<PaymentState>((so, {event, at}) => evolve(so, event, Date.parse(at)), idle);
	return state.phase !== 'idle' && (isLive(state) || isOpen(state));
};

function createJournalPort(world: World, till: Till, unwritten: Map<unknown, string>): JournalPort {
	const {disk} = world;
	const ofOrder = (orderId: string): readonly JournalRow[] =>
		disk.rows.filter((row) => row.orderId === orderId);
	const everyPayment = (): readonly {orderId: string; rows: readonly JournalRow[]}[] => {
		const ids = new Set(disk.rows.map((row) => row.orderId ?? ''));
		return [...ids].map((orderId) => ({orderId, rows: ofOrder(orderId)}));
	};
	return {
		append(orderId, events, at) {
			if (!till.isAlive()) return {type: 'failed', text: 'dead'};
			const fault = world.diskFault();
			const rows = events.map((event) => ({at, orderId, event}));
			if (disk.append(rows, fault, till.moment)) {
				unwritten.delete(events);
				for (const {event} of rows) world.tell(`   disk: ${orderId} ${event.type}`);
				return {type: 'written', rows: []};
			}
			if (!till.isAlive()) return {type: 'failed', text: 'dead'};
			world.tell(`   disk ${fault}: ${events.map(({type}) => type).join(', ')}`);
			// A refused intent to begin is not kept: the cashier is told, and there is no payment.
			if (events[0]?.type !== 'payment.started' && orderId !== null) unwritten.set(events, orderId);
			return {type: 'failed', text: 'the disk takes nothing'};
		},
		unfinished() {
			return everyPayment().filter(({rows}) => isUnsettled(rows));
		},
		recentlyEnded: (sinceIso) =>
			everyPayment().filter(({rows}) => !isUnsettled(rows) && (rows.at(-1)?.at ?? '') >= sinceIso),
		ofOrder,
		beat: () => undefined,
	};
}

/** What stands on the screen, noted when it changes. */
function watch({history, time, scenario, see, tell}: World, till: Till): void {
	let last = '';
	till.engine.subscribe(() => {
		if (!till.isAlive()) return;
		const {current, journalFault} = till.engine.getSnapshot();
		if (current.phase === 'idle') return;
		const {orderId} = current.facts;
		if (current.phase === 'waiting' && !scenario.isOnPaper) see(orderId);
		const outcome = current.phase === 'ended' ? current.outcome : null;
		const receipt = current.phase === 'ended' ? current.receipt.state : null;
		const now = `${orderId} ${current.phase} ${outcome ?? ''} ${receipt ?? ''}`;
		if (now === last) return;
		last = now;
		tell(`   screen: ${now}${journalFault === null ? '' : ' (the disk takes nothing!)'}`);
		history.screens.push({
			atMs: time.nowMs(),
			boot: till.boot,
			orderId,
			phase: current.phase,
			outcome,
			receipt,
			rowsThen: history.rows.length,
			isDiskFaultShown: journalFault !== null,
		});
	});
}

/** The payments that wait on the screen. */
export const openOn = (till: Till): readonly {orderId: string; matter: string}[] =>
	till.engine.getSnapshot().open.map((state) => ({
		orderId: state.facts.orderId,
		matter: openMatter(state) ?? '',
	}));

/** A payment as the cashier begins it: every order has the same sum, so that no sum gives an order away. */
export const requestOf = (world: World, orderId: string): PayRequest => {
	const {responseTimeoutS, pollIntervalS, statusErrorLimit, hasRegister, isOnPaper} = world.scenario;
	return {
		order: {
			orderId,
			posId: 'N100',
			agentId: '7',
			crsId: '0',
			wmid: '0',
			system: 'sbp',
			amountKopecks: 100_000,
			currency: 'RUB',
			ttlS: responseTimeoutS,
			description: 'Касса 1',
		},
		code: '7',
		receipt: {
			lines: [{name: orderId, priceKopecks: 100_000, quantity: '1.000', vat: 'none'}],
			email: null,
			phone: null,
		},
		policy: {responseTimeoutS, pollIntervalS, statusErrorLimit},
		slot: hasRegister ? 2 : null,
		printSlip: isOnPaper,
	};
};
