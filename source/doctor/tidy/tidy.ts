// `doctor --fix`: what can be mended in the till's folder without touching money: rights of its files, leftovers of cut-off writes.
import {chmodSync, lstatSync, readdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {DoctorDeed} from '../../core/index.ts';
import {isLeftover} from './leftover.ts';

const othersMay = 0o077;

/** Mends, and tells each thing done. A folder that is a link, or not there, is left alone. */
export function tidyTill(folder: string, nowMs: number): readonly DoctorDeed[] {
	const facts = lstatSync(folder, {throwIfNoEntry: false});
	if (!facts?.isDirectory()) return [];
	const deeds = [...closed(folder, '.', facts.mode)];
	for (const name of namesIn(folder)) {
		const file = lstatSync(join(folder, name), {throwIfNoEntry: false});
		// A link's rights are those of a file elsewhere; folders inside hold nothing secret of ours.
		if (!file?.isFile()) continue;
		if (isLeftover(name, nowMs - file.mtimeMs)) deeds.push(removed(folder, name));
		else deeds.push(...closed(folder, name, file.mode));
	}
	return deeds;
}

function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}

/** Takes from group and others what they may; the owner's own rights stay. Windows has no such rights. */
function closed(folder: string, name: string, mode: number): readonly DoctorDeed[] {
	if (process.platform === 'win32' || (mode & othersMay) === 0) return [];
	const to = mode & 0o700;
	try {
		chmodSync(join(folder, name), to);
		return [{code: 'MODE', file: name, from: octal(mode & 0o777), to: octal(to)}];
	} catch (error) {
		return [{code: 'FAILED', file: name, errno: errnoOf(error)}];
	}
}

function removed(folder: string, name: string): DoctorDeed {
	try {
		rmSync(join(folder, name));
		return {code: 'REMOVED', file: name};
	} catch (error) {
		return {code: 'FAILED', file: name, errno: errnoOf(error)};
	}
}

const octal = (mode: number): string => mode.toString(8).padStart(4, '0');

const errnoOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
