// One wound, and what becomes of it: found and told, without any effect, or — never — used without a word.
import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {PaymentEvent} from '../../../source/core/index.ts';
import {type Journal, openJournal, verifyMonths} from '../../../source/journal/index.ts';
import {chanceOf} from '../../torture/support/chance.ts';
import {type Healthy, now, pastFile, toldRows} from './healthy.ts';
import {type WoundKind, wound} from './wound.ts';

export type Verdict = {
	readonly end: 'found' | 'harmless' | 'silent';
	readonly file: string;
	/** What was used though nobody wrote it, or what was lost without a word. */
	readonly why: string;
};

export function tryWound(healthy: Healthy, kind: WoundKind, seed: string): Verdict {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-wound-'));
	try {
		cpSync(healthy.folder, folder, {recursive: true});
		const file = wound(folder, healthy, kind, chanceOf(`${kind} ${seed}`));
		const checked = verifyMonths(folder);
		const isSeen = checked.type !== 'read' || checked.damage !== null;
		const read = toldRows(folder);
		const end = openJournal({folder, now});
		const isTold = !end.ok || end.broken !== null;
		const used = end.ok ? usedRows(end.journal, healthy) : [];
		if (end.ok) end.journal.close();
		// Past months are checked by `journal verify`, the doctor and whoever reads them; the current one at each start, too.
		const isFound = isSeen && (isTold || file === pastFile);
		const made = [...read, ...used].find((row) => !healthy.rows.includes(row));
		if (made !== undefined) return {end: 'silent', file, why: `used: ${made}`};
		const isAll = new Set(read).size === new Set(healthy.rows).size && read.length === healthy.rows.length;
		if (!isFound && !isAll)
			return {end: 'silent', file, why: `${healthy.rows.length - read.length} rows lost`};
		return {end: isFound ? 'found' : 'harmless', file, why: ''};
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}

/** What the till itself would go by. A payment that it puts before a person, and says so, it does not go by. */
const usedRows = (journal: Journal, {orderIds}: Healthy): readonly string[] =>
	orderIds
		.map((orderId) => journal.ofOrder(orderId))
		.filter((rows) => !rows.some(({event}) => isMark(event)))
		.flat()
		.map(({at, orderId, event}) => JSON.stringify([at, orderId, event]));

const isMark = (event: PaymentEvent): boolean =>
	event.type === 'payment.quarantined' && event.reason === 'JOURNAL_BROKEN';
