// Rows and pulses in, scenes out: one board, one timer, subscribers. What the screen is drawn from.
import type {ClockPort, JournalPulse, JournalRow} from '../../engine/index.ts';
import {type Board, withPulse, withRow} from './board.ts';
import {nextChangeMs, type Scene, sceneOf} from './scene.ts';

export type SceneStore = {
	readonly onRow: (row: JournalRow) => void;
	readonly onPulse: (pulse: JournalPulse) => void;
	readonly subscribe: (listener: () => void) => () => void;
	/** The same object until something of it changes. */
	readonly getSnapshot: () => Scene;
	readonly stop: () => void;
};

/** An empty store; feed it the journal's rows, oldest first. */
export function createSceneStore(clock: ClockPort): SceneStore {
	const listeners = new Set<() => void>();
	let board: Board = null;
	let scene = sceneOf(board, clock.nowMs());
	let stopTimer: (() => void) | null = null;
	let isStopped = false;

	const show = (next: Board): void => {
		if (isStopped) return;
		board = next;
		stopTimer?.();
		const nowMs = clock.nowMs();
		const changeMs = nextChangeMs(board, nowMs);
		stopTimer = changeMs === null ? null : clock.setTimer(changeMs - nowMs, () => show(board));
		const seen = sceneOf(board, nowMs);
		if (isSame(scene, seen)) return;
		scene = seen;
		for (const listener of listeners) listener();
	};

	return {
		onRow: (row) => show(withRow(board, row, {nowMs: clock.nowMs(), wallMs: clock.now().getTime()})),
		onPulse: (pulse) => show(withPulse(board, pulse)),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		getSnapshot: () => scene,
		stop() {
			isStopped = true;
			stopTimer?.();
		},
	};
}

// Scenes are small and flat, their fields always in the same order.
const isSame = (a: Scene, b: Scene): boolean => JSON.stringify(a) === JSON.stringify(b);
