// Seconds that are left until a moment. Wakes its component when the number changes, and nothing else.
import {useEffect, useState} from 'react';
import type {ClockPort} from '../../engine/index.ts';

/** Whole seconds until `untilMs` (monotonic), never below zero; null where there is no such moment. */
export function useSecondsLeft(clock: ClockPort, untilMs: number | null): number | null {
	const [, turn] = useState(0);
	const leftMs = untilMs === null ? 0 : untilMs - clock.nowMs();
	const seconds = Math.max(0, Math.ceil(leftMs / 1000));
	useEffect(() => {
		if (untilMs === null || seconds === 0) return;
		// To the next change, and a breath more: a timer that fires early would find the same number.
		const afterMs = untilMs - (seconds - 1) * 1000 - clock.nowMs();
		return clock.setTimer(Math.max(0, afterMs) + 2, () => turn((count) => count + 1));
	}, [clock, untilMs, seconds]);
	return untilMs === null ? null : seconds;
}
