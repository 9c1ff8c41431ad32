// Opens the journal for its one writer: checked row by row, and where it is broken put aside and gone on with in a fresh file.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {type BrokenJournal, type JournalFault, type JournalWording, journalRu} from '../core/index.ts';
import {type Bell, readBell} from './bell.ts';
import {chainStart} from './chain.ts';
import {isEmpty, makeTable, openForWriting, schemaVersion, versionOf} from './database.ts';
import {removeDatabase} from './disk.ts';
import {faultOf, isDamage} from './fault.ts';
import {createJournal, type Journal} from './journal.ts';
import {journalFileName} from './names.ts';
import {finishRebuild, rebuild} from './rebuild.ts';
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
		finishRebuild(folder, now());
		const first = attempt(folder, readBell(folder));
		if (first.type === 'newer') return refused({code: 'NEWER', detail: ''});
		if (first.type === 'whole') return {ok: true, journal: first.journal, warnings: [], broken: null};
		const {damage, doubtful} = first.survey;
		const kept = rebuild(folder, first.survey, now());
		// A file that was only just made to look for one has nothing to keep.
		if (!first.isOld) removeDatabase(folder, kept);
		const second = attempt(folder, null);
		if (second.type !== 'whole') return refused({code: 'DAMAGED', detail: ''});
		const broken: BrokenJournal = {
			keptAs: first.isOld ? kept : null,
			damage,
			doubtful: doubtful.map(({orderId}) => orderId),
		};
		return {ok: true, journal: second.journal, warnings: [wording.broken(broken)], broken};
	} catch (error) {
		return refused(faultOf(error));
	}
}

type Attempt =
	| {readonly type: 'whole'; readonly journal: Journal}
	| {readonly type: 'newer'}
	| {
			readonly type: 'broken';
			readonly survey: Extract<Survey, {type: 'broken'}>;
			/** Whether the file was there before. */
			readonly isOld: boolean;
	  };

function attempt(folder: string, bell: Bell | null): Attempt {
	const path = join(folder, journalFileName);
	const isOld = existsSync(path);
	let db: DatabaseSync | null = null;
	let isKept = false;
	try {
		db = openForWriting(path);
		if (isEmpty(db)) makeTable(db);
		if (versionOf(db) > schemaVersion) return {type: 'newer'};
		const found = survey(db, bell);
		if (found.type === 'broken') return {type: 'broken', survey: found, isOld};
		isKept = true;
		return {type: 'whole', journal: createJournal(folder, db, found)};
	} catch (error) {
		if (!isDamage(error)) throw error;
		return {type: 'broken', survey: unreadable, isOld};
	} finally {
		if (!isKept) db?.close();
	}
}

/** A file of which not even the first page can be read. */
const unreadable: Extract<Survey, {type: 'broken'}> = {
	type: 'broken',
	last: chainStart,
	damage: {seq: 1, reason: 'unreadable', lastAt: null, rowsAfter: 0, ordersAfter: []},
	doubtful: [],
};
