// The bundle's file: gzip, written piece by piece, so that years of journal need no memory. Never over a file that is there.
import {closeSync, fsyncSync, openSync, rmSync, writeSync} from 'node:fs';
import {gzipSync} from 'node:zlib';

export type BundleFile = {
	write(text: string): void;
	/** Has everything on disk. */
	end(): void;
	/** Takes the unfinished file away. */
	drop(): void;
};

/** Characters that are packed at once; each piece is a gzip member of its own, which every gunzip joins. */
const pieceLength = 1_000_000;

/** Makes the file for its owner alone. Throws what the disk throws, `EEXIST` where one is there. */
export function openBundleFile(path: string): BundleFile {
	const handle = openSync(path, 'wx', 0o600);
	let waiting: string[] = [];
	let length = 0;
	const flush = (): void => {
		const packed = gzipSync(waiting.join(''));
		for (let written = 0; written < packed.length; ) written += writeSync(handle, packed, written);
		waiting = [];
		length = 0;
	};
	return {
		write: (text) => {
			waiting.push(text);
			length += text.length;
			if (length >= pieceLength) flush();
		},
		end: () => {
			flush();
			fsyncSync(handle);
			closeSync(handle);
		},
		drop: () => {
			closeSync(handle);
			rmSync(path, {force: true});
		},
	};
}
