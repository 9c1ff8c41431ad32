// Time that stands still until the test moves it: monotonic and wall time apart, timers in their order.
import type {ClockPort} from '../../../source/engine/index.ts';

type Timer = {readonly atMs: number; readonly run: () => void};

export type FakeClock = ClockPort & {
	/** Lets time pass, running every timer at its moment and whatever it leads to before the next. */
	advance(ms: number): Promise<void>;
	/** The wall clock is set (or the machine slept): monotonic time does not notice. */
	jumpWall(ms: number): void;
	/** Timers that are set. */
	pending(): number;
};

/** Lets every promise that is ready run on. */
export const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

/** A clock at 2026-01-31 09:00:00 UTC. `nowMs` of a second process may begin elsewhere. */
export function fakeClock(wallMs = Date.UTC(2026, 0, 31, 9), startMs = 1_000_000): FakeClock {
	let nowMs = startMs;
	let wallOffsetMs = wallMs - startMs;
	const timers = new Set<Timer>();
	const next = (untilMs: number): Timer | null => {
		const due = [...timers].filter(({atMs}) => atMs <= untilMs);
		return due.reduce<Timer | null>(
			(first, timer) => (first && first.atMs <= timer.atMs ? first : timer),
			null,
		);
	};
	return {
		nowMs: () => nowMs,
		now: () => new Date(nowMs + wallOffsetMs),
		setTimer(afterMs, run) {
			const timer = {atMs: nowMs + Math.max(0, afterMs), run};
			timers.add(timer);
			return () => timers.delete(timer);
		},
		async advance(ms) {
			const untilMs = nowMs + ms;
			await settle();
			for (let timer = next(untilMs); timer; timer = next(untilMs)) {
				timers.delete(timer);
				nowMs = timer.atMs;
				timer.run();
				await settle();
			}
			nowMs = untilMs;
			await settle();
		},
		jumpWall(ms) {
			wallOffsetMs += ms;
		},
		pending: () => timers.size,
	};
}
