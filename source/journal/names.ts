// The files of the journal in a till's folder.

export const journalFileName = 'journal.sqlite';
export const bellFileName = 'journal.bell';
export const lockFileName = 'till.lock';
export const holderFileName = 'till.holder';

/** A journal that is being put together from the whole part of a broken one. */
export const freshFileName = 'journal.fresh.sqlite';

/** What SQLite keeps beside a database file. */
export const sideSuffixes = ['', '-wal', '-shm'] as const;
