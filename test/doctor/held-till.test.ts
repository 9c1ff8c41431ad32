// The doctor beside a running console: the register has one line, and it is the console's.
import {readdirSync} from 'node:fs';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {doctorPorts} from '../../source/cli/doctor/ports.ts';
import type {DoctorCheckId} from '../../source/core/index.ts';
import {examine, type Row} from '../../source/doctor/index.ts';
import {acquireLock, openJournal, peekLock} from '../../source/journal/index.ts';
import {addressOf, type Lab, openLab} from './matrix/lab.ts';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
afterEach(() => lab.clear());
afterAll(() => lab.clear());

const rowOf = (rows: readonly Row[], id: DoctorCheckId): Row => {
	const row = rows.find((one) => one.id === id);
	if (!row) throw new Error(`no row ${id}`);
	return row;
};

test('given a console that holds the till, then the register is asked nothing, and everything else is examined', async () => {
	const register = await lab.register();
	const {folder} = await lab.till({registerAddress: addressOf(register)});
	const lock = acquireLock(folder, 'console');
	const opened = openJournal({folder});
	if (!lock.ok || !opened.ok) throw new Error('the till cannot be held');
	try {
		const rows = await examine(doctorPorts(folder));
		for (const id of ['registerLink', 'registerState', 'shift', 'paper', 'storage'] as const) {
			expect(rowOf(rows, id)).toMatchObject({
				verdict: 'skipped',
				because: {code: 'HELD', command: 'console', pid: process.pid},
			});
		}
		expect(register.commands()).toEqual([]);
		expect(rows.filter(({verdict}) => verdict === 'broken')).toEqual([]);
		expect(rowOf(rows, 'systems').verdict).toBe('ok');
		expect(rowOf(rows, 'journal').verdict).toBe('ok');
		// The lock is the console's as before, and its journal takes rows.
		expect(peekLock(folder)).toMatchObject({pid: process.pid, command: 'console'});
		expect(opened.journal.append('A-1', [{type: 'receipt.dropped'}], new Date().toISOString()).type).toBe(
			'written',
		);
	} finally {
		opened.journal.close();
		lock.release();
	}
});

test('given a console that is opened while the register is being asked, then it gets the till at once and the register is let go', async () => {
	let isAsked = (): void => undefined;
	const asked = new Promise<void>((resolve) => {
		isAsked = resolve;
	});
	const register = await lab.register({
		faults: [{fault: 'answerLate', ms: 60_000, times: 99}],
		onCommand: () => isAsked(),
	});
	const {folder} = await lab.till({registerAddress: addressOf(register)});
	const page = examine(doctorPorts(folder));
	await asked;
	const lock = acquireLock(folder, 'console');
	expect(lock.ok).toBe(true);
	const rows = await page;
	expect(rowOf(rows, 'registerLink')).toMatchObject({verdict: 'skipped', because: {code: 'GAVE_WAY'}});
	expect(rowOf(rows, 'paper')).toMatchObject({verdict: 'skipped', because: {code: 'GAVE_WAY'}});
	if (lock.ok) lock.release();
});

test('given a till that nobody holds, then the doctor leaves its folder as it was and holds nothing', async () => {
	const {folder} = await lab.till();
	const before = readdirSync(folder).sort();
	await examine(doctorPorts(folder));
	expect(readdirSync(folder).sort()).toEqual(before);
	expect(peekLock(folder)).toBeNull();
});
