// Everything that ends the customer's screen but its keys: a signal, a terminal that went away.
import type {Readable, Writable} from 'node:stream';

type Terminal = {readonly stdin: Readable & {readonly isTTY?: boolean}; readonly stdout: Writable};

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls back at the first of them. Answers with what stops the watch. */
export function watchForEnd({stdin, stdout}: Terminal, onEnd: () => void): () => void {
	// A screen without a keyboard (standard input from nowhere) is no reason to end.
	const keyboard = stdin.isTTY ? stdin : null;
	for (const signal of signals) process.on(signal, onEnd);
	// Without a listener an EIO of a line that was hung up would end the process before the terminal is given back.
	stdout.on('error', onEnd);
	stdout.on('close', onEnd);
	keyboard?.on('end', onEnd);
	keyboard?.on('error', onEnd);
	return () => {
		for (const signal of signals) process.off(signal, onEnd);
		stdout.off('close', onEnd);
		keyboard?.off('end', onEnd);
	};
}
