// How much of the time is left, as a bar.
import {useSurroundings} from '../ui/context.ts';
import type {Tone as ToneName} from '../ui/looks.ts';
import {Tone} from './tone.tsx';

type ProgressBarProps = {
	/** 0 … 1. */
	readonly part: number;
	readonly columns: number;
	readonly tone: ToneName;
};

/** One row of `columns` cells. */
export function ProgressBar({part, columns, tone}: ProgressBarProps) {
	const {signs} = useSurroundings().looks;
	const filled = Math.round(Math.max(0, Math.min(1, part)) * columns);
	return (
		<Tone tone={tone} wrap="truncate">
			{signs.full.repeat(filled) + signs.empty.repeat(columns - filled)}
		</Tone>
	);
}
