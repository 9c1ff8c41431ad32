// The door of the journal room: append and be sure that it is on disk, read all back, know where it breaks.
export type {BrokenJournal, JournalDamage, JournalFault, LockHolder} from '../core/index.ts';
export type {RowListeners, TillEvent, TillFacts, TillRow} from './entry.ts';
export {type FollowOptions, followJournal} from './follow.ts';
export type {Journal, PaymentRows} from './journal.ts';
export {acquireLock, type LockEnd} from './lock.ts';
export {bellFileName, journalFileName, lockFileName} from './names.ts';
export {type OpenEnd, type OpenOptions, openJournal} from './open-journal.ts';
export {peekLock} from './peek.ts';
export {exportJournal, type ReadEnd, type ReadFilter, readJournal, verifyJournal} from './read.ts';
