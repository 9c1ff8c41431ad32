// A row for other programs: one object a line, the words beside the codes.
import type {DoctorCheckId, DoctorHelper, DoctorTrouble, Language} from '../../core/index.ts';
import type {Row} from '../row.ts';
import {describeRow} from './describe.ts';

export type RowLine = {
	readonly type: 'check';
	readonly id: DoctorCheckId;
	readonly verdict: Row['verdict'];
	/** A fixed word for what was found; for a fault of another room that room's own. */
	readonly code: string;
	readonly seen: string;
	readonly means: string | null;
	readonly todo: string | null;
	readonly who: DoctorHelper | null;
	/** The broken link that this one leans on. */
	readonly after: DoctorCheckId | null;
};

export function jsonOfRow(row: Row, language: Language): RowLine {
	const {seen, means, todo} = describeRow(row, language);
	const {id, verdict} = row;
	return {
		type: 'check',
		id,
		verdict,
		code: codeOf(row),
		seen,
		means,
		todo,
		who: 'helper' in row ? row.helper : null,
		after: row.verdict === 'skipped' && row.because.code === 'AFTER' ? row.because.id : null,
	};
}

function codeOf(row: Row): string {
	switch (row.verdict) {
		case 'ok':
			return row.sound.code;
		case 'skipped':
			return row.because.code;
		case 'warning':
		case 'broken':
			return innerCode(row.trouble);
	}
}

function innerCode(trouble: DoctorTrouble): string {
	switch (trouble.code) {
		case 'SETTING':
		case 'MAP':
			return trouble.problem.code;
		case 'CERTIFICATE':
		case 'GATEWAY':
		case 'REGISTER_SAYS':
			return trouble.fault.code;
		case 'CERTIFICATE_ODD':
			return trouble.warning.code;
		case 'REGISTER':
			return trouble.trouble.code;
		default:
			return trouble.code;
	}
}
