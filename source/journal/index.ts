// The door of the journal room: append and be sure that it is on disk, read all back, know where it breaks.
export type {BrokenJournal, JournalDamage, JournalFault, LockHolder} from '../core/index.ts';
export type {RowListeners, TillEvent, TillFacts, TillRow} from './entry.ts';
export {type FollowOptions, followJournal} from './follow.ts';
export type {Journal} from './journal.ts';
export {acquireLock, type LockEnd} from './lock.ts';
export {monthFilesIn} from './months/parts.ts';
export {bellFileName, journalFileName, lockFileName} from './names.ts';
export {isNewestThere} from './newest.ts';
export {type OpenEnd, type OpenOptions, openJournal} from './open-journal.ts';
export type {PaymentRows} from './payments.ts';
export {peekLock} from './peek.ts';
export {
	exportJournal,
	type MonthsFilter,
	type ReadEnd,
	type ReadFilter,
	readJournal,
	readPayments,
	verifyJournal,
	verifyMonths,
} from './read.ts';
export {readWholePayments, type WholePayments} from './read-whole.ts';
