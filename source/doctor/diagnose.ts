// From what was seen to the page: pure. The broken link is named alone; what leans on it says that it was not checked.
import {type DoctorCheckId, doctorCheckIds} from '../core/index.ts';
import {checks} from './checks.ts';
import type {Context} from './judges/context.ts';
import {type Judgement, type Row, skipped, skippedAfter} from './row.ts';
import type {AllProbed} from './seen.ts';

/** All rows, in their order. */
export function diagnose(all: AllProbed): readonly Row[] {
	const rows = new Map<DoctorCheckId, Row>();
	const {settings} = all;
	const context: Context = {
		all,
		till: settings.type === 'seen' && settings.seen.type === 'read' ? settings.seen.till : null,
		row: (id) => rows.get(id),
	};
	for (const id of doctorCheckIds) {
		const {needs, judge} = checks[id];
		const obstacle = needs.map((need) => obstacleIn(rows.get(need))).find((one) => one !== null);
		rows.set(id, {id, ...(obstacle ?? judge(context))});
	}
	return [...rows.values()];
}

/** Null: nothing stands in the way. A link that was itself not checked hands its reason on: the root is named, not the way there. */
function obstacleIn(row: Row | undefined): Judgement | null {
	if (row?.verdict === 'broken') return skippedAfter(row.id);
	return row?.verdict === 'skipped' ? skipped(row.because) : null;
}
