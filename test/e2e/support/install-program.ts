// Once for a whole run: the program as `npm ci` leaves it, in a folder of its own, so that nobody's build is disturbed
// and no file of a changing checkout is loaded in the middle of a payment.
import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import type {TestProject} from 'vitest/node';
import {buildOptions} from '../../../scripts/build-options.ts';

/** The installed program's folder; or why it could not be built, for those tests alone that need it. */
export type InstalledProgram = {readonly folder: string} | {readonly fault: string};

declare module 'vitest' {
	interface ProvidedContext {
		installedProgram: InstalledProgram;
	}
}

const root = join(import.meta.dirname, '..', '..', '..');

export default async function installProgram(project: TestProject): Promise<() => void> {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-program-'));
	project.provide('installedProgram', await install(folder));
	return () => rmSync(folder, {recursive: true, force: true});
}

/** Puts the program into a folder that is there and empty. */
export async function install(folder: string): Promise<InstalledProgram> {
	for (const part of ['bin', 'settings', 'package.json']) {
		cpSync(join(root, part), join(folder, part), {recursive: true});
	}
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	mkdirSync(join(folder, 'home'));
	try {
		await build({
			...buildOptions,
			absWorkingDir: root,
			outdir: join(folder, 'dist'),
			logLevel: 'silent',
		});
		return {folder};
	} catch (error) {
		return {fault: error instanceof Error ? error.message : String(error)};
	}
}
