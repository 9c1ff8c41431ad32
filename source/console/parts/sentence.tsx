// A sentence wrapped to a width that is known, in a tone.
import {Box} from 'ink';
import {wrapToWidth} from '../terminal/wrap.ts';
import type {Tone as ToneName} from '../ui/looks.ts';
import {Tone} from './tone.tsx';

type SentenceProps = {
	readonly text: string;
	readonly columns: number;
	readonly tone?: ToneName;
	readonly bold?: boolean;
};

/** As many rows as the text takes in `columns`. */
export function Sentence({text, columns, tone = 'plain', bold = false}: SentenceProps) {
	const lines = wrapToWidth(text, columns);
	return (
		<Box height={lines.length} flexShrink={0}>
			<Tone tone={tone} bold={bold} wrap="truncate">
				{lines.join('\n')}
			</Tone>
		</Box>
	);
}
