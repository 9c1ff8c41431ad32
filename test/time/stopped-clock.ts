// A clock whose machine can sleep, whose process can be stopped, and whose wall time somebody can set.
import type {ClockPort} from '../../source/engine/index.ts';
import {type FakeClock, fakeClock, settle} from '../engine/fakes/clock.ts';

export type StoppableClock = FakeClock & {
	/** The machine sleeps: wall time goes on, monotonic time stands still, and no timer runs. */
	sleep(ms: number): void;
	/** The process is stopped: both clocks go on, no timer runs; those that are due run late, together. */
	stop(ms: number): Promise<void>;
};

type Timer = {readonly atMs: number; readonly run: () => void};

/** @param wallMs where wall time begins */
export function stoppableClock(wallMs?: number): StoppableClock {
	const clock = fakeClock(wallMs);
	let stoppedMs = 0;
	const late = new Set<Timer>();
	const nowMs = (): number => clock.nowMs() + stoppedMs;
	const setTimer: ClockPort['setTimer'] = (afterMs, run) => {
		const timer = {atMs: nowMs() + Math.max(0, afterMs), run};
		late.add(timer);
		const stop = clock.setTimer(afterMs, () => {
			if (late.delete(timer)) run();
		});
		return () => {
			late.delete(timer);
			stop();
		};
	};
	return {
		...clock,
		nowMs,
		now: () => new Date(clock.now().getTime() + stoppedMs),
		setTimer,
		sleep: (ms) => clock.jumpWall(ms),
		async stop(ms) {
			stoppedMs += ms;
			for (const timer of [...late].sort((a, b) => a.atMs - b.atMs)) {
				if (timer.atMs <= nowMs() && late.delete(timer)) timer.run();
			}
			await settle();
		},
	};
}
