// The machine that the till runs on: its disk, the journal on it, the program itself.
import {broken, type Judgement, skippedAfter, sound, warning} from '../row.ts';
import type {DiskSeen, JournalSeen, VersionSeen} from '../seen.ts';
import type {Context} from './context.ts';

const lowBytes = 200 * 1024 * 1024;
const slowMs = 1000;

const fullWords: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const readOnlyWords: readonly string[] = ['EROFS', 'EACCES', 'EPERM'];

export function judgeDisk(seen: DiskSeen): Judgement {
	if (seen.type === 'noFolder') return skippedAfter('settings');
	if (seen.type === 'refused') {
		const {errno} = seen;
		if (fullWords.includes(errno)) return broken({code: 'DISK_FULL'}, 'admin');
		if (readOnlyWords.includes(errno)) return broken({code: 'DISK_READ_ONLY'}, 'admin');
		return broken({code: 'DISK_FAILS', errno}, 'admin');
	}
	const {freeBytes, fsyncMs} = seen;
	if (freeBytes < lowBytes) return warning({code: 'DISK_LOW', freeBytes}, 'admin');
	if (fsyncMs > slowMs) return warning({code: 'DISK_SLOW', fsyncMs}, 'admin');
	return sound({code: 'DISK', freeBytes, fsyncMs});
}

export function judgeJournal(seen: JournalSeen, {row}: Context): Judgement {
	switch (seen.type) {
		case 'noFolder':
			return skippedAfter('settings');
		case 'none':
			return sound({code: 'JOURNAL_NONE'});
		case 'failed':
			// Reading needs a little room too: what a broken disk refuses is the disk's.
			return row('disk')?.verdict === 'broken'
				? skippedAfter('disk')
				: broken({code: 'JOURNAL_UNREADABLE', fault: seen.fault}, 'admin');
		case 'read': {
			const {damage, openOrders, kept, isWhole, rows, lastAt} = seen;
			if (damage) return broken({code: 'JOURNAL_BROKEN', damage}, 'admin');
			if (openOrders.length > 0) return warning({code: 'JOURNAL_OPEN', orderIds: openOrders}, 'cashier');
			if (kept.length > 0) return warning({code: 'JOURNAL_KEPT', files: kept}, 'admin');
			return isWhole
				? sound({code: 'JOURNAL', rows, lastAt})
				: warning({code: 'JOURNAL_LONG', rows}, 'admin');
		}
	}
}

export function judgeVersion(seen: VersionSeen, {all}: Context): Judgement {
	const {journal} = all;
	const opened = journal.type === 'seen' && journal.seen.type === 'read' ? journal.seen.opened : null;
	return opened?.isRunning === true && opened.version !== seen.version
		? warning({code: 'VERSION_OLD_CONSOLE', running: opened.version, installed: seen.version}, 'cashier')
		: sound({code: 'VERSION', ...seen});
}
