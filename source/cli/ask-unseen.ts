// A secret from a person: typed unseen on a terminal, or the first line of standard input. Never an argument, which any user of
// the machine can read in the list of processes.
import {createInterface} from 'node:readline/promises';
import {Writable} from 'node:stream';
import type {Sink} from './sink.ts';

/** What was typed; empty where nothing came. */
export async function askUnseen(prompt: string, sink: Sink): Promise<string> {
	const isTerminal = process.stdin.isTTY === true;
	if (isTerminal) sink.err(prompt);
	const nowhere = new Writable({write: (_chunk, _encoding, done) => done()});
	const lines = createInterface({input: process.stdin, output: nowhere, terminal: isTerminal});
	try {
		return (await lines[Symbol.asyncIterator]().next()).value ?? '';
	} finally {
		lines.close();
	}
}
