// The table of a run: a line for each way to die, what was found, and where in a payment the deaths fell.
import type {LifeEnd, LifePlan} from './life.ts';

const columns = ['deaths', 'payments', 'paid', 'receipts', 'lost', 'doubled', 'wrong', 'unsynced'] as const;

const titles: Readonly<Record<LifePlan['death'], string>> = {
	kill: 'kill -9',
	power: 'power cut',
	lyingDisk: 'power cut, lying disk',
};

type Sums = Readonly<Record<(typeof columns)[number], number>>;

const sumsOf = (ends: readonly LifeEnd[]): Sums => {
	const sum = (of: (end: LifeEnd) => number): number => ends.reduce((all, end) => all + of(end), 0);
	const found = (kind: string) =>
		sum(({differences}) => differences.filter((one) => one.kind === kind).length);
	return {
		deaths: sum((end) => end.deaths),
		payments: sum((end) => end.payments),
		paid: sum((end) => end.paid),
		receipts: sum((end) => end.receipts),
		lost: found('lost'),
		doubled: found('doubled'),
		wrong: found('wrong'),
		unsynced: sum((end) => end.droppedWrites),
	};
};

/** Prints it; answers whether anything was lost, doubled or wrong. */
export function printKillTable(ends: ReadonlyMap<LifePlan, LifeEnd>): boolean {
	const line = (title: string, cells: readonly (string | number)[]): void => {
		process.stdout.write(`${title.padEnd(22)}${cells.map((cell) => String(cell).padStart(10)).join('')}\n`);
	};
	const rows = new Map<string, LifeEnd[]>();
	for (const [{way, death}, end] of ends) {
		const title = `${way}, ${titles[death]}`;
		rows.set(title, [...(rows.get(title) ?? []), end]);
	}
	process.stdout.write('\n');
	line('', columns);
	for (const [title, own] of rows) line(title, Object.values(sumsOf(own)));
	const all = sumsOf([...ends.values()]);
	line('all', Object.values(all));
	process.stdout.write('\nNewest row on disk at a death:\n');
	const after = new Map<string, number>();
	for (const {deathsAfter} of ends.values()) {
		for (const [type, count] of Object.entries(deathsAfter)) after.set(type, (after.get(type) ?? 0) + count);
	}
	for (const [type, count] of [...after].sort((a, b) => b[1] - a[1])) line(`  ${type}`, [count]);
	return all.lost + all.doubled + all.wrong > 0;
}
