// Whether a receipt that stands open can only be ours: it holds a beginning of our lines and nothing else.
import {type FiscalReceipt, lineSumKopecks} from '../../../core/index.ts';

export function isOwnReceipt(
	{receipt}: FiscalReceipt,
	state: {readonly operations: number; readonly totalKopecks: number},
): boolean {
	if (state.operations > receipt.lines.length) return false;
	const begun = receipt.lines.slice(0, state.operations);
	return begun.reduce((sum, line) => sum + lineSumKopecks(line), 0) === state.totalKopecks;
}
