// How fast the program starts, against a bare `node -e 0` in the same run.

import {firstFrameMs} from './console-line.ts';
import {printTable, processMs, ratioOf} from './measure.ts';

const runs = 7;
const bare = (): number => processMs(['-e', '0']);

export async function benchStart(): Promise<void> {
	// The first run fills the compile cache.
	processMs(['bin/qrkassa.js', '--version']);
	const version = await ratioOf(runs, () => processMs(['bin/qrkassa.js', '--version']), bare);
	const frame = await ratioOf(runs, firstFrameMs, bare);
	printTable('start, × node -e 0', [
		{what: 'qrkassa --version', figure: version.toFixed(2)},
		{what: "the console's first frame, sandbox and certificates included", figure: frame.toFixed(2)},
	]);
}
