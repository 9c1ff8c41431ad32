// A sentence with its heading before it: «Что случилось: …».
import {Box, Text} from 'ink';
import {wrapToWidth} from '../terminal/wrap.ts';

type ParagraphProps = {readonly heading: string; readonly text: string; readonly columns: number};

/** Wrapped to `columns`, with an empty line before it. */
export function Paragraph({heading, text, columns}: ParagraphProps) {
	const [first = '', ...others] = wrapToWidth(`${heading}: ${text}`, columns);
	const head = first.slice(0, heading.length + 1);
	return (
		<Box marginTop={1} height={1 + others.length} flexShrink={0}>
			<Text wrap="truncate">
				<Text bold>{head}</Text>
				{[first.slice(head.length), ...others].join('\n')}
			</Text>
		</Box>
	);
}
