// The till's disk: what is written, and what of it would survive a power cut.
import type {JournalRow} from '../../../source/engine/index.ts';
import type {DiskFault} from '../scenario.ts';

export type Disk = {
	/** Rows that are surely on disk. */
	readonly rows: readonly JournalRow[];
	/** True time of each row. */
	readonly rowsAtMs: readonly number[];
	/** Writes and syncs one transaction; `moment` is called at each point where the process may die. */
	readonly append: (
		rows: readonly Omit<JournalRow, 'seq'>[],
		fault: DiskFault['what'] | null,
		moment: (name: string) => boolean,
	) => boolean;
	/** The process died: a power cut takes with it what was not synced. */
	readonly crash: (what: 'kill' | 'power') => void;
};

/** An empty disk. */
export function createDisk(nowMs: () => number): Disk {
	const rows: JournalRow[] = [];
	const rowsAtMs: number[] = [];
	const keep = (added: readonly JournalRow[]): void => {
		for (const row of added) {
			rows.push(row);
			rowsAtMs.push(nowMs());
		}
	};
	let written: readonly JournalRow[] = [];
	let ghost: readonly JournalRow[] = [];
	const numbered = (added: readonly Omit<JournalRow, 'seq'>[]): readonly JournalRow[] =>
		added.map((row, index) => ({...row, seq: rows.length + index + 1}));
	return {
		rows,
		rowsAtMs,
		append(added, fault, moment) {
			if (!moment('before the write')) return false;
			if (fault) {
				// A refused sync may still have reached the disk; the next write takes its place.
				ghost = fault === 'lies' ? numbered(added) : [];
				return false;
			}
			ghost = [];
			written = numbered(added);
			if (!moment('written, not synced')) return false;
			keep(written);
			written = [];
			return moment('synced');
		},
		crash(what) {
			keep(ghost);
			if (what === 'kill') keep(written);
			ghost = [];
			written = [];
		},
	};
}
