// The program as a process that can be killed for good, built once from the sources as they are now.
import {spawn} from 'node:child_process';
import {cpSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import {buildOptions} from '../../../scripts/build-options.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export type Program = {
	readonly folder: string;
	/** Starts it; `onStart` gets the way to kill it. Resolves when it is gone. */
	run(args: readonly string[], onStart?: (kill: () => void) => void): Promise<Gone>;
	remove(): void;
};

export type Gone = {
	readonly code: number | null;
	readonly isKilled: boolean;
	/** The last line of standard output as JSON, or null. */
	readonly last: Readonly<Record<string, unknown>> | null;
};

export async function buildProgram(): Promise<Program> {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-killed-'));
	for (const part of ['bin', 'settings', 'package.json']) {
		cpSync(join(root, part), join(folder, part), {recursive: true});
	}
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	await build({...buildOptions, absWorkingDir: root, outdir: join(folder, 'dist'), logLevel: 'silent'});
	const env = {...process.env, NODE_COMPILE_CACHE: join(folder, 'compile-cache')};
	return {
		folder,
		run: (args, onStart) =>
			new Promise((resolve, reject) => {
				const child = spawn(process.execPath, [join(folder, 'bin', 'qrkassa.js'), ...args], {
					env,
					stdio: ['ignore', 'pipe', 'ignore'],
				});
				let out = '';
				child.stdout.setEncoding('utf8').on('data', (text: string) => {
					out += text;
				});
				child.once('error', reject);
				child.once('close', (code, signal) =>
					resolve({code, isKilled: signal === 'SIGKILL', last: lastLine(out)}),
				);
				onStart?.(() => child.kill('SIGKILL'));
			}),
		remove: () => rmSync(folder, {recursive: true, force: true}),
	};
}

function lastLine(out: string): Gone['last'] {
	const line = out.slice(0, out.lastIndexOf('\n')).split('\n').at(-1) ?? '';
	return line === '' ? null : JSON.parse(line);
}
