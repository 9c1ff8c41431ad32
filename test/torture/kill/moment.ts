// The moment of a death, drawn by chance: so many outside happenings after the start of a process, or so many milliseconds.
import {watch} from 'node:fs';
import type {Chance} from '../support/chance.ts';

export type Moment = {
	readonly at: 'request' | 'command' | 'file' | 'clock';
	/** The how many-th happening, from 1; for the clock: milliseconds after the start. */
	readonly nth: number;
	readonly plusMs: number;
};

/** Something happened at the gateway, at the register or in the till's folder. */
export type Happenings = {
	onRequest(listener: () => void): () => void;
	onCommand(listener: () => void): () => void;
};

/** The happenings of one payment that are worth a death: the first changes of the folder are the look at its lock. */
const worth = {request: [1, 4], command: [1, 30], file: [8, 45], clock: [250, 4200]} as const;

export function drawMoment(chance: Chance): Moment {
	const at = chance.oneOf(['request', 'command', 'command', 'file', 'file', 'clock'] as const);
	const [first, last] = worth[at];
	return {at, nth: first + chance.below(last - first + 1), plusMs: chance.isOneIn(2) ? 0 : chance.below(25)};
}

/** Calls `strike` once the moment has come; the answer takes the watch away. */
export function awaitMoment(
	{at, nth, plusMs}: Moment,
	happenings: Happenings,
	folder: string,
	strike: () => void,
): () => void {
	let seen = 0;
	let timer: NodeJS.Timeout | undefined;
	const count = (): void => {
		seen += 1;
		if (seen !== nth) return;
		// In the middle of the exchange, before its answer leaves.
		if (plusMs === 0) strike();
		else timer = setTimeout(strike, plusMs);
	};
	const stop = ((): (() => void) => {
		switch (at) {
			case 'request':
				return happenings.onRequest(count);
			case 'command':
				return happenings.onCommand(count);
			case 'file': {
				const watcher = watch(folder, count);
				return () => watcher.close();
			}
			case 'clock':
				timer = setTimeout(strike, nth);
				return () => undefined;
		}
	})();
	return () => {
		stop();
		clearTimeout(timer);
	};
}
