// Opens the journal for its one writer: checked row by row, and where it is broken put aside and gone on with in a fresh file.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {type BrokenJournal, type JournalFault, type JournalWording, journalRu} from '../core/index.ts';
import {type Bell, readBell} from './bell.ts';
import {chainStart} from './chain.ts';
import {isEmpty, makeTable, openForWriting, schemaVersion, upgrade, versionOf} from './database.ts';
import {removeDatabase} from './disk.ts';
import {faultOf, isDamage} from './fault.ts';
import {finishFresh} from './fresh.ts';
import {createJournal, type Journal} from './journal.ts';
import {createPast, type Past} from './months/past.ts';
import {rotate} from './months/rotate.ts';
import {journalFileName} from './names.ts';
import {brokenName, rebuild} from './rebuild.ts';
import {type Survey, survey} from './survey.ts';

export type OpenOptions = {
	/** The till's folder; whoever opens the journal holds the till's lock. */
	readonly folder: string;
	/** The language of `warnings` and `text`. Default: Russian. */
	readonly wording?: JournalWording;
	/** For the name of a file that is put aside. */
	readonly now?: () => Date;
};

export type OpenEnd =
	| {
			readonly ok: true;
			readonly journal: Journal;
			/** What the cashier has to hear: a broken journal was found. */
			readonly warnings: readonly string[];
			readonly broken: BrokenJournal | null;
	  }
	| {readonly ok: false; readonly fault: JournalFault; readonly text: string};

/** Never throws for what a disk does. */
export function openJournal({folder, wording = journalRu, now = () => new Date()}: OpenOptions): OpenEnd {
	const refused = (fault: JournalFault): OpenEnd => ({ok: false, fault, text: wording.fault(fault)});
	try {
		const first = attempt(folder, readBell(folder), now());
		if (first.type === 'newer') return refused({code: 'NEWER', detail: ''});
		if (first.type === 'whole') {
			const journal = withMonthClosed(folder, first, now());
			return journal
				? {ok: true, journal, warnings: [], broken: null}
				: refused({code: 'DAMAGED', detail: ''});
		}
		const {keptAs, doubtful} = rebuild(folder, first.survey, now());
		// A file that was only just made to look for one has nothing to keep.
		if (!first.isOld) removeDatabase(folder, keptAs);
		const second = attempt(folder, null, now());
		if (second.type !== 'whole') return refused({code: 'DAMAGED', detail: ''});
		const broken: BrokenJournal = {
			keptAs: first.isOld ? keptAs : null,
			damage: first.survey.damage,
			doubtful,
		};
		return {ok: true, journal: journalOf(folder, second), warnings: [wording.broken(broken)], broken};
	} catch (error) {
		return refused(faultOf(error));
	}
}

type Whole = {
	readonly type: 'whole';
	readonly db: DatabaseSync;
	readonly survey: Extract<Survey, {type: 'whole'}>;
	readonly past: Past;
};

type Attempt =
	| Whole
	| {readonly type: 'newer'}
	| {
			readonly type: 'broken';
			readonly survey: Extract<Survey, {type: 'broken'}>;
			/** Whether the file was there before. */
			readonly isOld: boolean;
	  };

/** Opens and surveys; first of all it finishes what a crash cut short. Only a whole file stays open. */
function attempt(folder: string, bell: Bell | null, now: Date): Attempt {
	finishFresh(folder, () => brokenName(folder, now));
	const path = join(folder, journalFileName);
	const isOld = existsSync(path);
	let db: DatabaseSync | null = null;
	let isKept = false;
	try {
		db = openForWriting(path);
		if (isEmpty(db)) makeTable(db);
		if (versionOf(db) > schemaVersion) return {type: 'newer'};
		const past = createPast(folder);
		const found = survey(db, bell, past);
		if (found.type === 'broken') return {type: 'broken', survey: found, isOld};
		upgrade(db);
		isKept = true;
		return {type: 'whole', db, survey: found, past};
	} catch (error) {
		if (!isDamage(error)) throw error;
		return {type: 'broken', survey: unreadable, isOld};
	} finally {
		if (!isKept) db?.close();
	}
}

const journalOf = (folder: string, {db, survey: found, past}: Whole): Journal =>
	createJournal(folder, db, found, past);

/** The journal, after a month that is over has got a file of its own. A disk that refuses that is no reason to stop: the old file goes on. */
function withMonthClosed(folder: string, whole: Whole, now: Date): Journal | null {
	const {db, survey: found, past} = whole;
	try {
		if (rotate(folder, db, found, past, now) !== 'done') return journalOf(folder, whole);
	} catch (error) {
		faultOf(error);
		if (db.isOpen) return journalOf(folder, whole);
	}
	const again = attempt(folder, null, now);
	return again.type === 'whole' ? journalOf(folder, again) : null;
}

/** A file of which not even the first page can be read. */
const unreadable: Extract<Survey, {type: 'broken'}> = {
	type: 'broken',
	last: chainStart,
	damage: {seq: 1, reason: 'unreadable', lastAt: null, rowsAfter: 0, ordersAfter: []},
	doubtful: [],
};
