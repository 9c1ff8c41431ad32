// Tells screens and listeners what has happened, in the order in which it happened, once the work of a command is done.
import {idle} from '../core/index.ts';
import type {EventListener, Snapshot} from './snapshot.ts';

type Happened = Parameters<EventListener>[0];

export type Announcer = {
	readonly snapshot: () => Snapshot;
	/** The next picture; it is seen at once and told with the next `tell`. */
	readonly change: (change: Partial<Snapshot>) => void;
	readonly happened: (happened: Happened) => void;
	/** Tells what there is to tell. A listener may send commands: what they lead to is told after, never in between. */
	readonly tell: () => void;
	readonly subscribe: (listener: () => void) => () => void;
	readonly onEvent: (listener: EventListener) => () => void;
};

const blank: Snapshot = {
	revision: 0,
	live: null,
	current: idle,
	open: [],
	log: [],
	notice: null,
	slip: {state: 'idle'},
	journalFault: null,
	isStarting: false,
};

/** An announcer with nothing to tell yet. */
export function createAnnouncer(): Announcer {
	const listeners = new Set<() => void>();
	const eventListeners = new Set<EventListener>();
	const outbox: Happened[] = [];
	let snapshot = blank;
	let toldRevision = 0;
	let isTelling = false;

	const tellAll = (): void => {
		while (outbox.length > 0 || toldRevision !== snapshot.revision) {
			for (let next = outbox.shift(); next; next = outbox.shift()) {
				for (const listener of eventListeners) listener(next);
			}
			if (toldRevision === snapshot.revision) continue;
			toldRevision = snapshot.revision;
			for (const listener of listeners) listener();
		}
	};

	return {
		snapshot: () => snapshot,
		change(change) {
			snapshot = {...snapshot, ...change, revision: snapshot.revision + 1};
		},
		happened: (happened) => void outbox.push(happened),
		tell() {
			if (isTelling) return;
			isTelling = true;
			try {
				tellAll();
			} finally {
				isTelling = false;
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		onEvent(listener) {
			eventListeners.add(listener);
			return () => eventListeners.delete(listener);
		},
	};
}
