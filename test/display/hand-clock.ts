// A clock that moves only when the test says so.
import type {ClockPort} from '../../source/engine/index.ts';

export type HandClock = ClockPort & {
	/** Lets time pass, timers in their order; what they set in turn counts too. */
	advance(ms: number): void;
};

/** Starts at 1 000 000 ms of monotonic time and at the given wall time. */
export function handClock(wall = '2026-01-31T09:00:00.000Z'): HandClock {
	const start = 1_000_000;
	let nowMs = start;
	let lastId = 0;
	const timers = new Map<number, {readonly atMs: number; readonly run: () => void}>();
	return {
		nowMs: () => nowMs,
		now: () => new Date(Date.parse(wall) + nowMs - start),
		setTimer(afterMs, run) {
			lastId += 1;
			const id = lastId;
			timers.set(id, {atMs: nowMs + Math.max(0, afterMs), run});
			return () => timers.delete(id);
		},
		advance(ms) {
			const untilMs = nowMs + ms;
			for (;;) {
				const [next] = [...timers].filter(([, timer]) => timer.atMs <= untilMs).sort(byTime);
				if (!next) break;
				timers.delete(next[0]);
				nowMs = Math.max(nowMs, next[1].atMs);
				next[1].run();
			}
			nowMs = untilMs;
		},
	};
}

const byTime = (
	[idA, a]: readonly [number, {readonly atMs: number}],
	[idB, b]: readonly [number, {readonly atMs: number}],
): number => a.atMs - b.atMs || idA - idB;
