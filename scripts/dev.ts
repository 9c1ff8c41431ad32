// `npm run dev`: the console on the embedded sandbox, built anew and started anew with each saved file.
import {type ChildProcess, spawn} from 'node:child_process';
import {context} from 'esbuild';
import {buildOptions} from './build-options.ts';

let child: ChildProcess | null = null;

const restart = async (): Promise<void> => {
	const old = child;
	if (old && old.exitCode === null) {
		const gone = new Promise((done) => old.once('exit', done));
		old.kill('SIGTERM');
		await gone;
	}
	child = spawn(process.execPath, ['bin/qrkassa.js', 'demo', ...process.argv.slice(2)], {stdio: 'inherit'});
	const started = child;
	// A person who leaves the console leaves the loop; a restart kills the child by a signal and stays.
	started.once('exit', (code) => {
		if (child === started && code !== null) process.exit(code);
	});
};

const watching = await context({
	...buildOptions,
	plugins: [
		{
			name: 'restart',
			setup(build) {
				build.onEnd(async (result) => {
					if (result.errors.length === 0) await restart();
				});
			},
		},
	],
});
await watching.watch();
