// Follows a till's journal from beside its writer: woken by the bell, never by asking the database over and over.
import {type FSWatcher, watch} from 'node:fs';
import type {JournalDamage} from '../core/index.ts';
import type {JournalPulse} from '../engine/ports.ts';
import {readBell} from './bell.ts';
import {type RowListeners, tell} from './entry.ts';
import {bellFileName} from './names.ts';
import {createReader} from './reader.ts';

export type FollowOptions = RowListeners & {
	/** The live poll between two rows. */
	readonly onPulse?: (pulse: JournalPulse) => void;
	/** From here on the journal is not what was written; rows come again when the writer has begun a fresh file. */
	readonly onDamage?: (damage: JournalDamage) => void;
	/** Rows after this number (0: all), or rows at or after this ISO time. Default: all. */
	readonly from?: number | string;
};

/** A look without a bell, in case one was not heard (a watch that the system dropped, a folder on a network). */
const safetyMs = 5_000;

/**
 * Hands on what is there at once, before it returns, then each new row within moments. Folder and file may come later, and the
 * file may be replaced. The returned function stops it; until then it keeps the process alive.
 */
export function followJournal(folder: string, options: FollowOptions): () => void {
	const reader = createReader(folder, {
		from: options.from ?? 0,
		onRow: (entry) => {
			if (!isStopped) tell(options, entry);
		},
		onDamage: (damage) => options.onDamage?.(damage),
	});
	let isStopped = false;
	let isLookDue = false;
	let watcher: FSWatcher | null = null;
	// A poll from before we looked is history.
	let lastPulse = JSON.stringify(readBell(folder)?.pulse ?? null);

	const look = (): void => {
		isLookDue = false;
		if (isStopped) return;
		const bell = readBell(folder);
		reader.read();
		const pulse = JSON.stringify(bell?.pulse ?? null);
		if (!bell?.pulse || pulse === lastPulse || isStopped) return;
		lastPulse = pulse;
		options.onPulse?.(bell.pulse);
	};

	/** One write rings more than once. */
	const lookSoon = (): void => {
		if (isLookDue) return;
		isLookDue = true;
		setImmediate(look);
	};

	const listen = (): void => {
		if (watcher) return;
		try {
			// The folder, not the file: the bell may not be there yet.
			const started = watch(folder, (_, name) => {
				if (name === bellFileName || name === null) lookSoon();
			});
			started.on('error', () => {
				started.close();
				watcher = null;
			});
			watcher = started;
		} catch {
			// No folder yet: the next look tries again.
		}
	};

	listen();
	look();
	const timer = setInterval(() => {
		listen();
		look();
	}, safetyMs);
	return () => {
		isStopped = true;
		clearInterval(timer);
		watcher?.close();
		reader.close();
	};
}
