// Whether a page names what was broken, and that alone.
import type {DoctorCheckId} from '../../../source/core/index.ts';
import type {Expected} from './setup.ts';

/** What of a page's line is looked at. */
export type PageLine = {
	readonly id: DoctorCheckId;
	readonly verdict: string;
	readonly code: string;
	readonly todo: string | null;
	readonly who: string | null;
};

/** What is wrong with a page, in words; null: it is right. */
export function faultOfPage(
	lines: readonly PageLine[],
	{id, verdict, codes, doubts = []}: Expected,
): string | null {
	const said = lines.filter((line) => line.verdict === 'broken' || line.verdict === 'warning');
	const shown = said.map((line) => `${line.id} ${line.verdict} ${line.code}`).join(', ') || 'nothing';
	const first = lines.find((line) => line.verdict === 'broken') ?? said[0];
	if (!first || first.id !== id || first.verdict !== verdict || !codes.includes(first.code)) {
		return `${shown}, not ${id} ${verdict} ${codes.join('|')}`;
	}
	const others = said.filter((line) => line !== first && !doubts.includes(line.id));
	if (others.length > 0) return `not alone: ${shown}`;
	return said.every((line) => line.todo && line.who) ? null : `no way to mend it: ${shown}`;
}
