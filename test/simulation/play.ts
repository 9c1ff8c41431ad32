// Plays a scenario from the cashier's first Enter until everything that was open has had time to come to its end.
import type {History} from './history.ts';
import {endMs, type Key, type Scenario, tidyAtMs} from './scenario.ts';
import {bootTill, openOn, requestOf, type Till} from './world/till.ts';
import {createWorld, type World} from './world/world.ts';

/** Lets every promise run on; histories that are played side by side share one turn of the loop. */
let turn: Promise<void> | null = null;
const settle = (): Promise<void> => {
	turn ??= new Promise((done) => {
		setImmediate(() => {
			turn = null;
			done();
		});
	});
	return turn;
};

/** No sound history has nearly as many. */
const mostEvents = 20_000;

/** The history of a scenario; `isTold` writes its story down as well. */
export async function play(scenario: Scenario, isTold = false): Promise<History> {
	const world = createWorld(scenario, isTold);
	const {time, history} = world;
	let till: Till | null = null;
	const boot = (): void => {
		// The till's lock: a second process finds it held and goes away.
		if (alive()) return;
		till = bootTill(world, history.boots.length + 1, (offMs) => time.after(offMs, 'answer', boot));
	};
	const alive = (): Till | null => (till?.isAlive() ? till : null);
	boot();
	const restart = (): void => {
		const running = alive();
		if (running) {
			running.engine.close();
			running.die('leaves');
			world.tell('the program is left');
		}
		time.after(2_000, 'answer', boot);
	};
	for (const key of scenario.keys) {
		time.after(key.atMs, 'answer', () => {
			const running = alive();
			world.isStirred = true;
			if (running) press(world, running, key.key, restart);
		});
	}
	for (let atMs = tidyAtMs; atMs < endMs; atMs += 180_000) {
		time.after(atMs, 'answer', () => {
			const running = alive();
			if (running) tidy(world, running);
		});
	}
	let count = 0;
	for (let due = time.next(endMs); due; due = time.next(endMs)) {
		count += 1;
		if (count > mostEvents) {
			history.crashes.push('the till runs in circles');
			break;
		}
		try {
			due.run();
		} catch (error) {
			history.crashes.push(String(error));
		}
		if (!world.isStirred) continue;
		world.isStirred = false;
		await settle();
	}
	const last = alive();
	if (last) {
		history.open = openOn(last);
		const {live} = last.engine.getSnapshot();
		history.liveAtEnd = live ? `${live.facts.orderId} ${live.phase}` : null;
		last.die('leaves');
	}
	return history;
}

function press(world: World, till: Till, key: Key['key'], restart: () => void): void {
	const {history, time} = world;
	const {engine} = till;
	world.tell(`the cashier presses «${key}»`);
	const {current, open} = engine.getSnapshot();
	const orderId = current.phase === 'idle' ? '' : current.facts.orderId;
	switch (key) {
		case 'enter':
			begin(world, till);
			return;
		case 'enter twice':
			begin(world, till);
			begin(world, till);
			return;
		case 'escape':
		case 'signal':
			engine.send(orderId, {type: 'cancel', by: key === 'signal' ? 'signal' : 'cashier'});
			return;
		case 'print':
			void engine.printAgain(orderId);
			return;
		case 'ask now':
			history.hurriedAtMs.push(time.nowMs());
			engine.send(orderId, {type: 'askNow'});
			return;
		case 'drop':
			engine.send(orderId, {type: 'dropReceipt'});
			return;
		case 'leave':
			restart();
			return;
		case 'close receipt':
			for (const state of open) engine.send(state.facts.orderId, {type: 'closeReceipt'});
			return;
		case 'refund':
			for (const state of open) refund(till, state.facts.orderId);
			if (current.phase === 'ended' && current.paid) refund(till, orderId);
			return;
		case 'resolve':
			for (const {orderId: id, matter} of openOn(till)) {
				if (matter === 'unresolved' || matter === 'quarantined') {
					engine.send(id, {type: 'resolveByPerson', as: 'cancelled', note: 'Сверено с банком'});
				}
			}
	}
}

const refund = ({engine}: Till, orderId: string): void => {
	engine.send(orderId, {type: 'refund', refundId: `R-${orderId}`, amountKopecks: 100_000});
};

function begin(world: World, {engine}: Till): void {
	const {history, time} = world;
	const orderId = `A-${history.enters.length + 1}`;
	const enter = {atMs: time.nowMs(), orderId, isStarted: false};
	history.enters.push(enter);
	void engine.pay(requestOf(world, orderId)).then((end) => {
		enter.isStarted = end.type === 'started';
		if (end.type !== 'started') world.tell(`${orderId} is not begun: ${end.type}`);
	});
}

/** In the evening the cashier looks through what is open: receipts are closed, late money is taken or returned. */
function tidy(world: World, till: Till): void {
	const {engine} = till;
	for (const {orderId, matter} of openOn(till)) {
		if (matter === 'receipt') engine.send(orderId, {type: 'closeReceipt'});
		else if (matter === 'late' && orderId.endsWith('1') && world.scenario.hasRegister)
			engine.send(orderId, {type: 'closeReceipt'});
		else if (matter === 'late' || matter === 'refund') refund(till, orderId);
		else continue;
		world.tell(`in the evening the cashier sees to ${orderId}: ${matter}`);
		return;
	}
}
