// The terminal while the customer's screen has it: the alternate screen, cleared before it is left, whatever ends us.
import type {Writable} from 'node:stream';

const enter = '\u001b[?1049h\u001b[2J\u001b[H\u001b[?25l';
// Cleared first: leaving alone would keep the last code in the terminal's memory of the other screen.
const leave = '\u001b[0m\u001b[2J\u001b[H\u001b[?1049l\u001b[?25h';

/**
 * Takes the terminal over; what comes back gives it back, once, also where the process dies of a bug.
 * @param stopDrawing called first: whoever draws at exit would draw the code onto the screen that people come back to.
 */
export function takeFullScreen(stdout: Writable, stopDrawing: () => void): () => void {
	let isTaken = true;
	const giveBack = (): void => {
		if (!isTaken) return;
		isTaken = false;
		process.off('exit', giveBack);
		process.off('uncaughtExceptionMonitor', giveBack);
		try {
			stopDrawing();
		} finally {
			if (!stdout.destroyed && stdout.writable) stdout.write(leave);
		}
	};
	// The monitor comes before the error's words are printed, so that they are still there to be read.
	process.on('exit', giveBack);
	process.on('uncaughtExceptionMonitor', giveBack);
	stdout.write(enter);
	return giveBack;
}
