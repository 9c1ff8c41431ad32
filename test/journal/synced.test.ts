// A power cut takes what was only written: the database must wait for the disk at every commit.
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {openForWriting} from '../../source/journal/database.ts';
import {newFolder} from './till.ts';

test('given the journal opened for writing, then every commit waits until the disk has it', () => {
	const db = openForWriting(join(newFolder(), 'journal.sqlite'));
	try {
		// 2 is FULL: the write-ahead log is synced with each transaction.
		expect(db.prepare('PRAGMA synchronous').get()).toEqual({synchronous: 2});
		expect(db.prepare('PRAGMA journal_mode').get()).toEqual({journal_mode: 'wal'});
	} finally {
		db.close();
	}
});
