// The till's folder as the wizard and the answers file change it: only what differs is written, what was there is kept once a run.
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {PinCheck} from '../console/index.ts';
import type {ModuleName, SettingsProblem} from '../core/index.ts';
import {
	getSetting,
	keepFormer,
	readWhatIsSet,
	recordTaken,
	type SettingChange,
	setSettings,
	takeFile,
	type WhatIsSet,
} from '../settings/index.ts';
import type {Draft, SaveEnd} from '../setup/index.ts';
import {pinCheckOf} from './pin-check.ts';

/** What the PIN guards: where the money goes, and itself. */
const guarded: ReadonlySet<string> = new Set(['ServerUrl', 'ServicePath', 'gateway.caFile', 'pinHash']);

const draftName = 'setup-draft.json';

export type SetupStore = {
	readonly folder: string;
	read(): WhatIsSet;
	/** Writes what differs. */
	write(changes: readonly SettingChange[]): Promise<SaveEnd>;
	/** Puts a file into the folder; one that was there and differs is kept. */
	take(name: string, bytes: Uint8Array): SaveEnd;
	/** `ok`: what the PIN guards may change from now on. */
	unlock(pin: string): ReturnType<PinCheck>;
	/** Whether one of these changes needs a PIN that was not given. */
	isLocked(changes: readonly SettingChange[]): boolean;
	/** How many times something was really written in this run. */
	changes(): number;
	readDraft(): Draft | null;
	/** null removes it: the run has come to its end. */
	writeDraft(draft: Draft | null): void;
};

/** A store over a till's folder, for one run. */
export function createSetupStore(folder: string): SetupStore {
	let isUnlocked = false;
	let isKept = false;
	let changes = 0;

	/** Before the first change of a run: the way back. */
	const keep = (): SettingsProblem | null => {
		if (isKept) return null;
		if (!existsSync(folder)) mkdirSync(folder, {recursive: true, mode: 0o700});
		const errno = keepFormer(folder);
		if (errno !== null) return writeProblem(folder, errno);
		isKept = true;
		return null;
	};
	const current = (key: string): string | null => {
		const set = readWhatIsSet(folder);
		if (key.includes('.') || Object.hasOwn(set.tillFile, key)) {
			return set.hasTillFile ? textAt(set.tillFile, key) : null;
		}
		// A default that the file does not say is written where a person has set it.
		const found = getSetting(folder, key);
		if (!found.ok || found.row.isDefault) return null;
		return found.row.isSecret ? (set.module[key as ModuleName] ?? null) : found.row.value;
	};
	const differing = (wanted: readonly SettingChange[]): readonly SettingChange[] =>
		wanted.filter(({key, value}) => current(key) !== value);
	const isLocked = (wanted: readonly SettingChange[]): boolean =>
		!isUnlocked &&
		readWhatIsSet(folder).tillFile.pinHash !== null &&
		differing(wanted).some(({key}) => guarded.has(key));

	return {
		folder,
		read: () => readWhatIsSet(folder),
		isLocked,
		changes: () => changes,
		async write(wanted) {
			const news = differing(wanted);
			if (news.length === 0) return {type: 'saved'};
			if (isLocked(news)) return {type: 'pin'};
			const fault = keep();
			if (fault) return {type: 'refused', problems: [fault]};
			const end = await setSettings(folder, news, {isNewAllowed: true});
			if (!end.ok) return {type: 'refused', problems: end.problems};
			changes += 1;
			return {type: 'saved'};
		},
		take(name, bytes) {
			if (isThere(join(folder, name), bytes)) return {type: 'saved'};
			const fault = keep();
			if (fault) return {type: 'refused', problems: [fault]};
			const taken = takeFile(folder, name, bytes);
			if ('problem' in taken) return {type: 'refused', problems: [taken.problem]};
			recordTaken(folder, [taken], false);
			changes += 1;
			return {type: 'saved'};
		},
		async unlock(pin) {
			const {pinHash} = readWhatIsSet(folder).tillFile;
			if (isUnlocked || pinHash === null) return 'ok';
			const verdict = await pinCheckOf(folder, pinHash)(pin);
			isUnlocked = verdict === 'ok';
			return verdict;
		},
		readDraft: () => readDraft(join(folder, draftName)),
		writeDraft: (draft) => writeDraft(folder, draft),
	};
}

function isThere(path: string, bytes: Uint8Array): boolean {
	try {
		return readFileSync(path).equals(bytes);
	} catch {
		return false;
	}
}

/** A field of till.json as the command line would give it. */
function textAt(fields: object, key: string): string | null {
	let value: unknown = fields;
	for (const step of key.split('.')) {
		value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
	}
	return value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
}

const writeProblem = (folder: string, errno: string): SettingsProblem => ({
	code: 'writeFailed',
	file: folder,
	line: null,
	column: null,
	key: null,
	value: null,
	params: {errno},
});

/** A draft of another form, or none that can be read, is none. */
function readDraft(file: string): Draft | null {
	try {
		const draft: unknown = JSON.parse(readFileSync(file, 'utf8'));
		return isDraft(draft) ? draft : null;
	} catch {
		return null;
	}
}

const isDraft = (value: unknown): value is Draft => {
	if (typeof value !== 'object' || value === null) return false;
	const {step, letter, types, address, certificatePath}: Record<string, unknown> = {...value};
	return (
		[step, address, certificatePath].every((text) => typeof text === 'string') &&
		typeof letter === 'object' &&
		letter !== null &&
		Object.values(letter).every((text) => typeof text === 'string') &&
		Array.isArray(types) &&
		types.every((row) => typeof row?.system === 'string' && typeof row.code === 'string')
	);
};

/** Whether an unfinished run of the wizard lies in a folder. */
export const hasDraft = (folder: string): boolean => existsSync(join(folder, draftName));

/** A draft that cannot be written costs what was typed and nothing else: the step's own saving will tell. */
function writeDraft(folder: string, draft: Draft | null): void {
	const file = join(folder, draftName);
	try {
		if (draft === null) rmSync(file, {force: true});
		else {
			if (!existsSync(folder)) mkdirSync(folder, {recursive: true, mode: 0o700});
			writeFileSync(file, JSON.stringify(draft), {mode: 0o600});
		}
	} catch {
		// Nothing to say here: see above.
	}
}
