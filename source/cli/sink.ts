// Where words and lines go. A reader that went away (a closed pipe, a dropped SSH line) never breaks a payment.
import {cleanText, jsonText} from '../core/index.ts';

export type Sink = {
	/** One JSON object a line on standard output. */
	json(line: object): void;
	/** Plain words on standard output. */
	out(text: string): void;
	/** Words for people on standard error. */
	err(text: string): void;
	/** Answers when all that was written has left the process. */
	drained(): Promise<void>;
};

type Stream = NodeJS.WritableStream & {writableLength?: number};

/** The process's own streams. Writing to a stream that has failed is silently left out. */
export function processSink(stdout: Stream = process.stdout, stderr: Stream = process.stderr): Sink {
	const gone = new Set<Stream>();
	for (const stream of [stdout, stderr]) {
		stream.on('error', () => gone.add(stream));
		writeWithoutBlocking(stream);
	}
	const write = (stream: Stream, text: string): void => {
		if (!gone.has(stream)) stream.write(text);
	};
	const flushed = (stream: Stream): Promise<void> =>
		new Promise((done) => {
			if (gone.has(stream) || !stream.writable) {
				done();
				return;
			}
			stream.once('error', () => done());
			stream.write('', () => done());
		});
	return {
		json: (line) => write(stdout, `${jsonText(line)}\n`),
		out: (text) => write(stdout, `${text}\n`),
		err: (text) => write(stderr, `${text}\n`),
		drained: async () => {
			await Promise.all([flushed(stdout), flushed(stderr)]);
		},
	};
}

/**
 * Node writes to a terminal blocking: one that is stopped (Ctrl-S) would stop the whole process, a payment with it. Words wait in
 * memory instead; pipes have never blocked.
 */
function writeWithoutBlocking(stream: Stream): void {
	const handle: unknown = 'isTTY' in stream && stream.isTTY && '_handle' in stream ? stream._handle : null;
	if (typeof handle !== 'object' || handle === null || process.platform === 'win32') return;
	if ('setBlocking' in handle && typeof handle.setBlocking === 'function') handle.setBlocking(false);
}

/** A word from the command line, fit to be shown in an error. */
export const quoted = (word: string): string => `«${cleanText(word, 60)}»`;
