// The journal's rows after a death, as an outsider reads them.
import {type Row, rowsOf} from '../../e2e/support/journal.ts';

/** SQLITE_READONLY_ROLLBACK: the process died while the file itself was being made; its next writer puts that right. */
const halfMade = 776;

/** All rows on disk; none while the file is only half made. */
export function rowsIn(folder: string): readonly Row[] {
	try {
		return rowsOf(folder);
	} catch (error) {
		if (error instanceof Error && 'errcode' in error && error.errcode === halfMade) return [];
		throw error;
	}
}
