// The page in one line: what is broken, what is doubtful, the exit code.
import {type DoctorCheckId, exitCodes} from '../core/index.ts';
import type {Row} from './row.ts';

export type Summary = {
	readonly broken: readonly DoctorCheckId[];
	readonly warnings: readonly DoctorCheckId[];
	/** What this till has not got is not among them. */
	readonly skipped: readonly DoctorCheckId[];
	readonly exitCode: number;
};

/** 0 where nothing is broken, 3 for settings and certificate (no payment can even begin), 1 for every other link. */
export function summaryOf(rows: readonly Row[]): Summary {
	const withVerdict = (verdict: Row['verdict']): readonly DoctorCheckId[] =>
		rows.filter((row) => row.verdict === verdict).map(({id}) => id);
	const broken = withVerdict('broken');
	const isOfSettings = broken.some((id) => id === 'settings' || id === 'certificate');
	return {
		broken,
		warnings: withVerdict('warning'),
		skipped: rows
			.filter((row) => row.verdict === 'skipped' && row.because.code !== 'ABSENT')
			.map(({id}) => id),
		exitCode: broken.length === 0 ? 0 : isOfSettings ? exitCodes.settings : exitCodes.fault,
	};
}
