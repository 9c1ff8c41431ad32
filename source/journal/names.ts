// The files of the journal in a till's folder.

export const journalFileName = 'journal.sqlite';
export const bellFileName = 'journal.bell';
export const lockFileName = 'till.lock';
export const holderFileName = 'till.holder';

/** A journal that is being put together: from the whole part of a broken one, or for a month that begins. */
export const freshFileName = 'journal.fresh.sqlite';

/** What SQLite keeps beside a database file. */
export const sideSuffixes = ['', '-wal', '-shm'] as const;

/** Where the journal of a past month lies, `journal-2026-01.sqlite`; `number` from 2 on where that is taken. */
export const monthFileName = (month: string, number: number): string =>
	`journal-${month}${number === 1 ? '' : `-${number}`}.sqlite`;

export const isMonthFile = (name: string): boolean => /^journal-\d{4}-\d\d(-\d+)?\.sqlite$/.test(name);

/** Beside a past month: which payments are in it. */
export const ordersFileName = (monthFile: string): string => monthFile.replace(/sqlite$/, 'orders');
