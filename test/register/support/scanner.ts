// A scanner for the roll: zbarimg on the PNG itself where it is installed, else the decoder in this process.
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {readPng} from '../../sandbox/register/png.ts';
import {decodeHere} from '../../support/terminal-qr.ts';

const hasZbarimg = spawnSync('zbarimg', ['--version']).status === 0;

/** The text of the one code on a piece of the roll; null where none can be read. */
export function scanned(file: string): string | null {
	if (hasZbarimg) {
		const {status, stdout} = spawnSync('zbarimg', ['--quiet', '--raw', '--oneshot', '-Sbinary', file]);
		return status === 0 ? stdout.toString('utf8').replace(/\n$/, '') : null;
	}
	const {width, height, data} = readPng(readFileSync(file));
	const grey = Uint8Array.from({length: width * height}, (_, dot) => data[dot * 4] ?? 0);
	return decodeHere({width, height, grey});
}
