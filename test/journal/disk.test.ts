// A disk that takes no more: an answer in words, nothing half written, and rows again as soon as it does.
import {spawnSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {verifyJournal} from '../../source/journal/index.ts';
import {startWriting} from './child.ts';
import {newFolder, openedIn, whole, write} from './till.ts';

// A limit on the size of a file is the one full disk that needs no rights: the write ends with EFBIG, as another with ENOSPC.
const limited = ['sh', '-c', 'ulimit -S -f 400; exec "$@"', 'sh'];

describe.skipIf(process.platform !== 'linux')('a full disk', () => {
	test('given no room for another row, then it is an answer; given room again, then rows are written again', async () => {
		const folder = newFolder();
		const child = startWriting(folder, [], limited);
		expect(await child.next()).toBe('open');
		let line = await child.next();
		let newest = 0;
		// A smaller append may still find room after a larger one did not: full is when nothing fits any more.
		for (let refused = 0; refused < 10; line = await child.next()) {
			refused = line?.startsWith('failed') ? refused + 1 : 0;
			if (line?.startsWith('written')) newest = Number(line.split(' ')[1]);
			else expect(line).toMatch(/^failed (DISK_FULL|DISK_ERROR)/);
		}
		expect(verifyJournal(join(folder, 'journal.sqlite'))).toEqual({type: 'read', rows: newest, damage: null});

		const freed = spawnSync('prlimit', [`--pid=${child.process.pid}`, '--fsize=unlimited:unlimited']);
		expect(freed.status).toBe(0);
		while (line?.startsWith('failed')) line = await child.next();
		// One row or the four behind it, whichever comes first.
		expect([`written ${newest + 1}`, `written ${newest + 4}`]).toContain(line);
		await child.kill();
		expect(verifyJournal(join(folder, 'journal.sqlite'))).toMatchObject({type: 'read', damage: null});
	});
});

test('given a bell that cannot be written, then rows are written all the same', () => {
	const folder = newFolder();
	const journal = openedIn(folder);
	const bell = join(folder, 'journal.bell');
	expect(existsSync(bell)).toBe(true);
	spawnSync('sh', ['-c', `rm "$1" && mkdir "$1"`, 'sh', bell]);
	expect(statSync(bell).isDirectory()).toBe(true);
	write(journal, whole('A'));
	expect(journal.ofOrder('A')).toHaveLength(5);
	expect(journal.fault()).toBeNull();
});
