// The terminal that the page is shown on: it stands for the console's, which is opened from the same place.
import type {TerminalSeen} from '../seen.ts';

/** What is asked of an output; `process.stdout` is one. */
export type Output = {
	readonly isTTY?: boolean | undefined;
	readonly columns?: number | undefined;
	readonly rows?: number | undefined;
};

export function probeTerminal(
	output: Output,
	env: Readonly<Record<string, string | undefined>>,
): TerminalSeen {
	const {isTTY, columns, rows} = output;
	// A terminal that tells no size is one of no size: a serial line without one drawn up.
	if (isTTY !== true) return {type: 'none'};
	return {type: 'there', columns: columns || 80, rows: rows || 24, env};
}
