// A serial line to a display that can be unplugged, plugged in again, and stop taking bytes.
import type {OpenLine} from '../../../source/display/mertech/serial-line.ts';
import {FakeDisplay} from './fake-display.ts';

export type FakeLine = {
	readonly open: OpenLine;
	readonly display: FakeDisplay;
	/** How often it was opened, and how many openings failed. */
	readonly opened: () => {readonly times: number; readonly failed: number};
	readonly isOpen: () => boolean;
	unplug(): void;
	plugIn(): void;
	/** From now on it takes no byte (or takes them again). */
	block(isBlocked: boolean): void;
};

export function fakeLine(): FakeLine {
	const display = new FakeDisplay();
	let isPlugged = true;
	let isBlocked = false;
	let lose: (() => void) | null = null;
	const opened = {times: 0, failed: 0};
	return {
		display,
		opened: () => ({...opened}),
		isOpen: () => lose !== null,
		unplug() {
			isPlugged = false;
			lose?.();
			lose = null;
		},
		plugIn() {
			isPlugged = true;
		},
		block(is) {
			isBlocked = is;
		},
		async open(onLost) {
			if (!isPlugged) {
				opened.failed += 1;
				return null;
			}
			opened.times += 1;
			lose = onLost;
			const close = async (): Promise<void> => {
				lose = null;
			};
			return {
				async write(bytes) {
					if (isBlocked || !isPlugged) return false;
					display.take(bytes);
					return true;
				},
				close,
				drop: close,
			};
		},
	};
}
