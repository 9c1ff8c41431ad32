// What can be said about the journal: why it cannot be opened or written, what was found broken, who holds the till.

/** Why the disk does not give or take rows. Fixed words; `detail` is the system's own, for support. */
export type JournalFault = {
	readonly code:
		| 'DISK_FULL'
		| 'READ_ONLY'
		| 'DISK_ERROR'
		| 'CANNOT_OPEN'
		| 'BUSY'
		| 'DAMAGED'
		/** The file was moved or removed under the running program. */
		| 'MOVED'
		/** Written by a newer program. */
		| 'NEWER'
		| 'OTHER';
	/** Cleaned, short. */
	readonly detail: string;
};

/** Where the chain of rows breaks. */
export type JournalDamage = {
	/** The first row that cannot be trusted. */
	readonly seq: number;
	readonly reason: /** The row is not what was written, or its chain to the row before is broken. */
		| 'hash'
		/** Rows are missing between the one before and this one. */
		| 'gap'
		/** The file cannot be read from here on. */
		| 'unreadable'
		/** The file ends before the newest row that readers were told of. */
		| 'tail'
		/** The file of past months that another goes on from is not there. */
		| 'missing';
	/** The file of a past month; absent: the current one. */
	readonly file?: string;
	/** Time of the last row that can be trusted; null: there is none. */
	readonly lastAt: string | null;
	/** How many rows from there on can still be read, and the payments that they name (at most a hundred). */
	readonly rowsAfter: number;
	readonly ordersAfter: readonly string[];
};

/** A journal that was found broken at start and was put aside. */
export type BrokenJournal = {
	/** The name under which the broken file is kept; null: it was not there at all. */
	readonly keptAs: string | null;
	readonly damage: JournalDamage;
	/** Payments that were not over where the file breaks and may have gone on after it: a person decides about them. */
	readonly doubtful: readonly string[];
};

export type LockHolder = {
	readonly pid: number;
	/** ISO time. */
	readonly since: string;
	/** The command that holds the till, e.g. `pay`. */
	readonly command: string;
};

export type JournalWording = {
	/** One line: what happened, what is safe, what to do. */
	readonly fault: (fault: JournalFault) => string;
	readonly broken: (broken: BrokenJournal) => string;
	readonly damage: (damage: JournalDamage) => string;
	readonly whole: (rows: number) => string;
};
