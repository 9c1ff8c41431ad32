// The way back from a change of settings: former files are kept as `NAME.1` …, and a record says which belong together.
import {existsSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import {readSettingsFile} from './disk/read-file.ts';
import {freeName, type TakenFile, takeFile} from './disk/take-file.ts';
import {writeSettingsFile} from './disk/write-file.ts';
import {moduleFileName} from './module-files/module-settings.ts';
import {linkFileName} from './module-files/payment-types.ts';
import {tillFileName} from './till-file/till-schema.ts';

const recordName = 'setup-undo.json';

/** Runs that can be undone; older ones keep their files and lose their record. */
const mostRuns = 20;

/** `keptAs` null: the file was not there before. */
type Kept = {readonly name: string; readonly keptAs: string | null};

export type Undone = {
	readonly name: string;
	/** null: there was no such file before, and what was there is put aside. */
	readonly from: string | null;
	/** The name under which the undone file is kept; null: it was the same. */
	readonly keptAs: string | null;
};

/** Keeps the three settings files as they are now, once before a run changes them; null: done, else the system's word. */
export function keepFormer(folder: string): string | null {
	const kept: Kept[] = [];
	for (const name of [moduleFileName, linkFileName, tillFileName]) {
		const reading = readSettingsFile(join(folder, name));
		if (reading.type !== 'read') {
			kept.push({name, keptAs: null});
			continue;
		}
		const keptAs = freeName(folder, name);
		const fault = writeSettingsFile(join(folder, keptAs), reading.bytes);
		if (fault) return String(fault.params['errno'] ?? fault.code);
		kept.push({name, keptAs});
	}
	return record(folder, [...runs(folder), kept]);
}

/** Adds files that were put into the folder to the newest run, or makes a run of them. */
export function recordTaken(
	folder: string,
	files: readonly TakenFile[],
	isNewRun: boolean,
	made: readonly string[] = [],
): void {
	const kept: readonly Kept[] = [
		...files.filter(({isUnchanged}) => !isUnchanged).map(({name, keptAs}) => ({name, keptAs})),
		...made.map((name) => ({name, keptAs: null})),
	];
	if (kept.length === 0) return;
	const all = runs(folder);
	const last = isNewRun ? undefined : all.at(-1);
	record(folder, last ? [...all.slice(0, -1), [...last, ...kept]] : [...all, kept]);
}

/** Brings the files of the newest run back; null: there is nothing to undo. What is replaced is kept too. */
export function undoSettings(folder: string): readonly Undone[] | null {
	const all = runs(folder);
	const last = all.at(-1);
	if (!last) return null;
	// A file that was taken twice in one run goes back to what it was first.
	const first = last.filter(({name}, index) => last.findIndex((one) => one.name === name) === index);
	const undone = first.flatMap((kept) => undoFile(folder, kept));
	record(folder, all.slice(0, -1));
	return undone;
}

function undoFile(folder: string, {name, keptAs}: Kept): readonly Undone[] {
	const path = join(folder, name);
	if (keptAs === null) {
		if (!existsSync(path)) return [];
		const aside = freeName(folder, name);
		renameSync(path, join(folder, aside));
		return [{name, from: null, keptAs: aside}];
	}
	const reading = readSettingsFile(join(folder, keptAs));
	if (reading.type !== 'read') return [];
	const taken = takeFile(folder, name, reading.bytes);
	return 'problem' in taken || taken.isUnchanged ? [] : [{name, from: keptAs, keptAs: taken.keptAs}];
}

function runs(folder: string): readonly (readonly Kept[])[] {
	const reading = readSettingsFile(join(folder, recordName));
	if (reading.type !== 'read') return [];
	try {
		const all: unknown = JSON.parse(Buffer.from(reading.bytes).toString('utf8'));
		return Array.isArray(all) ? all.filter(isRun) : [];
	} catch {
		// Half a record is none: the kept files are still there for a person.
		return [];
	}
}

/** Names of files beside the record and nothing else: it must not lead out of the folder. */
const isRun = (run: unknown): run is readonly Kept[] => Array.isArray(run) && run.every(isKept);

const isKept = (entry: {name?: unknown; keptAs?: unknown} | null): entry is Kept =>
	isFileName(entry?.name) && (entry?.keptAs === null || isFileName(entry?.keptAs));

const isFileName = (name: unknown): name is string =>
	typeof name === 'string' && /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,120}$/.test(name);

function record(folder: string, all: readonly (readonly Kept[])[]): string | null {
	const text = JSON.stringify(all.slice(-mostRuns), null, '\t');
	const fault = writeSettingsFile(join(folder, recordName), Buffer.from(`${text}\n`));
	return fault ? String(fault.params['errno'] ?? fault.code) : null;
}
