// Broken under the till: its disk, its journal, the program that holds it.
import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {chmod, chown, cp, mkdir, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {acquireLock, openJournal} from '../../../../source/journal/index.ts';
import type {Lab} from '../lab.ts';
import {leftUnresolved, paidAndClosed, programOf, started, writePayments} from '../payments.ts';
import {brokenAt, doubtfulAt, type Setup, slowlyBrokenAt} from '../setup.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

async function tillWithPayments(lab: Lab, payments: Parameters<typeof writePayments>[1]) {
	const till = await lab.till();
	writePayments(till.folder, payments);
	return till;
}

function inDatabase(folder: string, sql: string): void {
	const db = new DatabaseSync(join(folder, 'journal.sqlite'));
	try {
		db.exec(sql);
	} finally {
		db.close();
	}
}

/** A till on a disk of its own with no byte left; null where no disk can be made. */
async function tillOnFullDisk(lab: Lab) {
	const disk = await lab.folder();
	if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k,mode=700', 'tmpfs', disk]).status !== 0)
		return null;
	lab.afterwards(() => spawnSync('umount', [disk]));
	const folder = join(disk, 'till');
	await mkdir(folder, {mode: 0o700});
	await cp((await lab.till()).folder, folder, {recursive: true, preserveTimestamps: true});
	for (let size = 65_536; size >= 1; size /= 2) {
		try {
			for (;;) writeFileSync(join(disk, 'filler'), Buffer.alloc(size), {flag: 'a'});
		} catch {
			// No room for a piece of this size: a smaller one.
		}
	}
	return {folder};
}

/** A folder whose owner may not write; root may always, so there another user is the owner and examines it. */
async function tillInReadOnlyFolder(lab: Lab) {
	const {folder} = await lab.till();
	if (isRoot) {
		for (const name of await readdir(folder)) await chown(join(folder, name), nobody, nobody);
		await chown(folder, nobody, nobody);
	}
	await chmod(folder, 0o500);
	lab.afterwards(() => chmod(folder, 0o700));
	const before = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
	return isRoot ? {folder, before} : {folder};
}

export const machineSetups: readonly Setup[] = [
	slowlyBrokenAt('a full disk', {id: 'disk', code: 'DISK_FULL'}, tillOnFullDisk),
	slowlyBrokenAt('no room allowed', {id: 'disk', code: 'DISK_FULL'}, async (lab) => ({
		folder: (await lab.till()).folder,
		before: ['sh', '-c', 'trap "" XFSZ; ulimit -f 0; exec "$@"', 'sh'],
	})),
	slowlyBrokenAt('a read-only folder', {id: 'disk', code: 'DISK_READ_ONLY'}, tillInReadOnlyFolder),
	brokenAt('a changed row in the journal', {id: 'journal', code: 'JOURNAL_BROKEN'}, async (lab) => {
		const till = await tillWithPayments(lab, {'A-1': paidAndClosed('A-1')});
		inDatabase(till.folder, `UPDATE events SET body = replace(body, '125000', '12500') WHERE seq = 4`);
		return till;
	}),
	brokenAt('a row out of the journal', {id: 'journal', code: 'JOURNAL_BROKEN'}, async (lab) => {
		const till = await tillWithPayments(lab, {'A-1': paidAndClosed('A-1')});
		inDatabase(till.folder, 'DELETE FROM events WHERE seq = 3');
		return till;
	}),
	brokenAt('the last row off the journal', {id: 'journal', code: 'JOURNAL_BROKEN'}, async (lab) => {
		const till = await tillWithPayments(lab, {'A-1': paidAndClosed('A-1')});
		inDatabase(till.folder, 'DELETE FROM events WHERE seq = 6');
		return till;
	}),
	brokenAt('a journal that is gone', {id: 'journal', code: 'JOURNAL_BROKEN'}, async (lab) => {
		const till = await tillWithPayments(lab, {'A-1': paidAndClosed('A-1')});
		await rm(join(till.folder, 'journal.sqlite'));
		return till;
	}),
	brokenAt('a journal of a newer program', {id: 'journal', code: 'JOURNAL_UNREADABLE'}, async (lab) => {
		const till = await tillWithPayments(lab, {'A-1': paidAndClosed('A-1')});
		inDatabase(till.folder, 'PRAGMA user_version = 99');
		return till;
	}),
	doubtfulAt('an unresolved payment', {id: 'journal', code: 'JOURNAL_OPEN'}, (lab) =>
		tillWithPayments(lab, {'A-1': paidAndClosed('A-1'), 'A-2': leftUnresolved('A-2')}),
	),
	doubtfulAt('a payment cut off by a crash', {id: 'journal', code: 'JOURNAL_OPEN'}, (lab) =>
		tillWithPayments(lab, {'A-1': [started('A-1')]}),
	),
	doubtfulAt('money that came late', {id: 'journal', code: 'JOURNAL_OPEN'}, (lab) =>
		tillWithPayments(lab, {
			'A-1': [
				started('A-1'),
				{type: 'cancel.requested', by: 'cashier', qrReason: null},
				{type: 'payment.cancelled', reason: 'cashier'},
				{type: 'payment.late', status: 'paid', paidAt: null, amountKopecks: 125_000},
			],
		}),
	),
	doubtfulAt('a broken journal put aside', {id: 'journal', code: 'JOURNAL_KEPT'}, async (lab) => {
		const till = await tillWithPayments(lab, {'A-1': paidAndClosed('A-1'), 'A-2': paidAndClosed('A-2')});
		inDatabase(till.folder, `UPDATE events SET body = '{}' WHERE seq = 12`);
		// As the next start of the till finds it. What it cannot vouch for it leaves to a person, who then decides.
		writePayments(till.folder, {
			'A-2': [{type: 'resolved', by: 'person', as: 'paid', note: 'по ленте'}],
		});
		return till;
	}),
	doubtfulAt(
		'a console older than the program',
		{id: 'version', code: 'VERSION_OLD_CONSOLE'},
		async (lab) => {
			const till = await lab.till();
			const lock = acquireLock(till.folder, 'console');
			const opened = openJournal({folder: till.folder});
			if (!lock.ok || !opened.ok) throw new Error('the till cannot be held');
			opened.journal.tillOpened(programOf('0.0.1'));
			lab.afterwards(() => {
				opened.journal.close();
				lock.release();
			});
			return till;
		},
	),
];
