// Virtual time. The world goes on while the till sleeps; the till's timers do not.

type Owner = 'world' | 'timer' | 'answer';

type Due = {dueMs: number; readonly order: number; readonly owner: Owner; readonly run: () => void};

export type Time = {
	/** True time since the history began. */
	readonly nowMs: () => number;
	/** How long the till's machine has slept so far. */
	readonly sleptMs: () => number;
	/** `world` runs whatever happens, `timer` shifts with the till's sleep, `answer` waits for the till to wake. */
	readonly after: (ms: number, owner: Owner, run: () => void) => void;
	readonly sleep: (ms: number) => void;
	/** The next thing that happens, or null when nothing does before `untilMs`; tells whether the till takes part in it. */
	readonly next: (untilMs: number) => {readonly owner: Owner; readonly run: () => void} | null;
};

/** Time at 0. */
export function createTime(): Time {
	const heap: Due[] = [];
	let nowMs = 0;
	let sleptMs = 0;
	let wakesAtMs = 0;
	let count = 0;

	const isBefore = (a: Due, b: Due): boolean =>
		a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order);

	const push = (due: Due): void => {
		let at = heap.length;
		heap.push(due);
		while (at > 0) {
			const up = (at - 1) >> 1;
			const above = heap[up];
			if (!above || !isBefore(due, above)) break;
			heap[at] = above;
			at = up;
		}
		heap[at] = due;
	};

	const pop = (): Due | undefined => {
		const first = heap[0];
		const last = heap.pop();
		if (!last || heap.length === 0) return first;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			const right = heap[child + 1];
			let below = heap[child];
			if (right && below && isBefore(right, below)) {
				child += 1;
				below = right;
			}
			if (!below || !isBefore(below, last)) break;
			heap[at] = below;
			at = child;
		}
		heap[at] = last;
		return first;
	};

	return {
		nowMs: () => nowMs,
		sleptMs: () => sleptMs,
		after(ms, owner, run) {
			const dueMs = nowMs + Math.max(0, ms);
			count += 1;
			push({dueMs: owner === 'answer' ? Math.max(dueMs, wakesAtMs) : dueMs, order: count, owner, run});
		},
		sleep(ms) {
			sleptMs += ms;
			wakesAtMs = nowMs + ms;
			const all = heap.splice(0);
			for (const due of all) {
				if (due.owner === 'timer') due.dueMs += ms;
				else if (due.owner === 'answer') due.dueMs = Math.max(due.dueMs, wakesAtMs);
				push(due);
			}
		},
		next(untilMs) {
			const first = heap[0];
			if (!first || first.dueMs > untilMs) return null;
			pop();
			nowMs = first.dueMs;
			return first;
		},
	};
}
