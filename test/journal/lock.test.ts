// One process a till: the second is told who holds it, and a dead holder holds nobody up.
import {once} from 'node:events';
import {chownSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {acquireLock} from '../../source/journal/index.ts';
import {startWriting} from './child.ts';
import {newFolder, openedIn} from './till.ts';

describe('the lock', () => {
	test('given a till that this process holds, then another process is told who holds it, and ends', async () => {
		const folder = newFolder();
		const lock = acquireLock(folder, 'console');
		expect(lock.ok).toBe(true);
		const child = startWriting(folder);
		expect(await child.next()).toBe(`held ${process.pid} console`);
		if (lock.ok) lock.release();
	});

	test('given a till that another process holds, then this one is told; once that one is killed, it is free', async () => {
		const folder = newFolder();
		const child = startWriting(folder);
		expect(await child.next()).toBe('open');
		expect(acquireLock(folder, 'pay')).toMatchObject({
			ok: false,
			holder: {pid: child.process.pid, command: 'pay', since: expect.stringMatching(/^\d{4}-.*Z$/)},
			fault: null,
		});
		await child.kill();
		const lock = acquireLock(folder, 'pay');
		expect(lock.ok).toBe(true);
		expect(readFileSync(join(folder, 'till.holder'), 'utf8')).toContain(`"pid":${process.pid}`);
		if (lock.ok) lock.release();
	});

	test('given a lock that is let go, then it can be taken again at once, and no name is left', () => {
		const folder = newFolder();
		for (let round = 0; round < 3; round += 1) {
			const lock = acquireLock(folder, 'pay');
			expect(lock.ok).toBe(true);
			expect(acquireLock(folder, 'pay')).toMatchObject({ok: false, holder: {pid: process.pid}});
			if (!lock.ok) continue;
			lock.release();
			lock.release();
			expect(existsSync(join(folder, 'till.holder'))).toBe(false);
		}
	});

	test('given a name that a dead process left, or none, then the lock is free all the same', async () => {
		const folder = newFolder();
		const child = startWriting(folder);
		await child.next();
		await child.kill();
		expect(existsSync(join(folder, 'till.holder'))).toBe(true);
		const lock = acquireLock(folder, 'pay');
		expect(lock.ok).toBe(true);
		// A holder that is not known: it has the lock but a dead process's name stands there.
		writeFileSync(
			join(folder, 'till.holder'),
			JSON.stringify({pid: child.process.pid, since: '', command: 'x'}),
		);
		expect(acquireLock(folder, 'pay')).toMatchObject({ok: false, holder: {pid: 0}});
		writeFileSync(
			join(folder, 'till.holder'),
			JSON.stringify({pid: process.pid, since: 'yesterday', command: 'pay'}),
		);
		expect(acquireLock(folder, 'pay')).toMatchObject({ok: false, holder: {pid: 0}});
		writeFileSync(join(folder, 'till.holder'), '{"pid":');
		expect(acquireLock(folder, 'pay')).toMatchObject({ok: false, holder: {pid: 0}});
		if (lock.ok) lock.release();
	});

	test('given a holder’s name with an escape sequence, then it is cleaned', () => {
		const folder = newFolder();
		const lock = acquireLock(folder, 'pay\u001b[2J\u202e');
		const second = acquireLock(folder, 'pay');
		expect(second.ok ? '' : second.holder.command).toBe('pay [2J');
		if (lock.ok) lock.release();
	});

	test('given a folder that is not there, then it is a fault and no holder', () => {
		expect(acquireLock(join(newFolder(), 'nobody'), 'pay')).toMatchObject({
			ok: false,
			fault: {code: 'CANNOT_OPEN'},
		});
	});

	test('given the lock’s files, then only their owner may read them', () => {
		const folder = newFolder();
		const lock = acquireLock(folder, 'pay');
		for (const name of ['till.lock', 'till.holder'])
			expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
		if (lock.ok) lock.release();
	});
});

test('given a process that ends by itself without letting go, then the till is free', async () => {
	const folder = newFolder();
	const child = startWriting(folder);
	await child.next();
	child.process.kill('SIGTERM');
	await once(child.process, 'close');
	const lock = acquireLock(folder, 'pay');
	expect(lock.ok).toBe(true);
	if (lock.ok) lock.release();
});

test.skipIf(process.getuid?.() !== 0)(
	'given root at somebody’s till, then the files belong to that somebody',
	() => {
		const folder = newFolder();
		chownSync(folder, 12_345, 12_345);
		const lock = acquireLock(folder, 'pay');
		const journal = openedIn(folder);
		journal.append('A', [], '');
		for (const name of readdirSync(folder))
			expect([name, statSync(join(folder, name)).uid]).toEqual([name, 12_345]);
		expect(readdirSync(folder)).toContain('journal.bell');
		if (lock.ok) lock.release();
	},
);
