// The program as one file that Node runs.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import {buildOptions} from '../../../scripts/build-options.ts';

export type Bundle = {readonly file: string; remove(): Promise<void>};

export async function bundleProgram(): Promise<Bundle> {
	const folder = await mkdtemp(join(tmpdir(), 'qrkassa-console-'));
	await build({
		...buildOptions,
		entryPoints: {program: join(import.meta.dirname, 'program.tsx')},
		outdir: folder,
		outExtension: {'.js': '.mjs'},
	});
	return {
		file: join(folder, 'program.mjs'),
		remove: () => rm(folder, {recursive: true, force: true}),
	};
}
