// The console's own state in one place outside of React: a key press is answered at once, whether or not a frame was drawn.

/** One state, its listeners, and the only way to change it. */
export type Store<State> = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly getSnapshot: () => State;
	readonly set: (change: Partial<State>) => void;
};

/** A store with this first state; `set` merges and tells. */
export function createStore<State extends object>(first: State): Store<State> {
	let state = first;
	const listeners = new Set<() => void>();
	return {
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		getSnapshot: () => state,
		set(change) {
			state = {...state, ...change};
			for (const listener of listeners) listener();
		},
	};
}
