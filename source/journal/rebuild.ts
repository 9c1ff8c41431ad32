// A broken journal is put aside; all of it that can be trusted goes on in a fresh file, chain and all.
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import type {JournalDamage} from '../core/index.ts';
import type {ChainPoint} from './chain.ts';
import {partsOf} from './entry.ts';
import {makeFresh, putFreshInPlace} from './fresh.ts';
import {lostHead} from './months/lost-head.ts';
import {journalFileName} from './names.ts';
import type {Doubtful} from './survey.ts';
import type {NewRow} from './writer.ts';

export type Broken = {
	readonly last: ChainPoint;
	readonly damage: JournalDamage;
	readonly doubtful: readonly Doubtful[];
};

export type Rebuilt = {
	/** The name under which the broken file is kept. */
	readonly keptAs: string;
	/** Payments that a person has to decide about. */
	readonly doubtful: readonly string[];
};

/** Makes the fresh file, complete and synced, before the broken one is touched. The broken one must be closed. */
export function rebuild(folder: string, broken: Broken, now: Date): Rebuilt {
	const at = now.toISOString();
	const {last} = broken;
	const head = lostHead(folder, last, now);
	const doubtful = broken.doubtful.filter(
		({orderId, started}) => !head || (started && !head.orderIds.has(orderId)),
	);
	const rows = [
		...(head?.rows ?? []),
		...(head?.open ?? []).map((orderId) => quarantined(orderId, at)),
		...doubtful.flatMap((payment) => rowsOf(payment, at)),
	];
	makeFresh(folder, head || last.seq === 0 ? {rows} : {copy: (db) => copyWhole(folder, db, last), rows});
	const keptAs = brokenName(folder, now);
	putFreshInPlace(folder, keptAs);
	return {keptAs, doubtful: [...(head?.open ?? []), ...doubtful.map(({orderId}) => orderId)]};
}

function copyWhole(folder: string, fresh: DatabaseSync, last: ChainPoint): ChainPoint {
	fresh.prepare('ATTACH DATABASE ? AS broken').run(join(folder, journalFileName));
	fresh
		.prepare(
			'INSERT INTO events SELECT seq, at, order_id, type, body, hash FROM broken.events WHERE seq <= ? ORDER BY seq',
		)
		.run(last.seq);
	fresh.exec('DETACH DATABASE broken');
	return last;
}

/** What happened to such a payment after the break is not known for sure: nothing is done by itself, a person decides. */
const rowsOf = ({orderId, started}: Doubtful, at: string): readonly NewRow[] => [
	...(started ? [{...started, orderId, type: 'payment.started'}] : []),
	quarantined(orderId, at),
];

const quarantined = (orderId: string, at: string): NewRow => ({
	at,
	orderId,
	...partsOf({type: 'payment.quarantined', reason: 'JOURNAL_BROKEN'}),
});

/** `journal.broken-20260131T090000Z.sqlite`; a number is added where that is taken. */
export function brokenName(folder: string, now: Date): string {
	const stamp = now.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
	let number = 1;
	let name = `journal.broken-${stamp}.sqlite`;
	while (existsSync(join(folder, name))) {
		number += 1;
		name = `journal.broken-${stamp}-${number}.sqlite`;
	}
	return name;
}
