// Host's link machine and device's diagram on one virtual clock, with a line between them that may harm every byte.
import {type LinkMove, machineV1, machineV2} from '../../../source/register/connection/machine.ts';
import type {LinkCommand} from '../../../source/register/link/command.ts';
import type {LinkInput} from '../../../source/register/link/input.ts';
import type {LinkLimits} from '../../../source/register/link/limits.ts';
import {createDeviceLink} from './device-link.ts';
import {createDeviceLinkV2} from './device-link-v2.ts';

/** What the line does to one byte: nothing, loses it, changes it, doubles it, puts another before it, or holds it up. */
export type Harm =
	| {readonly type: 'none'}
	| {readonly type: 'lost'}
	| {readonly type: 'changed'; readonly to: number}
	| {readonly type: 'doubled'}
	| {readonly type: 'preceded'; readonly by: number}
	| {readonly type: 'late'; readonly ms: number};

export type LineScript = {
	/** By the running number of the byte on its direction; beyond the end nothing happens. */
	readonly toDevice: readonly Harm[];
	readonly toHost: readonly Harm[];
	/** Pieces in which bytes reach the host: how many at once, in a circle. */
	readonly splits: readonly number[];
	readonly workMs: readonly number[];
	readonly sendsFiller: boolean;
	/** A power cut of the device at this moment, or null. */
	readonly powerCutMs: number | null;
};

export type LineResult = {
	readonly end: Exclude<LinkMove['end'], null>;
	readonly tookMs: number;
	/** Payloads that the device carried out. */
	readonly executed: readonly string[];
};

type Event = {readonly atMs: number; readonly order: number; readonly run: () => void};

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export function createVirtualLine(limits: LinkLimits, script: LineScript, version: 1 | 2 = 1) {
	const host = version === 1 ? machineV1(limits) : machineV2(limits);
	const createDevice = version === 1 ? createDeviceLink : createDeviceLinkV2;
	let nowMs = 0;
	let order = 0;
	const events: Event[] = [];
	const executed: string[] = [];
	const counts = {toDevice: 0, toHost: 0};
	let works = 0;
	let splits = 0;
	const lastArrivalMs = {toDevice: 0, toHost: 0};

	const after = (ms: number, run: () => void) => {
		let isLive = true;
		order += 1;
		events.push({atMs: nowMs + ms, order, run: () => isLive && run()});
		return () => {
			isLive = false;
		};
	};

	const harmed = (direction: 'toDevice' | 'toHost', byte: number): {bytes: number[]; lateMs: number} => {
		const harm = script[direction][counts[direction]++] ?? {type: 'none'};
		switch (harm.type) {
			case 'none':
				return {bytes: [byte], lateMs: 0};
			case 'lost':
				return {bytes: [], lateMs: 0};
			case 'changed':
				return {bytes: [harm.to], lateMs: 0};
			case 'doubled':
				return {bytes: [byte, byte], lateMs: 0};
			case 'preceded':
				return {bytes: [harm.by, byte], lateMs: 0};
			case 'late':
				return {bytes: [byte], lateMs: harm.ms};
		}
	};

	const device = createDevice({
		execute: (payload) => {
			executed.push(hexOf(payload));
			return Uint8Array.of(...payload.slice(0, payload[0] === 0xff ? 2 : 1), 0, 30);
		},
		workMs: () => script.workMs[works++ % Math.max(1, script.workMs.length)] ?? 10,
		send: (bytes) => toHost(bytes),
		after,
		byteMs: 50,
		sendsFiller: script.sendsFiller,
	});

	let end: LineResult['end'] | null = null;

	const feed = (input: LinkInput) => {
		const move = host.feed(input, nowMs);
		for (const bytes of move.send) toDevice(bytes);
		if (move.end !== null) end = move.end;
		const wake = host.wakeAtMs();
		if (wake !== null) after(Math.max(0, wake - nowMs), () => feed({type: 'wake'}));
	};

	const arrival = (direction: 'toDevice' | 'toHost', atMs: number): number => {
		lastArrivalMs[direction] = Math.max(lastArrivalMs[direction], atMs);
		return lastArrivalMs[direction];
	};

	function toDevice(bytes: Uint8Array): void {
		for (const byte of bytes) {
			const {bytes: arriving, lateMs} = harmed('toDevice', byte);
			// A line keeps its order: a late byte makes those behind it late too.
			const atMs = arrival('toDevice', nowMs + 1 + lateMs);
			for (const one of arriving) after(atMs - nowMs, () => device.receive(one));
		}
	}

	function toHost(bytes: Uint8Array): void {
		const all = Array.from(bytes, (byte) => harmed('toHost', byte));
		let delayMs = 1;
		let piece: number[] = [];
		const flush = () => {
			const chunk = Uint8Array.from(piece);
			piece = [];
			if (chunk.length === 0) return;
			const atMs = arrival('toHost', nowMs + delayMs);
			after(atMs - nowMs, () => feed({type: 'bytes', bytes: chunk}));
		};
		let room = script.splits[splits++ % Math.max(1, script.splits.length)] ?? 255;
		for (const {bytes: arriving, lateMs} of all) {
			if (lateMs > 0) {
				flush();
				delayMs += lateMs;
			}
			piece.push(...arriving);
			room -= 1;
			if (room <= 0) {
				flush();
				delayMs += 1;
				room = script.splits[splits++ % Math.max(1, script.splits.length)] ?? 255;
			}
		}
		flush();
	}

	if (script.powerCutMs !== null) after(script.powerCutMs, () => device.restart());

	return {
		/** Runs one command to its end, and then lets the line fall silent. */
		run(command: LinkCommand): LineResult {
			const startedMs = nowMs;
			const before = executed.length;
			end = null;
			feed({type: 'start', command});
			for (let steps = 0; end === null; steps += 1) {
				if (steps > 100_000) throw new Error('the link machine never ends');
				step();
			}
			return {end, tookMs: nowMs - startedMs, executed: executed.slice(before)};
		},
		/** What the device carries out after the host has given up. */
		settle(): readonly string[] {
			while (events.length > 0) step();
			return executed;
		},
	};

	function step(): void {
		events.sort((one, other) => one.atMs - other.atMs || one.order - other.order);
		const next = events.shift();
		if (next === undefined) throw new Error('the link machine waits for nothing');
		nowMs = Math.max(nowMs, next.atMs);
		next.run();
	}
}
