// A PIN judged for a screen, every wrong one counted.
import type {PinCheck} from '../console/index.ts';
import {tryPin} from '../settings/index.ts';

/** While the disk cannot count a try, none is judged. */
const uncountedWaitS = 30;

/** The judge of a till's PIN. */
export const pinCheckOf =
	(folder: string, pinHash: string): PinCheck =>
	async (pin) => {
		const verdict = await tryPin({folder, pin, pinHash, nowMs: Date.now()});
		switch (verdict.type) {
			case 'right':
				return 'ok';
			case 'uncounted':
				return {waitS: uncountedWaitS};
			default:
				return verdict.waitS === 0 ? 'wrong' : {waitS: verdict.waitS};
		}
	};
