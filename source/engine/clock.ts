// The real clock behind the engine's port.
import type {ClockPort} from './ports.ts';

/** Monotonic time for durations, wall time for people. */
export const systemClock: ClockPort = {
	nowMs: () => performance.now(),
	now: () => new Date(),
	setTimer(afterMs, run) {
		const timer = setTimeout(run, afterMs);
		return () => clearTimeout(timer);
	},
};
