// The outer world of a till: gateway, register, disk, customers, and everything that goes wrong between them.
import {type Chance, chanceOf} from '../chance.ts';
import type {History} from '../history.ts';
import {
	type Crash,
	type Customer,
	calmFromMs,
	type DiskFault,
	type Fault,
	type RegisterFault,
	type RequestFault,
	type Scenario,
} from '../scenario.ts';
import {createDevice, type Device} from './device.ts';
import {createDisk, type Disk} from './disk.ts';
import {createServer, type Server} from './server.ts';
import {createTime, type Time} from './time.ts';

export type World = {
	readonly scenario: Scenario;
	readonly time: Time;
	readonly disk: Disk;
	readonly server: Server;
	readonly device: Device;
	readonly history: History;
	/** The till has done something since this was last unset: what it waits for may run on. */
	isStirred: boolean;
	/** How far the wall clock is off true time. */
	wallOffsetMs: number;
	/** One way through the network or the cable. */
	readonly latencyMs: () => number;
	readonly requestFault: () => RequestFault['what'] | null;
	readonly registerFault: () => RegisterFault['what'] | null;
	readonly diskFault: () => DiskFault['what'] | null;
	readonly crashHere: () => Crash | null;
	/** The QR of an order can be seen: its customer begins. */
	readonly see: (orderId: string) => void;
	readonly tell: (line: string) => void;
};

/** The world of a scenario, before anything has happened. */
export function createWorld(scenario: Scenario, isTold: boolean): World {
	const time = createTime();
	const chance = chanceOf(scenario.seed + 1);
	const disk = createDisk(time.nowMs);
	const server = createServer(time.nowMs, scenario.cancelRefunds);
	const device = createDevice(time.nowMs);
	const history: History = {
		scenario,
		enters: [],
		requests: [],
		calls: [],
		screens: [],
		boots: [],
		seenAtMs: new Map(),
		forgotten: new Set(),
		hurriedAtMs: [],
		rows: disk.rows,
		rowsAtMs: disk.rowsAtMs,
		documents: device.documents,
		orders: server.orders,
		burnt: server.burnt,
		open: [],
		liveAtEnd: null,
		crashes: [],
		places: {steps: 0, requests: 0, calls: 0, appends: 0, lastMs: 0},
		lines: [],
	};
	const {places} = history;
	const isCalm = (): boolean => time.nowMs() >= calmFromMs;
	const only = <Kind extends Fault['at']>(kind: Kind): readonly Extract<Fault, {at: Kind}>[] =>
		scenario.faults.filter((fault): fault is Extract<Fault, {at: Kind}> => fault.at === kind);
	const requests = only('request');
	const calls = only('register');
	const appends = only('append');
	const crashes = only('step');
	const tell = (line: string): void => {
		if (isTold) history.lines.push(`${clockTime(time.nowMs())}  ${line}`);
	};

	const world: World = {
		scenario,
		time,
		disk,
		server,
		device,
		history,
		isStirred: true,
		wallOffsetMs: 0,
		latencyMs: scenario.isCalm ? () => 100 : () => latency(chance),
		requestFault() {
			if (isCalm()) return null;
			const n = places.requests++;
			return requests.find((fault) => fault.n === n)?.what ?? null;
		},
		registerFault() {
			if (isCalm()) return null;
			const n = places.calls++;
			return calls.find((fault) => fault.n === n)?.what ?? null;
		},
		diskFault() {
			if (isCalm()) return null;
			const n = places.appends++;
			return appends.find((fault) => fault.n <= n && n < fault.n + fault.count)?.what ?? null;
		},
		crashHere() {
			if (isCalm()) return null;
			const n = places.steps++;
			places.lastMs = time.nowMs();
			return crashes.find((crash) => crash.n === n) ?? null;
		},
		see(orderId) {
			if (history.seenAtMs.has(orderId)) return;
			history.seenAtMs.set(orderId, time.nowMs());
			const order = server.orders.get(orderId);
			const index = Number(orderId.slice(2)) - 1;
			const customer = scenario.customers[index] ?? scenario.customers.at(-1) ?? {does: 'nothing'};
			tell(`the customer sees the QR of ${orderId} and ${customer.does}`);
			if (order) act(world, order.orderId, customer);
		},
		tell,
	};
	for (const fault of only('time')) {
		time.after(fault.atMs, 'world', () => {
			tell(
				fault.what === 'sleep'
					? `the machine sleeps for ${fault.byMs} ms`
					: `the wall clock is set by ${fault.byMs} ms`,
			);
			if (fault.what === 'sleep') time.sleep(fault.byMs);
			else world.wallOffsetMs += fault.byMs;
		});
	}
	return world;
}

function latency({is, whole}: Chance): number {
	return is(0.05) ? whole(400, 4_000) : whole(5, 400);
}

function act({time, server, tell}: World, orderId: string, customer: Customer): void {
	const order = server.status(orderId);
	if (!order || customer.does === 'nothing') return;
	const move = (status: 'processing' | 'paid' | 'declined' | 'waiting'): void => {
		tell(`at the gateway ${orderId} becomes ${status}`);
		server.move(order, status);
	};
	if (customer.does === 'pays late') {
		const unpaid = server.onUnpaid;
		server.onUnpaid = (ended) => {
			unpaid(ended);
			if (ended === order) time.after(customer.lateMs, 'world', () => move('paid'));
		};
		return;
	}
	time.after(customer.afterMs, 'world', () => {
		if (server.status(orderId)?.status !== 'waiting') return;
		switch (customer.does) {
			case 'pays':
				return move('paid');
			case 'is declined':
				return move('declined');
			case 'pays another sum':
				order.saysKopecks += 100;
				return move('paid');
			case 'confirms':
				move('processing');
				time.after(customer.bankMs, 'world', () => {
					if (order.status === 'processing') move(customer.bank);
				});
		}
	});
}

const clockTime = (ms: number): string => {
	const seconds = Math.floor(ms / 1000);
	return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.${String(Math.floor(ms % 1000)).padStart(3, '0')}`;
};
